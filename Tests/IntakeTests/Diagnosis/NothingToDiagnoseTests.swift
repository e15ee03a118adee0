import Geochemistry
import QualityControl
import TestSupport
import Testing

/// Where nothing was mixed up, nothing is proposed.
@Suite("Diagnosis: batches without a mishap")
struct NothingToDiagnoseTests {
    enum Package: String, CaseIterable {
        case gold, baseMetals, multiElement, wholeRock

        var columns: [SimulatedBatch.Column] {
            switch self {
            case .gold: SimulatedBatch.gold
            case .baseMetals: SimulatedBatch.baseMetals
            case .multiElement: SimulatedBatch.multiElement
            case .wholeRock: SimulatedBatch.wholeRock
            }
        }

        var least: Int {
            switch self {
            case .gold: 1
            case .baseMetals: 5
            case .multiElement: 20
            case .wholeRock: 6
            }
        }
    }

    @Test("A laboratory in control: no proposal in 300 batches", arguments: Package.allCases)
    func inControl(package: Package) throws {
        var generator = SeededGenerator(seed: 31)
        let materials = try SimulatedBatch.materials(for: package.columns, atLeast: package.least)
        var said: [String] = []
        var failed = 0
        for _ in 0..<300 {
            let used = materials.shuffled(using: &generator)
            let judgement = try SimulatedBatch(package.columns, used[0], used[1], using: &generator).judgement
            said += judgement.proposals.map { "\($0.rule): \($0.message)" }
            failed += judgement.outcome == .fail ? 1 : 0
            if judgement.outcome == .pass { #expect(judgement.proposals.isEmpty) }
        }
        print(
            "in control, \(package.rawValue): \(said.count) proposals in 300 batches, \(failed) of which fail by chance"
        )
        #expect(said == [])
    }

    @Test("A plain failure of 3.5 SD is no swap and nothing else", arguments: Package.allCases, [3.5, -3.5])
    func plainFailure(package: Package, z: Double) throws {
        var generator = SeededGenerator(seed: 32)
        let materials = try SimulatedBatch.materials(for: package.columns, atLeast: package.least)
        var said: [String] = []
        var failures = 0
        for _ in 0..<300 {
            let used = materials.shuffled(using: &generator)
            var batch = try SimulatedBatch(package.columns, used[0], used[1], using: &generator)
            let analyte = package.columns.map(\.analyte).randomElement(using: &generator) ?? "Au"
            batch.shift(4, to: z, analyte: analyte)
            let judgement = batch.judgement
            failures += judgement.results.contains { $0.rule == .crm3SD } ? 1 : 0
            // Where chance puts the other material beyond its window as well, it is two failures and no plain one.
            let failed = Set(judgement.results.filter { $0.rule == .crm3SD }.map(\.columnIndex))
            let isAccompanied = judgement.results.contains {
                $0.kind == .crm && $0.sampleIndex != 3 && failed.contains($0.columnIndex)
                    && ($0.outcome == .fail || $0.outcome == .warn)
            }
            if isAccompanied { continue }
            said += judgement.proposals.map { "\($0.rule): \($0.message)" }
        }
        print("3.5 SD, \(package.rawValue): \(said.count) proposals in 300 batches, \(failures) with a failure")
        #expect(failures > 150)
        #expect(said == [])
    }

    @Test(
        "Gold alone: a swap between materials that the batch uses is proposed, with the warning that it is one element"
    )
    func goldAlone() throws {
        var generator = SeededGenerator(seed: 33)
        let materials = try SimulatedBatch.materials(for: SimulatedBatch.gold, atLeast: 1)
        var right = 0
        var cases = 0
        while cases < 100 {
            let used = materials.shuffled(using: &generator)
            let batch = try SimulatedBatch(SimulatedBatch.gold, used[0], used[1], bags: [4: used[1]], using: &generator)
            let judgement = batch.judgement
            // Materials that are alike in gold are no mishap that gold can show.
            guard let z = judgement.results.first(where: { $0.sampleIndex == 3 })?.z, abs(z) > 6 else { continue }
            cases += 1
            let isRight = judgement.proposals.contains { finding in
                finding.rule == RuleName.crmSwap.rawValue && finding.message.contains("looks like \(used[1].printed) ")
                    && finding.message.contains("Only Au could be compared")
            }
            right += isRight ? 1 : 0
        }
        print("gold alone: \(right) of 100 right")
        #expect(right >= 95)
    }
}
