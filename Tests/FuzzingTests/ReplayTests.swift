import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzing found once, and what it starts from, through the same checks; `make fuzz` makes up new inputs.
@Suite("Inputs of fuzzing")
struct ReplayTests {
    private static let corpus = SharedFiles.packageRoot.appending(path: "Tests/Fuzzing/Corpus")

    private static func kept(for target: any FuzzTarget) throws -> [URL] {
        let folder = corpus.appending(path: target.name)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
    }

    @Test("What fuzzing starts from is read to its end, and keeps every promise", arguments: FuzzTargets.all.indices)
    func seeds(_ index: Int) throws {
        let target = FuzzTargets.all[index]
        #expect(!target.seeds.isEmpty)
        for (number, seed) in target.seeds.enumerated() {
            #expect(target.reads(seed), "\(target.name), seed \(number) is refused")
            #expect(seed.count <= target.longestInput)
            try target.check(seed)
        }
    }

    @Test(
        "What broke a promise once is read again, fast and with every promise kept",
        arguments: FuzzTargets.all.indices
    )
    func kept(_ index: Int) throws {
        let target = FuzzTargets.all[index]
        for file in try Self.kept(for: target) {
            let input = [UInt8](try Data(contentsOf: file))
            let clock = ContinuousClock()
            let time = clock.measure {
                #expect(throws: Never.self, "\(target.name)/\(file.lastPathComponent)") { try target.check(input) }
            }
            // Without sanitizers it is a tenth of this; a hang is minutes.
            #expect(time < .seconds(20), "\(target.name)/\(file.lastPathComponent) took \(time)")
        }
    }

    @Test("Every folder of kept inputs belongs to a target")
    func folders() throws {
        let names = Set(FuzzTargets.all.map(\.name))
        for folder in try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path) {
            #expect(names.contains(folder), "\(folder)")
        }
    }

    @Test("The targets are named each by one word, and know words of their format")
    func targets() {
        #expect(Set(FuzzTargets.all.map(\.name)).count == FuzzTargets.all.count)
        for target in FuzzTargets.all { #expect(!target.words.isEmpty && target.longestInput > 0) }
    }
}
