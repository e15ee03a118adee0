import Foundation
import TestSupport
import Testing

@Suite("CONTRIBUTING")
struct ContributingTests {
    private let document: String

    init() throws { document = try DocumentWalk.document("CONTRIBUTING.md") }

    @Test("walks through a laboratory that works")
    func laboratory() throws {
        let walk = try DocumentWalk()
        try walk.follow(document)
        let verdict = try walk.run("cupel validate --root lab NA-1042.csv --register NA-1042-dispatch.csv")
        #expect(verdict.output.hasPrefix("NA-1042 (Northern Assay): PASS - 0 failed, 0 warned, "))
    }

    @Test("names every target of the package")
    func targets() throws {
        let sources = SharedFiles.packageRoot.appending(path: "Sources")
        for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            #expect(document.contains("`\(target)`"), "no row for \(target)")
        }
    }
}
