import Ledger

/// alerts/: one .json and one .txt for every batch that a person must look at; closed/ holds those that are done.
///
/// Both files can be made again from the ledger at any time, and are, when Cupel starts: so they are written whole
/// or not at all, but a power cut may delay them until then.
public struct AlertFolder: Sendable {
    public let path: String
    /// How a person reaches the root in the commands that an alert shows.
    public let rootOption: String

    public init(path: String, rootOption: String) {
        self.path = path
        self.rootOption = rootOption
    }

    /// Brings both files of a batch in line with what the ledger holds of it.
    public func update(_ alert: Alert) throws {
        if alert.isShared { try forget(Self.name(of: alert.key)) }
        let name = alert.isShared ? Self.sharedName(of: alert.key) : Self.name(of: alert.key)
        if alert.isOpen { try open(alert, name) } else { try close(alert, name) }
    }

    /// Removes the files under the batch's own name, which two laboratories turned out to use: each of their alerts is
    /// written under a name with the laboratory in it.
    private func forget(_ name: String) throws {
        for folder in [try Folder(path), try Folder(path + "/closed")] {
            try folder.remove(FileName(name + ".json"))
            try folder.remove(FileName(name + ".txt"))
        }
    }

    /// The names of all files that stand open.
    func names() throws -> Set<FileName> { Set(try Folder(path).names()) }

    /// Whether a batch has an alert among the names.
    func mayHold(_ key: BatchKey, among names: Set<FileName>) -> Bool {
        [Self.name(of: key), Self.sharedName(of: key)].contains {
            names.contains(FileName($0 + ".json")) || names.contains(FileName($0 + ".txt"))
        }
    }

    /// Writes both files of an open alert; files that are right already are left alone.
    private func open(_ alert: Alert, _ name: String) throws {
        let folder = try Folder(path)
        try update(folder, FileName(name + ".json"), try JSONText.bytes(alert.document))
        try update(
            folder,
            FileName(name + ".txt"),
            Array(AlertText(alert: alert, rootOption: rootOption).text.utf8)
        )
        let closed = try Folder(path + "/closed")
        try closed.remove(FileName(name + ".json"))
        try closed.remove(FileName(name + ".txt"))
    }

    /// Moves both files of an alert that is done to closed/, with its last state in them.
    private func close(_ alert: Alert, _ name: String) throws {
        let folder = try Folder(path)
        guard try folder.facts(FileName(name + ".json")) != nil || folder.facts(FileName(name + ".txt")) != nil
        else { return }
        let closed = try Folder(path + "/closed")
        try update(closed, FileName(name + ".json"), try JSONText.bytes(alert.document))
        try update(
            closed,
            FileName(name + ".txt"),
            Array(AlertText(alert: alert, rootOption: rootOption).text.utf8)
        )
        try folder.remove(FileName(name + ".json"))
        try folder.remove(FileName(name + ".txt"))
    }

    private func update(_ folder: Folder, _ name: FileName, _ content: [UInt8]) throws(FileFailure) {
        if let there = try? SealedFile(name, in: folder, limit: 1 << 26), there.content == content { return }
        try folder.write(content, as: name, durable: false)
    }

    /// The batch's own name where that is safe; otherwise made safe, with a few digits of its hash, so that two
    /// batches never share a file.
    static func name(of key: BatchKey) -> String {
        let safe = FileName.safe(key.batch)
        return safe == key.batch ? safe : safe + "-" + digits(of: key)
    }

    /// The name where another laboratory uses the same batch number: with the laboratory in it, whichever came first.
    static func sharedName(of key: BatchKey) -> String {
        FileName.safe(key.batch) + "-" + FileName.safe(key.laboratory) + "-" + digits(of: key)
    }

    private static func digits(of key: BatchKey) -> Substring {
        SealedFile.sha256(Array((key.laboratory + "\n" + key.batch).utf8)).prefix(8)
    }
}
