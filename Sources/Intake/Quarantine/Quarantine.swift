import Ledger

/// Where files go that could not be read, each with a note beside it that says why and what to do.
public struct Quarantine: Sendable {
    public let path: String

    private static let noteEnding = ".why.txt"

    public init(path: String) { self.path = path }

    /// Moves a name out of a folder into quarantine, whatever it is: a file, a link, a pipe, a folder.
    ///
    /// The note is written first and the move never replaces anything, so nothing is lost at any point. A name that
    /// is taken gets a number: `report.csv`, `report.csv-2`.
    func take(_ name: FileName, from folder: Folder, note: QuarantineNote) throws(FileFailure) {
        let quarantine = try Folder(path)
        // A name that ends as notes do would be overwritten by the note of another file.
        let plain = FileName.safe(name.display)
        let safe = plain.hasSuffix(Self.noteEnding) ? plain + "_" : plain
        for attempt in 1...10_000 {
            let place = FileName(attempt == 1 ? safe : "\(safe)-\(attempt)")
            guard try quarantine.facts(place) == nil else { continue }
            try quarantine.write(Array(note.text.utf8), as: FileName(place.display + Self.noteEnding))
            Failpoint.noteWritten.reach()
            if try Self.move(name, from: folder, to: quarantine, as: place) {
                try quarantine.sync()
                return
            }
        }
        throw FileFailure("find a free name for", quarantine.place(FileName(safe)), 17)
    }

    /// A rename; where quarantine/ stands on another file system, a copy that is on disk before the name goes.
    private static func move(
        _ name: FileName,
        from folder: Folder,
        to quarantine: Folder,
        as place: FileName
    ) throws(FileFailure) -> Bool {
        do throws(FileFailure) {
            return try folder.move(name, to: quarantine, as: place)
        } catch {
            guard error.isOtherFileSystem, try folder.facts(name)?.kind == .regular else { throw error }
            return try folder.carry(name, to: quarantine, as: place)
        }
    }
}

/// What a person reads beside a quarantined file.
struct QuarantineNote: Sendable {
    let fileName: String
    let sha256: String
    let size: Int64
    let seenAt: String
    /// The stable code of the refusal.
    let code: String
    /// What is wrong, where, and what to do.
    let reason: String
    /// Per layout that came closest: where it stopped fitting.
    let closest: [(layout: String, reason: String)]

    var text: String {
        var lines = [
            "Cupel could not take this file.",
            "",
            "File:     \(fileName)",
            "Size:     \(size) bytes",
            "SHA-256:  \(sha256.isEmpty ? "not read" : sha256)",
            "Seen:     \(seenAt)",
            "Code:     \(code)",
            "",
            "Why, and what to do:",
            "  \(reason)",
        ]
        if !closest.isEmpty {
            lines += ["", "The layouts that came closest:"]
            lines += closest.map { "  \($0.layout): \($0.reason)" }
        }
        lines += [
            "",
            "Nothing was stored from it. When the cause is mended, move the file (without this note) back to incoming/.",
            "",
        ]
        return lines.joined(separator: "\n")
    }
}
