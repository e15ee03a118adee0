import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Registers in the ledger")
struct RegisterTests {
    private func register(_ samples: [String], revision: Int = 0, reference: String = "OREAS 602") -> SampleRegister {
        SampleRegister(
            entries: samples.enumerated().map { index, sample in
                var entry = RegisterEntry(sample: sample, type: .crm, reference: reference, row: index + 2)
                entry.hole = "DDH-1"
                entry.from = "12.5"
                entry.to = "13"
                entry.weight = "2.1"
                entry.dispatch = "D7"
                entry.project = "Lac Vert"
                return entry
            },
            revision: revision
        )
    }

    @Test("say the same of a sample in every order of arrival")
    func order() throws {
        let registers = [
            ("b", register(["S2", "S1"], revision: 2)), ("a", register(["S1"], revision: 2, reference: "x")),
            ("c", register(["S1", "S3"])),
        ]
        for order in RevisionTests.permutations(registers) {
            let ledger = try TestLedger()
            for (sha256, register) in order {
                try ledger.ledger.write { transaction in
                    let isNew = try transaction.insertRegister(
                        register,
                        sha256: sha256,
                        fileName: sha256,
                        ingestedAt: "2024"
                    )
                    #expect(isNew)
                }
            }
            let statements = try ledger.ledger.read { try $0.statements(for: ["S2", "S1", "none"]) }
            #expect(statements.map(\.registerSHA256) == ["c", "a", "b", "b"])
            #expect(statements.map(\.entry.sample) == ["S1", "S1", "S1", "S2"])
            #expect(statements[2].entry == registers[0].1.entries[1])
        }
    }

    @Test("compare sample numbers without regard to case and blanks, and tell what a dispatch should hold")
    func caseAndDispatch() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1", samples: ["ab-1x", "É2"]), sha256: "1", judged: .sample(.pass))
            try transaction.insertRegister(register(["Ab-1X ", "Q9"]), sha256: "r", fileName: "r", ingestedAt: "t")
            #expect(try transaction.statements(for: [" aB-1x"]).map(\.entry.sample) == ["Ab-1X "])
            #expect(try transaction.statements(for: ["none"], dispatch: "d7 ").count == 2)
            #expect(try transaction.statements(for: ["none"], dispatch: "").isEmpty)
            #expect(try transaction.certificates(containing: ["AB-1X"]).map(\.batch) == ["VA1"])
            #expect(try transaction.certificates(containing: ["é2"]).map(\.batch) == ["VA1"])
        }
    }

    @Test("tell what stands between a certificate's samples, and not what stands far off")
    func gaps() throws {
        func names(_ gap: Int, samples: [String]) throws -> [String] {
            let ledger = try TestLedger()
            let between = (0..<gap).map { "G\($0)" }
            return try ledger.ledger.write { transaction in
                try transaction.insertRegister(
                    register(["before", "A"] + between + ["B", "after"]),
                    sha256: "r",
                    fileName: "r",
                    ingestedAt: "t"
                )
                return try transaction.statements(for: samples).map(\.entry.sample)
            }
        }
        #expect(try names(2, samples: ["A", "B"]) == ["A", "B", "G0", "G1"])
        #expect(try names(2, samples: ["A"]) == ["A"])
        #expect(try names(49, samples: ["b", "a"]).count == 51)
        #expect(try names(50, samples: ["A", "B"]).count == 52)
        #expect(try names(51, samples: ["A", "B"]) == ["A", "B"])
    }

    @Test("of one file are told apart, and a dispatch without samples names its certificates")
    func partsAndDispatches() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            var certificate = Certificate.sample("VA1", samples: ["A", "B"])
            certificate.dispatch = "d7"
            try transaction.take(certificate, sha256: "1", judged: .sample(.pass))
            try transaction.take(.sample("VA2", samples: ["C", "D"]), sha256: "2", judged: .sample(.pass))
            for part in [1, 0] {
                try transaction.insertRegister(
                    register(["A", "Q\(part)"]),
                    sha256: "zip",
                    part: part,
                    fileName: "zip",
                    ingestedAt: "t"
                )
            }
            #expect(try transaction.statements(for: ["A"]).map(\.registerPart) == [0, 1])
            #expect(try transaction.certificates(containing: [], dispatches: [" D7"]).map(\.batch) == ["VA1"])
            #expect(try transaction.certificates(containing: ["C"], dispatches: ["D7"]).map(\.batch) == ["VA1", "VA2"])
            #expect(try transaction.certificates(containing: ["A"], dispatches: ["D7"]).map(\.batch) == ["VA1"])
            #expect(try transaction.certificates(containing: [], dispatches: ["", "D8"]).isEmpty)
        }
    }

    @Test("are stored once, and name the current certificates they speak of")
    func certificates() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1", samples: ["A", "B"]), sha256: "1", judged: .sample(.pass))
            try transaction.take(.sample("VA2", samples: ["C", "D"]), sha256: "2", judged: .sample(.pass))
            try transaction.take(
                .sample("VA1", reported: "2024-04-01", samples: ["A", "B"]),
                sha256: "3",
                judged: .sample(.pass)
            )
            let isNew = try transaction.insertRegister(register(["A"]), sha256: "r", fileName: "r", ingestedAt: "2024")
            let again = try transaction.insertRegister(register(["A"]), sha256: "r", fileName: "q", ingestedAt: "2025")
            #expect(isNew && !again)
            #expect(try transaction.certificates(containing: ["A", "D", "it's"]).map(\.sha256) == ["2", "3"])
            #expect(try transaction.content(sha256: "r")?.isRegister == true)
            #expect(try transaction.content(sha256: "1")?.certificates.map(\.batch) == ["VA1"])
            #expect(try transaction.content(sha256: "never") == nil)
        }
    }
}
