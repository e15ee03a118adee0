public import Ledger

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
    public func update(_ record: BatchRecord) throws {
        guard let document = BatchDocument(record) else { return }
        try update(document, isOpen: record.queueItem?.standing.isWaiting ?? false)
    }

    func update(_ document: BatchDocument, isOpen: Bool) throws {
        if isOpen { try open(document) } else { try close(document) }
    }

    /// Writes both files of an open alert; files that are right already are left alone.
    private func open(_ document: BatchDocument) throws {
        let folder = try Folder(path)
        let name = Self.name(laboratory: document.laboratory, batch: document.batch)
        try update(folder, FileName(name + ".json"), try JSONText.bytes(document))
        try update(
            folder,
            FileName(name + ".txt"),
            Array(AlertText(document: document, rootOption: rootOption).text.utf8)
        )
        let closed = try Folder(path + "/closed")
        try closed.remove(FileName(name + ".json"))
        try closed.remove(FileName(name + ".txt"))
    }

    /// Moves both files of an alert that is done to closed/, with its last state in them.
    private func close(_ document: BatchDocument) throws {
        let folder = try Folder(path)
        let name = Self.name(laboratory: document.laboratory, batch: document.batch)
        guard try folder.facts(FileName(name + ".json")) != nil || folder.facts(FileName(name + ".txt")) != nil
        else { return }
        let closed = try Folder(path + "/closed")
        try update(closed, FileName(name + ".json"), try JSONText.bytes(document))
        try update(
            closed,
            FileName(name + ".txt"),
            Array(AlertText(document: document, rootOption: rootOption).text.utf8)
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
    static func name(laboratory: String, batch: String) -> String {
        let safe = FileName.safe(batch)
        return safe == batch ? batch : safe + "-" + SealedFile.sha256(Array((laboratory + "\n" + batch).utf8)).prefix(8)
    }
}
