import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: many files together")
struct PassageTests {
    /// More than two chunks: what is known, what cannot be read and what is not there lies among certificates.
    private static let count = 2 * Pipeline.chunk + 9

    @Test("The outcomes stand in the order of the files, whatever chunk each is part of")
    func order() throws {
        let run = try PipelineRun()
        let reports = (0..<Self.count).map { GoldReport("VA260\(31000 + $0)", samples: "A\($0)x") }
        for (number, report) in reports.enumerated() {
            try run.lab.deliver("r\(number).csv", report.register)
            try run.lab.deliver("c\(number).csv", report.text)
        }
        #expect(try run.process((0..<Self.count).map { FileName("r\($0).csv") }).allSatisfy(\.isRegister))

        // The copy lies a chunk behind, so that it is read before its twin is in the ledger.
        try run.lab.deliver("copy.csv", reports[3].text)
        try run.lab.deliver("rubbish.csv", "no certificate at all\n1\n2\n")
        var names = (0..<Self.count).map { "c\($0).csv" }
        names.insert("copy.csv", at: Pipeline.chunk + 2)
        names.insert("rubbish.csv", at: Pipeline.chunk - 1)
        names.insert("absent.csv", at: 5)
        let results = try run.process(names.map { FileName($0) })

        #expect(results.count == names.count)
        for (name, result) in zip(names, results) {
            switch (name, result) {
            case ("copy.csv", .duplicate), ("rubbish.csv", .quarantined), ("absent.csv", .missing): break
            case (_, .ingested(let verdicts)):
                let number = try #require(Int(name.dropFirst().dropLast(4)))
                #expect(verdicts.map(\.batch) == ["VA260\(31000 + number)"])
            default: Issue.record("\(name): \(result)")
            }
        }
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        #expect(try run.rows("SELECT count(*), count(DISTINCT batch) FROM verdicts") == ["\(Self.count)|\(Self.count)"])
        #expect(LabRoot.names(in: run.lab.archive + "/by-certificate/ALS").count == Self.count)
    }

    @Test("Each failed batch of several chunks has its alert when its file has left")
    func alerts() throws {
        let run = try PipelineRun()
        let reports = (0..<Self.count).map {
            GoldReport("VA260\(32000 + $0)", samples: "B\($0)x", standard: GoldReport.failing)
        }
        for (number, report) in reports.enumerated() {
            try run.lab.deliver("r\(number).csv", report.register)
            try run.lab.deliver("c\(number).csv", report.text)
        }
        _ = try run.process((0..<Self.count).map { FileName("r\($0).csv") })
        _ = try run.process((0..<Self.count).map { FileName("c\($0).csv") })
        let open = LabRoot.names(in: run.lab.alerts).filter { $0.hasSuffix(".json") }
        #expect(open.sorted() == reports.map { $0.batch + ".json" }.sorted())
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
    }
}

@Suite("Pipeline: what follows from many files")
struct FollowerTests {
    @Test("Files that come before a certificate in its series have it judged again once, not once for each of them")
    func once() throws {
        let run = try PipelineRun()
        let today = GoldReport("VA26039999", samples: "Z1", reported: "2026-03-09", standard: GoldReport.high)
        let earlier = (0..<6).map { number in
            GoldReport(
                "VA2603000\(number)",
                samples: "C\(number)x",
                reported: "2026-03-0\(number + 1)",
                standard: GoldReport.high
            )
        }
        for report in [today] + earlier { try run.take("register-\(report.batch).csv", report.register) }
        try run.take("today.csv", today.text)
        #expect(try run.rows("SELECT outcome FROM verdicts WHERE batch = 'VA26039999'") == ["warn"])

        // The latest first: with each that follows, another one stands before it.
        let results = try run.take(earlier.reversed().map { ("\($0.batch).csv", $0.text) })
        #expect(
            try run.rows("SELECT outcome FROM verdicts WHERE batch = 'VA26039999' ORDER BY verdict_id") == [
                "warn", "fail",
            ]
        )
        #expect(
            try run.rows("SELECT batch, outcome FROM verdicts WHERE current ORDER BY batch")
                == ["VA26030000|warn"] + earlier.dropFirst().map { "\($0.batch)|fail" } + ["VA26039999|fail"]
        )
        // It is told with the last of the files that changed it.
        guard case .ingested(let verdicts)? = results.last else {
            Issue.record("\(results)")
            return
        }
        #expect(verdicts.contains { $0.batch == "VA26039999" && $0.outcome == "fail" })
    }
}

extension Pipeline.Outcome.Result {
    fileprivate var isRegister: Bool { if case .register = self { true } else { false } }
}
