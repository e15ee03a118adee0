import Foundation
import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("Loading a Standards folder")
struct StandardsFolderTests {
    @Test("A sound folder loads, and its check finds nothing")
    func soundFolder() throws {
        let small = try SmallFolder()
        let snapshot = try small.load()
        #expect(small.told == [])
        let material = try #require(snapshot.materials[MaterialName("test-1 (Fire Assay)")])
        #expect(material.certificate == "TEST 1 of 2020")
        #expect(material.values.map(\.place) == ["TEST_1.csv:3", "TEST_1.csv:4"])
        #expect(snapshot.defaultPolicy.file == "policies/default.toml")
        #expect(
            snapshot.snapshotFiles.map(\.path) == [
                "analytes.csv", "materials/TEST_1.csv", "policies/default.toml", "sampling.toml",
            ]
        )
    }

    @Test("Errors of all files are thrown together, by file and line")
    func allErrorsAtOnce() throws {
        let small = try SmallFolder([
            "materials/TEST_1.csv": SmallFolder.material.replacing("fire_assay", with: "fire_asay"),
            "policies/default.toml": SmallFolder.policy.replacing("consecutive = 2\nwarn_percent = 5\n", with: ""),
        ])
        #expect(
            small.refusals == [
                "materials/TEST_1.csv:3: error: 'fire_asay' is not a value of 'digestion'; did you mean 'fire_assay'? "
                    + "it may be: " + DigestionClass.allCases.map(\.rawValue).joined(separator: ", "),
                "policies/default.toml:6: error: missing key 'consecutive' in [crm]; it wants a whole number",
                "policies/default.toml:6: error: missing key 'warn_percent' in [crm]; it wants a number",
            ]
        )
    }

    @Test("A folder that is not there, or has no analytes or default policy, says so and nothing more")
    func missingParts() throws {
        #expect(
            StandardsFolder("/nowhere/Standards").check().map(\.description) == [
                "/nowhere/Standards: error: the folder is missing"
            ]
        )
        #expect(try SmallFolder(["analytes.csv": nil]).told == ["analytes.csv: error: the file is missing"])
        #expect(
            try SmallFolder(["policies/default.toml": nil]).refusals.contains(
                "policies/default.toml: error: the file is missing; batches whose project has no policy of its own "
                    + "are judged by it"
            )
        )
    }

    @Test("A folder without sampling.toml has no sampling rules")
    func samplingIsOptional() throws {
        #expect(try SmallFolder(["sampling.toml": nil]).load().sampling.isEmpty)
    }

    @Test("An error in a laboratory's file is one of the folder's")
    func laboratoryErrors() throws {
        let small = try SmallFolder(["laboratories/x.toml": "name = \"X\"\nlayuot = 1\n"])
        let refusals = small.refusals
        #expect(refusals.count == 1)
        #expect(
            refusals.first?.hasPrefix(
                "laboratories/x.toml:2: error: unknown key 'layuot' at the top of the file; did you mean 'layout'?"
            ) == true
        )
    }

    @Test("Other files are told, but not hidden ones, copies of editors and notes")
    func otherFiles() throws {
        let small = try SmallFolder([
            "materials/TEST_2.xlsx": "x", "materials/.hidden": "x", "materials/TEST_1.csv~": "x",
            "materials/README.md": "x",
        ])
        #expect(
            small.told == ["materials/TEST_2.xlsx: warning: this file is not read: only files ending in .csv are"]
        )
        #expect(try small.load().warnings.count == 1)
    }

    @Test("A link to nowhere is an error, never an empty table")
    func brokenLink() throws {
        let small = try SmallFolder()
        try FileManager.default.createDirectory(
            at: small.temporary.url.appending(path: "materials/FOLDER.csv"),
            withIntermediateDirectories: false
        )
        #expect(small.refusals == ["materials/FOLDER.csv: error: the file cannot be read: it is no ordinary file"])
    }
}

@Suite("The hash of a snapshot")
struct SnapshotHashTests {
    @Test("The same content gives the same hash in another folder")
    func sameContent() throws {
        let first = try SmallFolder().load()
        let second = try SmallFolder().load()
        #expect(first.sha256 == second.sha256)
        // Computed by another implementation from the rule in ContentHash.
        #expect(first.sha256 == "02be01e628693dead1aaa6b85821d5d015a45009ec4cf527070b01bd06506041")
    }

    @Test("A changed or a renamed file changes it; a policy does not, and has its own")
    func changes() throws {
        let plain = try SmallFolder().load()
        let edited = try SmallFolder(["sampling.toml": "# nothing\n"]).load()
        let renamed = try SmallFolder([
            "materials/TEST_1.csv": nil, "materials/TEST_A.csv": SmallFolder.material,
        ]).load()
        let policy = try SmallFolder(["policies/default.toml": SmallFolder.policy + "# more\n"]).load()
        #expect(Set([plain.sha256, edited.sha256, renamed.sha256]).count == 3)
        #expect(policy.sha256 == plain.sha256)
        #expect(policy.defaultPolicy.sha256 != plain.defaultPolicy.sha256)
    }

    @Test("A policy's hash is that of its file")
    func policyHash() throws {
        let loaded = try SmallFolder().load().defaultPolicy
        #expect(loaded.sha256 == "1157438751b6900556d905dceefd6af539264a4fbedeab8192ce0bb9ca3d6c70")
    }
}
