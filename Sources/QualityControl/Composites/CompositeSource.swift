import Geochemistry

/// The columns of a certificate that determine the members of a composite after one digestion.
struct CompositeSource {
    /// A column that determines a member, and how its results become ppm of what the member is counted as.
    struct MemberColumn {
        let column: JudgedColumn
        let conversion: Conversion
        let ratio: ExactRatio
    }

    let composite: Composite
    let digestion: DigestionClass
    /// For each of ``Composite/all``, the columns that determine it. The first counts: of several the one that stands
    /// first in the certificate, where laboratories put the method that was ordered.
    let columns: [[MemberColumn]]

    /// The composites that a certificate can make up, and those for which it lacks a member though it holds at least half
    /// of them: fewer, and nobody asked for it.
    static func all(
        of composites: [Composite],
        in sheet: BatchSheet
    ) -> (complete: [CompositeSource], incomplete: [CompositeSource]) {
        var complete: [CompositeSource] = []
        var incomplete: [CompositeSource] = []
        for composite in composites {
            for digestion in composite.digestions {
                let source = CompositeSource(composite, digestion, in: sheet)
                let missing = source.missing.count
                if missing == 0 {
                    complete.append(source)
                } else if 2 * missing <= source.columns.count {
                    incomplete.append(source)
                }
            }
        }
        return (complete, incomplete)
    }

    private init(_ composite: Composite, _ digestion: DigestionClass, in sheet: BatchSheet) {
        self.composite = composite
        self.digestion = digestion
        columns = composite.all.map { member in
            sheet.columns.compactMap { column in
                guard column.digestion == digestion, column.element == member.element,
                    let conversion = Conversion(
                        from: (column.analyte, column.unit),
                        to: (member.counted, .ppm),
                        analytes: sheet.materials.analytes
                    )
                else { return nil }
                return MemberColumn(column: column, conversion: conversion, ratio: conversion.ratio.overOne)
            }
        }
    }

    /// The numbers in force for the composite of a material, nil for none: overrides name the composite as `analyte`.
    /// Its members may come from several methods, so none that names a method fits.
    func rules(for material: MaterialName?, in sheet: BatchSheet) -> Policy {
        sheet.policy.rules(
            for: PolicySubject(
                laboratory: sheet.certificate.laboratory,
                digestion: digestion,
                material: material,
                element: Analyte(composite.name)
            )
        )
    }

    /// Members that no column determines.
    var missing: [CompositeMember] {
        zip(composite.all, columns).filter(\.1.isEmpty).map(\.0)
    }

    /// The columns that count, one for each member.
    var taken: [MemberColumn] { columns.compactMap(\.first) }

    var ratios: [ExactRatio] { columns.flatMap { $0.map(\.ratio) } }

    /// `FUS-ICP + FUS-MS`.
    var methods: String {
        var methods: [String] = []
        for member in taken where !member.column.method.isEmpty && !methods.contains(member.column.method) {
            methods.append(member.column.method)
        }
        return methods.joined(separator: " + ")
    }

    /// The composite's tier in this batch: a digestion that the policy calls unsuitable for a member makes it
    /// information, whatever its definition says.
    func tier(_ rules: TierRules) -> Tier {
        let unsuitable = rules.unsuitable[digestion] ?? []
        return composite.all.contains { unsuitable.contains($0.element) } ? .information : composite.tier
    }

    /// The detection limits of the columns that count, added up; nil where none states one.
    func detectionLimit(_ denominator: CommonDenominator) throws(ArithmeticOverflow) -> ExactDecimal? {
        var sum: ExactDecimal?
        for member in taken {
            guard let limit = member.column.detectionLimit else { continue }
            let term = try denominator.term(limit, member.ratio)
            sum = try (sum ?? 0) + term
        }
        return sum
    }
}
