import Ledger

/// How often the program died over a file, known before the file is read and before it is judged, so that a file that
/// kills the process is set aside at the third try.
///
/// A file is in hand only while it is being worked on: a process that is killed while it waits for the disk accuses no
/// file. The next process finds what was in hand, and counts it. Files that are read side by side are accused together,
/// and from then on each is worked on alone, so that only the guilty one is accused again. The counts are small files
/// that survive the death of the process; a power cut may lose one, which costs one more try. They are keyed by the
/// file's identity, so that a corrected file of the same name starts anew.
struct Attempts: Sendable {
    static let limit = 3

    private let folder: Folder
    private let inHand: WorkInHand

    /// Counts what processes that died had in hand.
    /// - Parameters:
    ///   - path: the folder of the counts.
    ///   - slips: the folder of what is in hand.
    init(path: String, slips: String) throws(FileFailure) {
        folder = try Folder(path)
        inHand = try WorkInHand(path: slips)
        for identity in inHand.abandoned {
            let name = FileName(identity)
            // One digit, which is written whole or not at all.
            try folder.mark(name, UInt8(ascii: "0") + UInt8(clamping: min(count(name) &+ 1, 9)))
        }
        try inHand.forgetAbandoned()
    }

    /// How often the program died over it.
    func unfinished(_ facts: FileFacts) -> Int { unfinished(identity: facts.identity) }

    /// The same of anything that has an identity: numbers with `:` between.
    func unfinished(identity: String) -> Int { count(FileName(Self.key(identity))) }

    /// Does some work on files that may end the program.
    func counting<Result>(_ facts: [FileFacts], _ work: () throws -> Result) throws -> Result {
        try counting(identities: facts.map(\.identity), work)
    }

    func counting<Result>(identities: [String], _ work: () throws -> Result) throws -> Result {
        try inHand.holding(identities.map(Self.key)) {
            Failpoint.attemptCounted.reach()
            return try work()
        }
    }

    /// The file is done with.
    func end(_ facts: FileFacts) { end(identity: facts.identity) }

    /// The same for one that is gone.
    func end(identity: String) { try? folder.remove(FileName(Self.key(identity))) }

    private func count(_ name: FileName) -> Int {
        guard let sealed = try? SealedFile(name, in: folder, limit: 16) else { return 0 }
        return Int(String(decoding: sealed.content, as: UTF8.self)) ?? 0
    }

    private static func key(_ identity: String) -> String { identity.replacing(":", with: "-") }
}
