/// What keeps files from being taken, file by file, until each is done or gone.
struct Hindrances: Sendable {
    enum Kind: Sendable, Comparable {
        /// Something of ours is in the way: a full disk, a locked ledger. It may concern all files.
        case ours
        /// The sender has to do something about this file.
        case senders
    }

    private struct Hindrance: Equatable {
        let kind: Kind
        let reason: String
    }

    /// More than so many at a time are not news each, or a full disk would fill the log as well.
    static let told = 10

    private var standing: [FileName: Hindrance] = [:]

    /// Notes what is in the way of a file.
    /// - Returns: whether people should hear of it: they do once, however often the file is tried.
    mutating func note(_ name: FileName, _ kind: Kind, _ reason: String) -> Bool {
        let hindrance = Hindrance(kind: kind, reason: reason)
        let known = standing.updateValue(hindrance, forKey: name)
        return known != hindrance && (known != nil || standing.count <= Self.told)
    }

    func stands(for name: FileName) -> Bool { standing[name] != nil }

    mutating func clear(_ name: FileName) { if !standing.isEmpty { standing[name] = nil } }

    /// Forgets the names that are gone.
    mutating func keepOnly(where isThere: (FileName) -> Bool) {
        guard !standing.isEmpty else { return }
        standing = standing.filter { isThere($0.key) }
    }

    /// For systemd and people, on one line; nil where nothing is in the way.
    var words: String? {
        let first = standing.min { one, other in
            guard one.value.kind == other.value.kind else { return one.value.kind < other.value.kind }
            return one.key.bytes.lexicographicallyPrecedes(other.key.bytes)
        }
        guard let first else { return nil }
        let others = standing.count - 1
        let reason = first.value.reason.replacing("\n", with: " | ")
        switch others {
        case 0: return reason
        case 1: return reason + "; and 1 other file"
        default: return reason + "; and \(others) other files"
        }
    }
}
