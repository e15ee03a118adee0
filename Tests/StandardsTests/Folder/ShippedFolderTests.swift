import CertificateReading
import Foundation
import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("The Standards folder as shipped")
struct ShippedFolderTests {
    static let folder = StandardsFolder(SharedFiles.packageRoot.appending(path: "Standards").path)

    private static let loaded = Result { () throws(StandardsProblems) in try folder.load() }

    /// Read once for all tests.
    static func snapshot() throws -> StandardsSnapshot { try loaded.get() }

    @Test("It loads without an error or a warning")
    func loads() throws {
        let snapshot = try Self.snapshot()
        #expect(snapshot.warnings.isEmpty)
        #expect(snapshot.materials.materials.count >= 35)
        #expect(snapshot.policies.keys.contains("default"))
        #expect(Set(snapshot.laboratories.map(\.name)).isSuperset(of: ["ALS", "Actlabs"]))
        #expect(snapshot.sampling.isEmpty)
        #expect(snapshot.sha256.count == 64)
    }

    @Test("Its check finds nothing")
    func checks() {
        #expect(Self.folder.check().map(\.description) == [])
    }
}
