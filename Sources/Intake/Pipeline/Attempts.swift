import Ledger

/// How often the program died over a file, counted on disk before the file is read and before it is judged, so that a
/// file that kills the process is set aside at the third try.
///
/// The count is one higher only while the file is being worked on: a process that is killed while it waits for the disk
/// accuses no file. Files that are read side by side are accused together, and from then on each is worked on alone, so
/// that only the guilty one is accused again. The counts are small files that survive the death of the process; a power
/// cut may lose one, which costs one more try. They are keyed by the file's identity, so that a corrected file of the
/// same name starts anew.
struct Attempts: Sendable {
    static let limit = 3

    private let folder: Folder

    init(path: String) throws(FileFailure) { folder = try Folder(path) }

    /// How often the program died over it.
    func unfinished(_ facts: FileFacts) -> Int {
        guard let sealed = try? SealedFile(name(facts), in: folder, limit: 16) else { return 0 }
        return Int(String(decoding: sealed.content, as: UTF8.self)) ?? 0
    }

    /// Does some work on a file that may end the program.
    func counting<Result>(_ facts: FileFacts, _ work: () throws -> Result) throws -> Result {
        let before = unfinished(facts)
        try write(before &+ 1, facts)
        Failpoint.attemptCounted.reach()
        defer { if before == 0 { end(facts) } else { try? write(before, facts) } }
        return try work()
    }

    /// Does some work that several files may make end the program.
    func counting<Result>(_ facts: ArraySlice<FileFacts>, _ work: () throws -> Result) throws -> Result {
        guard let first = facts.first else { return try work() }
        return try counting(first) { try counting(facts.dropFirst(), work) }
    }

    /// The file is done with.
    func end(_ facts: FileFacts) { try? folder.remove(name(facts)) }

    /// One digit, which is written whole or not at all.
    private func write(_ count: Int, _ facts: FileFacts) throws(FileFailure) {
        try folder.mark(name(facts), UInt8(ascii: "0") + UInt8(clamping: min(count, 9)))
    }

    private func name(_ facts: FileFacts) -> FileName {
        FileName(facts.identity.replacing(":", with: "-"))
    }
}
