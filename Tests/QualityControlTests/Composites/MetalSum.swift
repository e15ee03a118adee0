import Geochemistry
import QualityControl
import TestSupport

/// Two metals with round numbers, and what is made of them.
///
/// OREAS 1: Cu 1000 ± 30, Zn 2000 ± 40 ppm by four acids: the sum is 3000 with an SD of 50 or of 70. OREAS 2: Cu 1000 ± 40, Zn
/// 3000 ± 160: the share of Cu is 25 % with an SD of 1.25. Detection limits 1 and 2: 3 in all.
enum MetalSum {
    static func sum(
        _ spread: Composite.Spread,
        tier: Tier = .decision,
        digestions: [DigestionClass] = [.fourAcid],
        certified: String? = nil
    ) -> Composite {
        Composite(
            name: "Cu+Zn",
            convention: "element",
            members: members("Cu", "Zn"),
            unit: .ppm,
            tier: tier,
            digestions: digestions,
            spread: spread,
            certified: certified.map { Analyte($0) }
        )
    }

    static let share = Composite(
        name: "Cu share",
        kind: .share,
        convention: "element",
        members: members("Cu"),
        others: members("Zn"),
        unit: .percent,
        tier: .decision,
        digestions: [.fourAcid],
        spread: .independent
    )

    static func members(_ symbols: String...) -> [CompositeMember] {
        symbols.map { CompositeMember(element: Analyte($0), counted: Analyte($0)) }
    }

    static let materials = TestStandards.library([
        ("OREAS 1", [TestStandards.value("Cu", .ppm, 1000, sd: 30), TestStandards.value("Zn", .ppm, 2000, sd: 40)]),
        ("OREAS 2", [TestStandards.value("Cu", .ppm, 1000, sd: 40), TestStandards.value("Zn", .ppm, 3000, sd: 160)]),
        ("OREAS 3", [TestStandards.value("Cu", .ppm, 1000, sd: 30)]),
        ("OREAS 4", [TestStandards.value("Cu", .ppm, 1000, sd: nil), TestStandards.value("Zn", .ppm, 2000, sd: 40)]),
        (
            "OREAS 5",
            [
                TestStandards.value("Cu", .ppm, 1000, sd: 30), TestStandards.value("Zn", .ppm, 2000, sd: 40),
                TestStandards.value("S", .ppm, 3100, sd: 10),
            ]
        ),
        (
            "OREAS 6",
            [
                TestStandards.value("Cu", .ppm, 1000, sd: 30),
                TestStandards.value("Zn", .ppm, 2000, sd: 40, kind: .provisional),
            ]
        ),
        ("OREAS 7", [TestStandards.value("Cu", .ppm, 10, sd: 1), TestStandards.value("Zn", .ppm, 19, sd: 2)]),
        ("OREAS 8", [TestStandards.value("Cu", .ppm, 1000, sd: 300), TestStandards.value("Zn", .ppm, 2000, sd: 400)]),
        ("Granite", [TestStandards.value("Cu", .ppm, 30, sd: 3), TestStandards.value("Zn", .ppm, 40, sd: 4)]),
    ])

    /// With columns of Cu and Zn in ppm; singles are support, so that composites decide alone.
    static func batch(_ composites: Composite...) -> Batch {
        var batch = Batch()
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "2")
        batch.materials = materials
        batch.composites = composites
        batch.policy.tiers.decision = []
        return batch
    }

    /// The composite's result for one CRM.
    static func crm(
        _ composite: Composite,
        _ cu: String,
        _ zn: String,
        of material: String = "OREAS 1"
    ) -> CompositeResult? {
        var batch = batch(composite)
        batch.crm("C1", cu, zn, of: material)
        return batch.judgement.composites.first?.results.first
    }
}
