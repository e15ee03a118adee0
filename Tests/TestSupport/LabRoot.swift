public import Foundation

/// A root for one test: a copy of the package's Standards, an empty Watch, and short times in cupel.toml.
public final class LabRoot: Sendable {
    /// Settles fast, lists often, and does not wait long for the rest of a truncated file.
    public static let quick = """
        [watch]
        settle_milliseconds = 60
        rescan_milliseconds = 400
        patience_seconds = 1
        """

    private let folder: TemporaryFolder
    /// Where deliveries are written before they are moved into incoming/ by rename.
    public let outside: String

    public init(configuration: String = LabRoot.quick) throws {
        folder = try TemporaryFolder()
        outside = folder.path + "/outside"
        let files = FileManager.default
        try files.copyItem(at: Self.package.appending(path: "Standards"), to: folder.url.appending(path: "Standards"))
        for path in [outside, incoming, archive, quarantine, alerts + "/closed"] {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        try Forking.whileNobodyForks {
            try Data(configuration.utf8).write(to: folder.url.appending(path: "cupel.toml"))
        }
    }

    public static var package: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    public var path: String { folder.path }
    public var standards: String { path + "/Standards" }
    public var watch: String { path + "/Watch" }
    public var incoming: String { watch + "/incoming" }
    public var archive: String { watch + "/archive" }
    public var quarantine: String { watch + "/quarantine" }
    public var alerts: String { watch + "/alerts" }
    public var ledger: String { watch + "/ledger.sqlite" }

    /// Delivers as a careful sender does: written elsewhere, then renamed into incoming/.
    public func deliver(_ name: String, _ text: String) throws { try deliver(name, Array(text.utf8)) }

    public func deliver(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(filePath: outside + "/" + UUID().uuidString)
        try Forking.whileNobodyForks { try Data(bytes).write(to: file) }
        guard rename(file.path, incoming + "/" + name) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: name])
        }
    }

    /// Delivers as a careless sender does: written in place.
    public func write(_ name: String, _ bytes: [UInt8]) throws {
        try Forking.whileNobodyForks { try Data(bytes).write(to: URL(filePath: incoming + "/" + name)) }
    }

    /// Writes a file that a program is to read at once.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        try Forking.whileNobodyForks { try Data(bytes).write(to: URL(filePath: path)) }
    }

    /// Lays a file down outside of Watch, for a command to be given.
    public func put(_ name: String, _ text: String) throws {
        try Forking.whileNobodyForks { try Data(text.utf8).write(to: URL(filePath: outside + "/" + name)) }
    }

    /// The names in a folder below the root, in order; none where there is no such folder.
    public static func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    public static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    /// Changes a text in one of the Standards.
    public func edit(_ file: String, replacing old: String, with new: String) throws {
        let path = standards + "/" + file
        let text = try Self.text(path)
        guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: old]) }
        try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
    }
}
