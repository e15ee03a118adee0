import Geochemistry

/// Whether the reference materials of a batch reach the grades of its samples.
///
/// A CRM answers for grades up to a factor from its certified value, in the digestion of the column. Above the highest
/// of them nothing shows whether the laboratory is right, and there the money is. Below it most exploration samples are
/// barren, so low grades ask for a CRM only from the policy's significant grade on, where it names one.
///
/// Source: CRMs over the range of grades (Abzalov 2008); low and high CRMs in every hole (Bear Lodge).
struct GradeCoverage {
    /// A column in which too many samples have no CRM near them.
    struct Gap {
        let column: JudgedColumn
        /// Samples without a CRM near their grade, and those that ask for one.
        let samples: Int
        let asking: Int
        /// The certified values of the batch's CRMs that lie lowest and highest, in the column's unit.
        let lowest: Anchor
        let highest: Anchor
        /// From here on samples ask for a CRM; nil where only those above all CRMs do.
        let significantGrade: ReassayRules.Grade?
    }

    struct Anchor {
        let material: MaterialName
        let expectation: CertifiedExpectation
    }

    static func gaps(in sheet: BatchSheet, rules: GradeCoverageRules) -> [Gap] {
        let materials = materials(of: sheet)
        guard !materials.isEmpty else { return [] }
        let ordinary = sheet.roles.indices.filter { sheet.roles[$0].kind.isOrdinary }
        return sheet.columns.filter { $0.tier == .decision }.compactMap { column in
            try? gap(column, materials: materials, ordinary: ordinary, in: sheet, rules: rules)
        }
    }

    private static func gap(
        _ column: JudgedColumn,
        materials: [MaterialName],
        ordinary: [Int],
        in sheet: BatchSheet,
        rules: GradeCoverageRules
    ) throws(ArithmeticOverflow) -> Gap? {
        let anchors = try anchors(of: materials, in: column, library: sheet.materials)
        guard let lowest = anchors.first, let highest = anchors.last else { return nil }
        let grade = sheet.policy.reassay.significantGrades[column.element]
        let significant = grade.flatMap { SignificantGrade($0, in: column, analytes: sheet.materials.analytes) }
        var asking = 0
        var uncovered = 0
        for row in ordinary {
            guard let content = content(of: row, column: column, in: sheet) else { continue }
            guard significant?.isReached(by: content.value) ?? true else { continue }
            asking += 1
            var isNear = false
            for anchor in anchors where !isNear {
                isNear = try answers(
                    anchor.expectation,
                    for: content,
                    reachesDown: significant == nil,
                    factor: rules.factor
                )
            }
            if !isNear { uncovered += 1 }
        }
        let isMany = try ExactDecimal(uncovered) * 100 > rules.percent * ExactDecimal(asking)
        guard uncovered >= rules.samples, isMany else { return nil }
        return Gap(
            column: column,
            samples: uncovered,
            asking: asking,
            lowest: lowest,
            highest: highest,
            significantGrade: significant == nil ? nil : grade
        )
    }

    /// Whether a certified value is near enough.
    /// - Parameter reachesDown: to any grade below it.
    private static func answers(
        _ expectation: CertifiedExpectation,
        for content: (value: ExactDecimal, isLeast: Bool),
        reachesDown: Bool,
        factor: ExactDecimal
    ) throws(ArithmeticOverflow) -> Bool {
        let grade = try content.value * expectation.denominator
        let ceiling = try expectation.center * factor
        guard content.isLeast ? grade < ceiling : grade <= ceiling else { return false }
        if reachesDown { return true }
        return try grade * factor >= expectation.center
    }

    /// The known CRMs of the client, each once, in the order of the certificate.
    private static func materials(of sheet: BatchSheet) -> [MaterialName] {
        var seen: Set<MaterialName> = []
        return sheet.roles.compactMap { role in
            guard role.kind == .crm, let material = sheet.materials[MaterialName(role.reference)],
                seen.insert(material.name).inserted
            else { return nil }
            return material.name
        }
    }

    /// What they are certified for in a column, lowest first.
    private static func anchors(
        of materials: [MaterialName],
        in column: JudgedColumn,
        library: MaterialLibrary
    ) throws(ArithmeticOverflow) -> [Anchor] {
        var anchors: [Anchor] = []
        for material in materials {
            let match = library.match(
                material,
                analyte: column.analyte,
                digestion: column.digestion,
                unit: column.unit
            )
            guard let match, match.certified.kind != .indicative else { continue }
            let expectation = try CertifiedExpectation(match)
            var place = anchors.startIndex
            for other in anchors.map(\.expectation) {
                guard try expectation.center * other.denominator >= other.center * expectation.denominator else {
                    break
                }
                place += 1
            }
            anchors.insert(Anchor(material: material, expectation: expectation), at: place)
        }
        return anchors
    }

    /// What an ordinary sample holds; nil where it has no result, or lies below a limit.
    private static func content(
        of row: Int,
        column: JudgedColumn,
        in sheet: BatchSheet
    ) -> (value: ExactDecimal, isLeast: Bool)? {
        switch sheet.cell(sample: row, column: column) {
        case .number(let value): return (value, false)
        case .above(let limit):
            let resolved = sheet.overLimits.resolution(sample: row, column: column.index)?.value
            return (resolved ?? limit, resolved == nil)
        case .below: return (0, false)
        case .noResult, .unreadable, nil: return nil
        }
    }
}

/// The policy's significant grade of an element, held against results of a column.
private struct SignificantGrade {
    private let threshold: ExactDecimal
    private let denominator: ExactDecimal

    init?(_ grade: ReassayRules.Grade, in column: JudgedColumn, analytes: AnalyteTable) {
        guard
            let conversion = Conversion(
                from: (column.element, grade.unit),
                to: (column.analyte, column.unit),
                analytes: analytes
            ),
            let threshold = try? grade.value * conversion.ratio.numerator
        else { return nil }
        self.threshold = threshold
        denominator = conversion.ratio.denominator
    }

    func isReached(by value: ExactDecimal) -> Bool {
        (try? value * denominator).map { $0 >= threshold } ?? true
    }
}
