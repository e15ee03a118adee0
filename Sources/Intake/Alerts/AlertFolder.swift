import Ledger

/// alerts/: one .json and one .txt for every batch that a person must look at, and beside them the list for the
/// laboratory where there is something to re-assay; closed/ holds those that are done.
///
/// Those that stand open can be made again from the ledger at any time, and are, when Cupel starts: so they are written
/// whole or not at all, but a power cut may delay them until then. Closed ones are on disk before the open one goes.
public struct AlertFolder: Sendable {
    public let path: String
    /// How a person reaches the root in the commands that an alert shows.
    public let rootOption: String

    public init(path: String, rootOption: String) {
        self.path = path
        self.rootOption = rootOption
    }

    /// Brings the files of a batch in line with what the ledger holds of it.
    public func update(_ alert: Alert) throws {
        let (standing, closed) = (try Folder(path), try Folder(path + "/closed"))
        // Two laboratories turned out to use this batch number: each of their alerts gets a name with the laboratory.
        if alert.isShared {
            for folder in [standing, closed] { try remove(Self.name(of: alert.key), from: folder) }
        }
        let name = alert.isShared ? Self.sharedName(of: alert.key) : Self.name(of: alert.key)
        if alert.isOpen {
            try write(alert, name, to: standing)
            try remove(name, from: closed)
        } else if try holds(name, standing) {
            try write(alert, name, to: closed)
            Failpoint.alertClosed.reach()
            try remove(name, from: standing)
        }
    }

    /// The names of all files that stand open.
    func names() throws -> Set<FileName> { Set(try Folder(path).names()) }

    /// Whether an alert of a batch stands open.
    func holds(_ key: BatchKey) throws -> Bool {
        let folder = try Folder(path)
        return try Self.names(of: key).contains { name in
            try folder.facts(FileName(name + Self.endings[0])) != nil
                && folder.facts(FileName(name + Self.endings[1])) != nil
        }
    }

    /// Whether a batch has an alert among the names.
    func mayHold(_ key: BatchKey, among names: Set<FileName>) -> Bool {
        Self.names(of: key).contains { name in
            Self.endings.contains { names.contains(FileName(name + $0)) }
        }
    }

    /// What stands behind the batch's name: the document, the page, and the list for the laboratory.
    private static let endings = [".json", ".txt", ".reassay.csv"]

    /// Writes the files; those that are right already are left alone. A batch with nothing to re-assay has no list.
    private func write(_ alert: Alert, _ name: String, to folder: Folder) throws {
        let contents = [
            try JSONText.bytes(alert.document),
            Array(AlertText(alert: alert, rootOption: rootOption).text.utf8),
            alert.document.reassay.isEmpty ? nil : ReassaySheet(alert.document.reassay).bytes,
        ]
        for (ending, content) in zip(Self.endings, contents) {
            let file = FileName(name + ending)
            if let content {
                try update(folder, file, content, durable: !alert.isOpen)
            } else {
                try folder.remove(file)
            }
        }
    }

    private func remove(_ name: String, from folder: Folder) throws(FileFailure) {
        for ending in Self.endings { try folder.remove(FileName(name + ending)) }
    }

    private func holds(_ name: String, _ folder: Folder) throws(FileFailure) -> Bool {
        for ending in Self.endings {
            if try folder.facts(FileName(name + ending)) != nil { return true }
        }
        return false
    }

    private func update(_ folder: Folder, _ name: FileName, _ content: [UInt8], durable: Bool) throws(FileFailure) {
        if let there = try? SealedFile(name, in: folder, limit: 1 << 26), there.content == content { return }
        try folder.write(content, as: name, durable: durable)
        Failpoint.alertWritten.reach()
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

    /// All under which an alert of a batch may stand.
    private static func names(of key: BatchKey) -> [String] { [name(of: key), sharedName(of: key)] }

    private static func digits(of key: BatchKey) -> Substring {
        SealedFile.sha256(Array((key.laboratory + "\n" + key.batch).utf8)).prefix(8)
    }
}
