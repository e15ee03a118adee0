import Foundation
import TestSupport

/// What a power cut may do beyond the death of the process: whatever nobody had flushed to disk is torn.
///
/// Simulated: open alerts, counts of attempts and half-written files with hidden names are cut off, zeroed from some
/// byte on, or gone; originals that the ledger does not know yet lose their name; so do links of deliveries that have
/// not settled, whose files also come back into incoming/, as where their removal was not flushed; and the ledger's
/// write-ahead log, see ``TornLog``. Not simulated: disks that lie about having flushed, and a rename that is
/// undone while what was flushed after it stands. What `synchronous = FULL` or `fsync` promised stays as it is: originals
/// and documents of the ledger, closed alerts, notes and files in quarantine.
struct PowerCut {
    /// How much of each kind has been torn.
    private(set) var tally: [String: Int] = [:]
    private var log = TornLog()

    private static func kept(_ lab: LabRoot) -> String { lab.outside + "/kept" }

    /// Delivers by rename, and keeps a second name of the same file, under which its removal can be undone.
    static func deliver(_ item: Stream.Item, to lab: LabRoot) throws {
        try FileManager.default.createDirectory(atPath: kept(lab), withIntermediateDirectories: true)
        let (keptName, hidden) = (kept(lab) + "/" + item.name, lab.incoming + "/." + item.name)
        try LabRoot.write(item.bytes, to: keptName)
        guard link(keptName, hidden) == 0, rename(hidden, lab.incoming + "/" + item.name) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: item.name])
        }
    }

    /// Tears what may be torn. No process has the root open.
    mutating func strike(_ lab: LabRoot, using random: inout SeededGenerator) throws {
        // In order, so that a seed means the same tearing wherever the folder stands.
        for name in LabRoot.names(in: lab.watch + "/.attempts") {
            try tear(lab.watch + "/.attempts/" + name, "counts", using: &random)
        }
        for name in LabRoot.names(in: lab.watch + "/.in-hand") {
            try tear(lab.watch + "/.in-hand/" + name, "counts", using: &random)
        }
        for name in LabRoot.names(in: lab.alerts) where name != "closed" {
            try tear(lab.alerts + "/" + name, "alerts", using: &random)
        }
        for path in FileManager.default.enumerator(atPath: lab.watch)?.compactMap({ $0 as? String }).sorted() ?? [] {
            guard path.split(separator: "/").last?.hasPrefix(".new-") == true else { continue }
            if FileManager.default.fileExists(atPath: lab.watch + "/" + path) {
                try tear(lab.watch + "/" + path, "half-written files", using: &random)
            }
        }
        guard FileManager.default.fileExists(atPath: lab.ledger) else { return }
        for what in try log.tear(lab, using: &random) { tally[what, default: 0] += 1 }
        // From here on the ledger is read, as the next start would see it.
        guard let known = try? LedgerView(lab: lab).rows("SELECT DISTINCT sha256 FROM deliveries") else { return }
        try forgetOriginals(lab, but: Set(known), using: &random)
        try undoRemovals(lab, using: &random)
    }

    private mutating func tear(_ path: String, _ what: String, using random: inout SeededGenerator) throws {
        guard Int.random(in: 0...2, using: &random) == 0, let bytes = FileManager.default.contents(atPath: path) else {
            return
        }
        tally[what, default: 0] += 1
        let kept = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: try FileManager.default.removeItem(atPath: path)
        case 1: try LabRoot.write(Array(bytes.prefix(kept)), to: path)
        default: try LabRoot.write(bytes.prefix(kept) + [UInt8](repeating: 0, count: bytes.count - kept), to: path)
        }
    }

    private mutating func forgetOriginals(
        _ lab: LabRoot,
        but known: Set<String>,
        using random: inout SeededGenerator
    ) throws {
        let shelves = lab.archive + "/by-hash"
        for shelf in LabRoot.names(in: shelves) {
            for name in LabRoot.names(in: shelves + "/" + shelf)
            where !known.contains(String(name.prefix(64))) && Bool.random(using: &random) {
                try FileManager.default.removeItem(atPath: shelves + "/" + shelf + "/" + name)
                tally["originals", default: 0] += 1
            }
        }
    }

    private mutating func undoRemovals(_ lab: LabRoot, using random: inout SeededGenerator) throws {
        let unsettled = try LedgerView(lab: lab).rows(
            """
            SELECT file_name, sha256 FROM delivery WHERE settled = 0 AND disposition <> 'quarantined' ORDER BY id
            """
        ).map { $0.split(separator: "|").map(String.init) }
        for delivery in unsettled {
            let (name, digits) = (delivery[0], delivery[1].prefix(12))
            let links = lab.archive + "/by-certificate/ALS"
            for batch in LabRoot.names(in: links) {
                for link in LabRoot.names(in: links + "/" + batch) where link.hasPrefix(digits) {
                    let path = links + "/" + batch + "/" + link
                    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil,
                        Bool.random(using: &random)
                    else { continue }
                    try FileManager.default.removeItem(atPath: path)
                    tally["links", default: 0] += 1
                }
            }
            guard Bool.random(using: &random) else { continue }
            if link(Self.kept(lab) + "/" + name, lab.incoming + "/" + name) == 0 { tally["removals", default: 0] += 1 }
        }
    }
}
