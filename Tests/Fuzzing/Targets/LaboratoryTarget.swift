import CertificateReading
import Geochemistry
import Standards
import TestSupport

/// A laboratory's file of the Standards folder, and the layouts in it let loose on certificates. The input: the file.
struct LaboratoryTarget: FuzzTarget {
    let name = "laboratory"
    let longestInput = 8 << 10
    let words = [
        "[[layout]]", "[[layout.mark]]", "[[layout.field]]", "[[layout.row]]", "[[layout.qc]]", "[layout.columns]",
        "[[method]]", "[[limits]]", "[tokens]", "name = ", "id = ", "text = ", "within = ", "column = ", "labels = ",
        "holds = ", "shape = ", "\"wide\"", "\"long\"", "\"header_rows\"", "decimal = ", "repeats = true", "codes = ",
        "digestion = ", "technique = ", "*", "\"\"\"", "'''", "{", "}", "\\u0000", "0x7fffffffffffffff", "1979-05-27",
    ]

    private var analytes: AnalyteTable { ShippedStandards.analytes }

    var seeds: [[UInt8]] {
        [
            """
            name = "ALS"
            [tokens]
            NSS = "insufficient_sample"
            [[layout]]
            id = "als-classic"
            decimal = "by_evidence"
            dates = "year_first"
            declared = "client_samples"
            repeats = true
            [[layout.mark]]
            text = "* - *"
            within = 1
            column = 1
            [[layout.field]]
            holds = ["work_order", "status"]
            pattern = "* - *"
            separator = " - "
            column = 1
            within = 1
            [[layout.field]]
            holds = ["client"]
            labels = ["CLIENT"]
            [layout.header]
            within = 60
            [[layout.header.row]]
            is = "analyte"
            labels = ["SAMPLE"]
            [[layout.header.row]]
            is = "method"
            above = 1
            [[layout.header.row]]
            is = "unit"
            labels = ["DESCRIPTION"]
            [[method]]
            codes = ["Au-AA23", "Au-AA*"]
            digestion = "fire_assay"
            technique = "aas"
            """,
            """
            name = "plain"
            [[layout]]
            id = "plain-wide"
            shape = "wide"
            decimal = "point"
            dates = "by_evidence"
            [layout.columns]
            sample = ["sample"]
            work_order = ["certificate"]
            [[limits]]
            codes = ["ME-MS61"]
            [limits.ppm]
            Cu = "0.2"
            """,
        ].map { Array($0.utf8) }
    }

    func reads(_ input: [UInt8]) -> Bool { laboratory(in: input).laboratory != nil }

    private func laboratory(in input: [UInt8]) -> (laboratory: Laboratory?, problems: [StandardsProblem]) {
        let log = ProblemLog()
        let laboratory = LaboratoryReader(analytes: analytes, log: log).read(input, file: "laboratories/fuzz.toml")
        return (laboratory, log.problems)
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        let (laboratory, problems) = laboratory(in: input)
        let again = self.laboratory(in: input)
        try expect(again.laboratory == laboratory && again.problems == problems, "two readings of one file differ")
        try expect(laboratory != nil || !problems.isEmpty, "nothing came of it, and nobody said why")
        let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
        for problem in problems {
            try expect((0...lines).contains(problem.line), "line \(problem.line) of \(lines): \(problem)")
            try expect(!problem.message.isEmpty, "a problem without words")
        }
        guard let laboratory else { return }
        let reader = CertificateReader(laboratories: [laboratory], analytes: analytes, limits: .fuzzing)
        for content in FuzzCertificates.all {
            guard let delivery = try? reader.read(content, name: "fuzz.csv") else { continue }
            for certificate in delivery.certificates { try CertificatePromises.check(certificate) }
        }
    }
}
