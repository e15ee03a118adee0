import Foundation
import Geochemistry
import QualityControl
import Standards
import TestSupport

/// A batch of a laboratory in control, made of the shipped reference materials: each of their results lies around the
/// certified value by the certified SD, ordinary samples wander from row to row. Mishaps are planted in it.
struct SimulatedBatch {
    /// What a row is said to be, and what is in the bag.
    struct Row {
        var sample: String
        var type: SampleType
        var reference = ""
        var cells: [Double]
    }

    struct Column {
        var analyte: String
        var unit: String
        var method: String
        var digestion: DigestionClass
        var detectionLimit: Double
        /// Numbers below the limit too.
        var printsAll = false
    }

    var columns: [Column]
    var rows: [Row] = []
    /// What the certificate prints where it is not what the register says.
    var printedNames: [Int: String] = [:]
    var statements: [RegisterStatement] = []
    private let standards: StandardsSnapshot

    static let gold = [
        Column(analyte: "Au", unit: "ppm", method: "Au-AA23", digestion: .fireAssay, detectionLimit: 0.005)
    ]

    static let baseMetals =
        gold
        + [("Ag", 0.5), ("Cu", 1), ("Pb", 2), ("Zn", 2)].map {
            Column(analyte: $0, unit: "ppm", method: "ME-ICP61", digestion: .fourAcid, detectionLimit: $1)
        }

    static let multiElement =
        gold
        + [
            ("Ag", "ppm", 0.1), ("Al", "%", 0.01), ("As", "ppm", 1), ("Ba", "ppm", 10), ("Be", "ppm", 0.1),
            ("Bi", "ppm", 0.1),
            ("Ca", "%", 0.01), ("Cd", "ppm", 0.1), ("Ce", "ppm", 0.1), ("Co", "ppm", 0.2), ("Cr", "ppm", 1),
            ("Cu", "ppm", 1),
            ("Fe", "%", 0.01), ("Ga", "ppm", 0.1), ("K", "%", 0.01), ("La", "ppm", 0.5), ("Li", "ppm", 0.5),
            ("Mg", "%", 0.01), ("Mn", "ppm", 5), ("Mo", "ppm", 0.1), ("Na", "%", 0.01), ("Ni", "ppm", 0.5),
            ("P", "ppm", 10),
            ("Pb", "ppm", 0.5), ("Rb", "ppm", 0.2), ("S", "%", 0.01), ("Sb", "ppm", 0.1), ("Sc", "ppm", 0.1),
            ("Sr", "ppm", 0.5), ("Th", "ppm", 0.1), ("Ti", "%", 0.005), ("U", "ppm", 0.1), ("V", "ppm", 1),
            ("Zn", "ppm", 2),
        ].map { Column(analyte: $0, unit: $1, method: "ME-MS61", digestion: .fourAcid, detectionLimit: $2) }

    /// Oxides by fusion, as whole rock.
    static let wholeRock = ["Al2O3", "CaO", "Fe2O3", "K2O", "MgO", "Na2O", "P2O5", "SiO2", "TiO2"].map {
        Column(analyte: $0, unit: "%", method: "ME-ICP06", digestion: .borateFusion, detectionLimit: 0.01)
    }

    /// Twenty-four samples: reference materials at 4 and 16, blanks at 9 and 20, a pulp duplicate at 12.
    /// - Parameters:
    ///   - bags: what is in the bags of the two reference materials, where it is not what the register says.
    init(
        _ columns: [Column],
        _ first: MaterialName,
        _ second: MaterialName,
        bags: [Int: MaterialName] = [:],
        using generator: inout SeededGenerator
    ) throws {
        self.columns = columns
        standards = try ShippedStandards.snapshot.get()
        var walk = columns.map { $0.detectionLimit * exp(Double.random(in: 3...6, using: &generator)) }
        for number in 1...24 {
            walk = walk.map { max($0 * exp(0.5 * Self.normal(&generator)), 1e-6) }
            let sample = "S1\(number < 10 ? "0" : "")\(number)"
            switch number {
            case 4, 16:
                let said = number == 4 ? first : second
                let cells = cells(of: bags[number] ?? said, using: &generator)
                rows.append(Row(sample: sample, type: .crm, reference: said.printed, cells: cells))
            case 9, 20:
                rows.append(Row(sample: sample, type: .blank, reference: "Quartz", cells: columns.map { _ in 0 }))
            case 12:
                let cells = rows[10].cells.map { $0 * (1 + 0.03 * Self.normal(&generator)) }
                rows.append(Row(sample: sample, type: .pulpDuplicate, reference: rows[10].sample, cells: cells))
            default:
                rows.append(Row(sample: sample, type: .routine, cells: walk))
            }
        }
        statements = rows.enumerated().map { Self.statement($1, row: $0 + 2) }
    }

