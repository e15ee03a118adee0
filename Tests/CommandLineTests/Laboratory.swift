import Foundation
import TestSupport

/// A root with a batch that passes and one that fails, for commands to be run on.
struct Laboratory {
    static let passing = GoldReport("VA26030001", samples: "A1")
    static let failing = GoldReport("VA26030002", samples: "A2", reported: "2026-03-05", standard: GoldReport.failing)

    let lab: LabRoot

    /// Files in outside/, nothing ingested.
    init() throws {
        lab = try LabRoot()
        try put("passing.csv", Self.passing.text)
        try put("failing.csv", Self.failing.text)
        try put("register.csv", GoldReport.registerHeader + Self.passing.registerRows + Self.failing.registerRows)
    }

    /// Everything ingested.
    static func judged() async throws -> Laboratory {
        let laboratory = try Laboratory()
        _ = try await laboratory.run("ingest", files: ["register.csv", "passing.csv", "failing.csv"])
        return laboratory
    }

    func file(_ name: String) -> String { lab.outside + "/" + name }

    func put(_ name: String, _ text: String) throws {
        try lab.put(name, text)
    }

    /// `cupel COMMAND --root ROOT FILES WORDS`
    func run(
        _ command: String,
        files: [String] = [],
        _ words: String...,
        input: String = ""
    ) async throws
        -> Program.Ended
    {
        try await Program.run([command, "--root", lab.path] + files.map(file) + words, input: input)
    }
}

/// A JSON document, as far as its shape is looked at.
enum JSONShape {
    static func array(_ text: String) throws -> [[String: Any]] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    }

    static func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    static func keys(_ value: Any?) -> [String] { ((value as? [String: Any])?.keys.sorted()) ?? [] }

    static func firstKeys(_ value: Any?) -> [String] { keys((value as? [Any])?.first) }
}
