import Geochemistry
import QualityControl
import TestSupport
import Testing

/// Each mishap is planted in a hundred simulated batches; at least 95 times the right one must be proposed.
@Suite("Diagnosis: planted mishaps")
struct PlantedMishapTests {
    /// A package of a laboratory, with the number of judged elements that a material must have to be used.
    enum Package: String, CaseIterable {
        case baseMetals, multiElement

        var columns: [SimulatedBatch.Column] {
            self == .baseMetals ? SimulatedBatch.baseMetals : SimulatedBatch.multiElement
        }

        var least: Int { self == .baseMetals ? 5 : 20 }
    }

    /// Runs a hundred cases; each says what was wrong with it, or nil.
    private func expectRight(
        _ name: String,
        seed: UInt64,
        in columns: [SimulatedBatch.Column],
        least: Int,
        misses allowed: Int = 5,
        _ wrong: (_ materials: [MaterialName], _ generator: inout SeededGenerator) throws -> String?
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let materials = try SimulatedBatch.materials(for: columns, atLeast: least)
        try #require(materials.count >= 3, "\(name): \(materials.count) materials")
        var misses: [String] = []
        for _ in 0..<100 {
            if let miss = try wrong(materials.shuffled(using: &generator), &generator) { misses.append(miss) }
        }
        print("\(name) of \(columns.count) elements: \(100 - misses.count) of 100 right")
        #expect(misses.count <= allowed, "\(name): \(misses.prefix(6).joined(separator: "\n"))")
    }

    /// nil where one proposal says what is wanted, and nothing else is proposed.
    private func miss(_ judgement: Judgement, _ rule: RuleName, _ sample: String, _ words: String...) -> String? {
        let proposals = judgement.proposals
        let isRight =
            proposals.count == 1
            && proposals.allSatisfy { finding in
                finding.rule == rule.rawValue && finding.sample == sample && finding.outcome == .warn
                    && words.allSatisfy { finding.message.contains($0) }
            }
        return isRight
            ? nil : "wanted \(words): " + proposals.map { "\($0.rule): \($0.message)" }.joined(separator: " | ")
    }

    @Test("A reference material with another one in its bag", arguments: Package.allCases)
    func swap(package: Package) throws {
        try expectRight("swap", seed: 11, in: package.columns, least: package.least) { materials, generator in
            let batch = try SimulatedBatch(
                package.columns,
                materials[0],
                materials[1],
                bags: [4: materials[2]],
                using: &generator
            )
            return miss(
                batch.judgement,
                .crmSwap,
                "S104",
                "S104 (\(materials[0].printed)) looks like \(materials[2].printed) "
            )
        }
    }

    @Test("A reference material with blank rock in its bag", arguments: Package.allCases)
    func blankInBag(package: Package) throws {
        try expectRight("blank in the bag", seed: 12, in: package.columns, least: package.least) {
            materials,
            generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            batch.rows[15].cells = batch.rows[19].cells
            return miss(batch.judgement, .crmSwap, "S116", "S116 (\(materials[1].printed)) looks like a blank")
        }
    }

    @Test("Two reference materials exchanged", arguments: Package.allCases)
    func exchangedMaterials(package: Package) throws {
        try expectRight("exchanged materials", seed: 13, in: package.columns, least: package.least) {
            materials,
            generator in
            let batch = try SimulatedBatch(
                package.columns,
                materials[0],
                materials[1],
                bags: [4: materials[1], 16: materials[0]],
                using: &generator
            )
            return miss(
                batch.judgement,
                .neighboursExchanged,
                "S104",
                "S104 (\(materials[0].printed), position 4) and S116 (\(materials[1].printed), position 16) look exchanged"
            )
        }
    }

    @Test("A reference material and a blank exchanged", arguments: Package.allCases)
    func exchangedBlank(package: Package) throws {
        try expectRight("exchanged with a blank", seed: 14, in: package.columns, least: package.least) {
            materials,
            generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            batch.exchange(16, 20)
            return miss(
                batch.judgement,
                .neighboursExchanged,
                "S116",
                "S116 (\(materials[1].printed), position 16) and S120 (blank Quartz, position 20) look exchanged"
            )
        }
    }

    @Test("A reference material exchanged with the sample next to it", arguments: Package.allCases)
    func exchangedSample(package: Package) throws {
        try expectRight("exchanged with a sample", seed: 15, in: package.columns, least: package.least) {
            materials,
            generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            batch.exchange(16, 17)
            return miss(
                batch.judgement,
                .neighboursExchanged,
                "S116",
                "S116 (\(materials[1].printed), position 16) and S117 (sample, position 17) look exchanged"
            )
        }
    }

    @Test("A blank exchanged with the sample next to it", arguments: Package.allCases)
    func blankAndSample(package: Package) throws {
        try expectRight("blank and sample", seed: 16, in: package.columns, least: package.least) {
            materials,
            generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            batch.exchange(20, 21)
            return miss(
                batch.judgement,
                .neighboursExchanged,
                "S120",
                "S120 (blank Quartz, position 20) and S121 (sample, position 21) look exchanged"
            )
        }
    }

    @Test("A column in another unit than it says", arguments: Package.allCases, [10_000.0, 0.001])
    func unit(package: Package, factor: Double) throws {
        try expectRight("unit", seed: 17, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            guard let copper = package.columns.firstIndex(where: { $0.analyte == "Cu" }) else { return "no Cu" }
            batch.misreport(copper, by: factor)
            let judgement = batch.judgement
            let slips = judgement.proposals.filter { $0.rule == RuleName.unitSlip.rawValue }
            let isRight =
                slips.count == 1 && slips.allSatisfy { $0.analyte == "Cu" && $0.message.contains("unit of the column") }
            return isRight && judgement.proposals.count == 1
                ? nil : judgement.proposals.map { "\($0.rule): \($0.message)" }.joined(separator: " | ")
        }
    }

