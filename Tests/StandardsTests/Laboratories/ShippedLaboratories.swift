import CertificateReading
import Foundation
import Geochemistry
import Standards
import TestSupport
import Testing

/// The laboratories of this repository's Standards folder, and a reader that knows them.
enum ShippedLaboratories {
    static let standards = SharedFiles.packageRoot.appending(path: "Standards")
    static let folder = standards.appending(path: "laboratories")

    static let files = [
        "als", "sgs-geosol", "sgs", "actlabs", "bureau-veritas", "msalabs", "certimin", "mine-laboratory", "intertek",
        "exchange", "plain",
    ]

    static func all() throws -> (laboratories: [Laboratory], problems: [StandardsProblem]) {
        let log = ProblemLog()
        let reader = LaboratoryReader(analytes: try StandardsFolder(standards.path).load().analytes, log: log)
        let laboratories = try files.map { name in
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).toml")))
            return try #require(reader.read(bytes, file: "laboratories/\(name).toml"))
        }
        return (laboratories, log.problems)
    }

    static func wholeTable() throws -> AnalyteTable { try StandardsFolder(standards.path).load().analytes }

    /// As many analytes as the fixtures need; the whole table has tests of its own.
    static let analytes = AnalyteTable(
        [
            "Au", "Ag", "Al", "As", "Cu", "Fe", "Zn", "Pb", "Ce", "Mn", "S", "Y", "P", "Sc", "B", "Ca", "K", "Mg", "Na",
            "Nb", "Eu", "SiO2", "LOI", "Co", "In",
        ].map {
            AnalyteEntry(analyte: Analyte($0), name: $0, kind: .element)
        } + [
            AnalyteEntry(
                analyte: Analyte("Fe2O3"),
                name: "Iron oxide",
                kind: .oxide,
                element: Analyte("Fe"),
                factor: ExactDecimal("1.429734"),
                aliases: ["Fe2O3(T)"]
            )
        ]
    )

    private static let reader = Result {
        CertificateReader(laboratories: try all().laboratories, analytes: analytes)
    }

    static func read(_ bytes: [UInt8], name: String = "delivery.csv") throws -> Delivery {
        try reader.get().read(bytes, name: name)
    }

    static func read(_ text: String, name: String = "delivery.csv") throws -> Delivery {
        try read(Array(text.utf8), name: name)
    }

    /// The only certificate of a delivery.
    static func certificate(_ bytes: [UInt8], name: String = "delivery.csv") throws -> Certificate {
        let delivery = try read(bytes, name: name)
        #expect(delivery.certificates.count == 1)
        return try #require(delivery.certificates.first)
    }

    static func certificate(_ text: String, name: String = "delivery.csv") throws -> Certificate {
        try certificate(Array(text.utf8), name: name)
    }

    /// The refusal that a content meets.
    static func refusal(_ text: String, name: String = "delivery.csv") throws -> ReadingRefusal {
        try refusal(Array(text.utf8), name: name)
    }

    static func refusal(_ bytes: [UInt8], name: String = "delivery.csv") throws -> ReadingRefusal {
        let error = #expect(throws: ReadingRefusal.self) { try read(bytes, name: name) }
        return try #require(error)
    }
}

extension Certificate {
    /// The texts of a column, as printed.
    func texts(_ column: Int) -> [String] {
        (0..<columns[column].texts.count).map { columns[column].texts[$0] }
    }

    func remarks(_ code: String) -> [Remark] { remarks.filter { $0.code == code } }
}
