/// How often reading a file has been begun without being finished, counted on disk before parsing, so that a file
/// that kills the process is set aside at the third try.
///
/// The counts are small files that survive the death of the process; a power cut may lose one, which costs one more
/// try. They are keyed by the file's identity, so that a corrected file of the same name starts anew.
struct Attempts: Sendable {
    static let limit = 3

    private let folder: Folder

    init(path: String) throws(FileFailure) { folder = try Folder(path) }

    /// The tries that were begun before and never ended.
    func unfinished(_ facts: FileFacts) -> Int {
        guard let sealed = try? SealedFile(name(facts), in: folder, limit: 16) else { return 0 }
        return Int(String(decoding: sealed.content, as: UTF8.self)) ?? 0
    }

    func begin(_ facts: FileFacts) throws(FileFailure) {
        try folder.write(Array("\(unfinished(facts) + 1)".utf8), as: name(facts), durable: false)
    }

    func end(_ facts: FileFacts) { try? folder.remove(name(facts)) }

    private func name(_ facts: FileFacts) -> FileName {
        FileName(facts.identity.replacing(":", with: "-"))
    }
}