    @Test("A dilution of one reference material that was not entered", arguments: Package.allCases)
    func dilution(package: Package) throws {
        try expectRight("dilution", seed: 18, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            batch.scale(4, by: 10, columns: Array(package.columns.indices.dropFirst()))
            return miss(
                batch.judgement,
                .unitSlip,
                "S104",
                "10 times the certified value",
                "1 of 2 reference materials"
            )
        }
    }

    @Test("Oxides reported as elements")
    func oxides() throws {
        let columns = SimulatedBatch.wholeRock
        try expectRight("oxides", seed: 19, in: columns, least: 6) { materials, generator in
            var batch = try SimulatedBatch(columns, materials[0], materials[1], using: &generator)
            guard let iron = columns.firstIndex(where: { $0.analyte == "Fe2O3" }) else { return "no Fe2O3" }
            batch.misreport(iron, by: 1 / 1.429734)
            let proposals = batch.judgement.proposals
            let isRight =
                proposals.count == 1
                && proposals.allSatisfy {
                    $0.rule == RuleName.unitSlip.rawValue
                        && $0.message.contains("says Fe2O3 and the numbers look like Fe:")
                }
            return isRight ? nil : proposals.map { "\($0.rule): \($0.message)" }.joined(separator: " | ")
        }
    }

    /// A tenth too little is two SD of many elements: then fewer than the three failures that a pattern needs may be all
    /// there is to see, and nothing is proposed.
    @Test("A reference material of which too little was weighed in", arguments: [(0.85, 5), (0.90, 25), (1.12, 15)])
    func weighing(factor: Double, misses: Int) throws {
        let columns = SimulatedBatch.multiElement
        try expectRight(
            "weighing x \(factor)",
            seed: 20,
            in: columns,
            least: 20,
            misses: misses
        ) { materials, generator in
            var batch = try SimulatedBatch(columns, materials[0], materials[1], using: &generator)
            batch.scale(4, by: factor, columns: Array(columns.indices.dropFirst()))
            return miss(batch.judgement, .crmWeighing, "S104", "by four acid, and all look off by one factor")
        }
    }

    @Test("A reference material that is something nobody knows", arguments: Package.allCases)
    func mixUp(package: Package) throws {
        try expectRight("mix-up", seed: 21, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            for column in package.columns.indices {
                batch.rows[3].cells[column] *= Double.random(in: 1.6...4, using: &generator)
            }
            return miss(batch.judgement, .crmMixUp, "S104", "by unlike factors")
        }
    }

    @Test("One element off in all reference materials", arguments: Package.allCases)
    func calibration(package: Package) throws {
        try expectRight("calibration", seed: 22, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            guard let copper = package.columns.firstIndex(where: { $0.analyte == "Cu" }) else { return "no Cu" }
            batch.misreport(copper, by: 1.35)
            let proposals = batch.judgement.proposals
            let isRight =
                proposals.count == 1
                && proposals.allSatisfy {
                    $0.rule == RuleName.calibrationShift.rawValue && $0.analyte == "Cu"
                        && $0.message.contains("Cu in 2 of 2")
                }
            return isRight ? nil : proposals.map { "\($0.rule): \($0.message)" }.joined(separator: " | ")
        }
    }

    @Test("A number with two digits exchanged, or one changed, in the certificate", arguments: ["S161", "S118"])
    func number(printed: String) throws {
        try expectRight("number", seed: 23, in: SimulatedBatch.baseMetals, least: 5) { materials, generator in
            var batch = try SimulatedBatch(SimulatedBatch.baseMetals, materials[0], materials[1], using: &generator)
            batch.printedNames[16] = printed == "S118" ? "S186" : printed
            return miss(
                batch.judgement,
                .sampleNumberTranscription,
                printed == "S118" ? "S186" : printed,
                "is probably S116",
                materials[1].printed
            )
        }
    }

    @Test("A register that mistypes the name of a material", arguments: Package.allCases)
    func name(package: Package) throws {
        try expectRight("name", seed: 24, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            // One letter of the supplier's name, so that the wrong name is no material's.
            let wrong = "\(materials[0].printed.prefix(1))X\(materials[0].printed.dropFirst(2))"
            for index in batch.statements.indices where batch.statements[index].entry.sample == "S104" {
                batch.statements[index].entry.reference = wrong
            }
            return miss(
                batch.judgement,
                .materialNameTranscription,
                "S104",
                "'\(wrong)' is probably \(materials[0].printed), mistyped"
            )
        }
    }

    @Test("A duplicate of the sample next to the registered one", arguments: Package.allCases)
    func parent(package: Package) throws {
        try expectRight("parent", seed: 25, in: package.columns, least: package.least) { materials, generator in
            var batch = try SimulatedBatch(package.columns, materials[0], materials[1], using: &generator)
            // Row 11 is registered; the bag of 12 holds powder of row 10. Rows as unlike as ores are, not as wall rock.
            batch.rows[9].cells = batch.rows[10].cells.map { $0 * Double.random(in: 1.8...4, using: &generator) }
            batch.rows[11].cells = batch.rows[9].cells.map { $0 * (1 + 0.03 * SimulatedBatch.normal(&generator)) }
            return miss(batch.judgement, .duplicateMixUp, "S112", "S112 (duplicate of S111) looks like S110")
        }
    }
}
