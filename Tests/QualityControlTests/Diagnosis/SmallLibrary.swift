import Geochemistry
import TestSupport

@testable import QualityControl

/// Two materials of four elements, one of copper alone, and batches of them.
enum SmallLibrary {
    /// CRM A: Cu 1000 ± 30, Zn 2000 ± 60, Pb 500 ± 15 ppm, Fe 4 ± 0.1 %. CRM B: Cu 3000 ± 90, Zn 500 ± 15, Pb 200 ± 6 ppm,
    /// Fe 6 ± 0.15 %. CRM C: Cu 5000 ± 150 ppm, and a total iron of 10 ± 0.1 % Fe2O3 by fusion.
    static let materials = TestStandards.library([
        (
            "CRM A",
            [
                TestStandards.value("Cu", .ppm, 1000, sd: 30), TestStandards.value("Zn", .ppm, 2000, sd: 60),
                TestStandards.value("Pb", .ppm, 500, sd: 15),
                TestStandards.value("Fe", .percent, 4, sd: TestStandards.decimal("0.1")),
            ]
        ),
        (
            "CRM B",
            [
                TestStandards.value("Cu", .ppm, 3000, sd: 90), TestStandards.value("Zn", .ppm, 500, sd: 15),
                TestStandards.value("Pb", .ppm, 200, sd: 6),
                TestStandards.value("Fe", .percent, 6, sd: TestStandards.decimal("0.15")),
            ]
        ),
        (
            "CRM C",
            [
                TestStandards.value("Cu", .ppm, 5000, sd: 150),
                TestStandards.value("Fe2O3", .percent, 10, sd: TestStandards.decimal("0.1"), .borateFusion),
            ]
        ),
    ])

    /// Cu, Zn, Pb in ppm and Fe in % by ME-ICP61; detection limits 1, 2, 2 and 0.01.
    static var batch: Batch {
        var batch = Batch()
        batch.materials = materials
        batch.policy.blank.rockForming = [Analyte("Fe")]
        batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "2")
        batch.builder.column("Pb", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "2")
        batch.builder.column("Fe", "%", method: "ME-ICP61", .fourAcid, detectionLimit: "0.01")
        return batch
    }

    /// Copper alone.
    static var copper: Batch {
        var batch = Batch()
        batch.materials = materials
        return batch
    }
}

extension Judgement {
    var proposals: [Finding] { findings.filter { RuleName(rawValue: $0.rule)?.isProposal ?? false } }
}
