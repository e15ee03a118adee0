import CertificateReading
import Geochemistry

/// Sample registers (dispatch lists). The input: the file.
struct RegisterTarget: FuzzTarget {
    let name = "register"
    let longestInput = 8 << 10
    let words = [
        "sample", "type", "reference", "parent", "revision", "dispatch", "project", "hole", "from", "to", "weight",
        "muestra", "amostra", "qc_type", "crm", "blank", "routine", "pulp_duplicate", "field_duplicate",
        "coarse_duplicate", "check", "dup", "OREAS 602b", "Cu_ppm", "\"", "\n", ",", ";",
    ]

    var seeds: [[UInt8]] {
        [
            "sample,type,reference,parent\nA1,routine,,\nA2,crm,OREAS 602b,\nA3,blank,,\nA4,pulp_duplicate,,A1\n",
            "Dispatch 17\n\nMuestra;Tipo;Estándar;Muestra original;Proyecto\nA1;estandar;OREAS 602b;;P\nA2;;;;P\n",
            "sample,type,reference,parent,hole,from,to,dispatch,project,weight,revision\nA1,,,,H1,0,1.5,D1,P1,2.1,3\n",
        ].map { Array($0.utf8) }
    }

    func reads(_ input: [UInt8]) -> Bool {
        if case .register = reading(of: input) { true } else { false }
    }

    private func reading(of input: [UInt8]) -> RegisterReading? {
        guard let text = try? TextDecoding.utf8(input),
            let sheet = try? Sheet.read(delimited: text, delimiter: nil, name: "fuzz", limits: .fuzzing)
        else { return nil }
        return RegisterReader.read(sheet)
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        guard let reading = reading(of: input) else { return }
        try expect(self.reading(of: input) == reading, "two readings of one register differ")
        let lines = input.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        switch reading {
        case .refused(let problems, _):
            try expect(!problems.isEmpty, "refused without a reason")
            let refusal = refusal(of: reading)
            try expect(refusal?.what.isEmpty == false && refusal?.advice.isEmpty == false, "a refusal without words")
        case .register(let register):
            try expect(!register.entries.isEmpty && register.revision >= 0, "an empty register")
            var samples: Set<String> = []
            for entry in register.entries {
                try expect(!entry.sample.isEmpty && samples.insert(entry.sample).inserted, "'\(entry.sample)' twice")
                try expect((1...lines).contains(entry.row), "line \(entry.row) of \(lines)")
                try expect(!entry.type.isDuplicate || !entry.parent.isEmpty, "a duplicate of nothing")
                try expect(entry.type != .crm || !entry.reference.isEmpty, "a standard without a name")
            }
            let copy = Array(text(of: register).utf8)
            // Samples called `%` or `Cu` make a certificate of it, where they stand directly below the header.
            guard let again = self.reading(of: copy) else { return }
            guard case .register(let again) = again else {
                throw BrokenPromise("a register cannot be read again: \(String(decoding: copy, as: UTF8.self))")
            }
            try expect(bare(again) == bare(register), "a register is another when it is read again")
        }
    }

    private func refusal(of reading: RegisterReading) -> ReadingRefusal? {
        do throws(ReadingRefusal) {
            _ = try reading.get()
            return nil
        } catch {
            return error
        }
    }

    private func bare(_ register: SampleRegister) -> SampleRegister {
        var register = register
        for index in register.entries.indices { register.entries[index].row = 0 }
        return register
    }

    private func text(of register: SampleRegister) -> String {
        var lines = ["sample,type,reference,parent,hole,from,to,dispatch,project,weight,revision"]
        for entry in register.entries {
            let cells = [
                entry.sample, entry.type.rawValue, entry.reference, entry.parent, entry.hole, entry.from, entry.to,
                entry.dispatch, entry.project, entry.weight, "\(register.revision)",
            ]
            lines.append(cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ","))
        }
        return lines.joined(separator: "\n")
    }
}