    /// A result for each column; where nobody certifies one, something that a rock holds.
    private func cells(of material: MaterialName, using generator: inout SeededGenerator) -> [Double] {
        columns.map { column in
            let z = Self.normal(&generator)
            let unit = Unit(printed: column.unit)
            let match = standards.materials.match(
                material,
                analyte: Analyte(column.analyte),
                digestion: column.digestion,
                unit: unit
            )
            guard let match else { return column.detectionLimit * exp(4 + z) }
            let ratio = match.conversion.ratio
            let factor = ratio.numerator.approximate / ratio.denominator.approximate
            let sd = match.certified.sd?.approximate ?? match.certified.value.approximate * 0.03
            return max(0, (match.certified.value.approximate + z * sd) * factor)
        }
    }

    /// Exchanges what is in two bags, and leaves their labels.
    mutating func exchange(_ one: Int, _ other: Int) {
        let cells = rows[one - 1].cells
        rows[one - 1].cells = rows[other - 1].cells
        rows[other - 1].cells = cells
    }

    mutating func scale(_ number: Int, by factor: Double, columns: [Int]? = nil) {
        for column in columns ?? Array(self.columns.indices) { rows[number - 1].cells[column] *= factor }
    }

    /// The whole column by a factor, and every number printed however small it is.
    mutating func misreport(_ column: Int, by factor: Double) {
        for row in rows.indices { rows[row].cells[column] *= factor }
        columns[column].printsAll = true
    }

    /// Puts a result this many SD from the certified value, in one column that is judged.
    mutating func shift(_ number: Int, to z: Double, analyte: String) {
        guard let column = columns.firstIndex(where: { $0.analyte == analyte }),
            let match = standards.materials.match(
                MaterialName(rows[number - 1].reference),
                analyte: Analyte(analyte),
                digestion: columns[column].digestion,
                unit: Unit(printed: columns[column].unit)
            ), let sd = match.certified.sd?.approximate
        else { return }
        let ratio = match.conversion.ratio
        let factor = ratio.numerator.approximate / ratio.denominator.approximate
        rows[number - 1].cells[column] = (match.certified.value.approximate + z * sd) * factor
    }

    private static func statement(_ row: Row, row line: Int) -> RegisterStatement {
        let isDuplicate = row.type.isDuplicate
        return RegisterStatement(
            entry: RegisterEntry(
                sample: row.sample,
                type: row.type,
                reference: isDuplicate ? "" : row.reference,
                parent: isDuplicate ? row.reference : "",
                row: line
            ),
            revision: 0,
            registerSHA256: "a",
            registerName: "dispatch.csv"
        )
    }

    var judgement: Judgement {
        var builder = CertificateBuilder(batch: "VA26000001")
        for column in columns {
            builder.column(
                column.analyte,
                column.unit,
                method: column.method,
                column.digestion,
                detectionLimit: Self.text(column.detectionLimit)
            )
        }
        for (index, row) in rows.enumerated() {
            let texts = zip(row.cells, columns).map { value, column in
                value < (column.printsAll ? 1e-9 : column.detectionLimit)
                    ? "<\(Self.text(column.detectionLimit))" : Self.text(value)
            }
            builder.row(printedNames[index + 1] ?? row.sample, texts)
        }
        return BatchEvaluation.judge(
            builder.certificate,
            statements: statements,
            sampling: [],
            materials: standards.materials,
            policy: standards.policy(for: "").policy,
            history: SeriesHistory()
        )
    }

    /// Five significant digits.
    static func text(_ value: Double) -> String {
        let decimals = max(0, min(8, 4 - Int(log10(max(value, 1e-9)).rounded(.down))))
        return String(format: "%.\(decimals)f", value)
    }

    static func normal(_ generator: inout SeededGenerator) -> Double {
        let u = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)
        return (-2 * log(u)).squareRoot() * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }

    /// The shipped materials with at least so many judged values in these columns.
    static func materials(for columns: [Column], atLeast count: Int) throws -> [MaterialName] {
        let library = try ShippedStandards.snapshot.get().materials
        return library.materials.map(\.name).filter { name in
            columns.count { column in
                let match = library.match(
                    name,
                    analyte: Analyte(column.analyte),
                    digestion: column.digestion,
                    unit: Unit(printed: column.unit)
                )
                guard let match, match.certified.kind == .certified, let sd = match.certified.sd else { return false }
                let ratio = match.conversion.ratio
                let value =
                    match.certified.value.approximate * ratio.numerator.approximate
                    / ratio.denominator.approximate
                return value >= 10 * column.detectionLimit
                    && sd.approximate <= 0.15 * match.certified.value.approximate
            } >= count
        }
    }
}

extension Judgement {
    var proposals: [Finding] { findings.filter { RuleName(rawValue: $0.rule)?.isProposal ?? false } }
}
