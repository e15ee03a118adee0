import Foundation
import TestSupport

/// The ledger's files as a power cut may leave them where `synchronous = FULL` holds.
///
/// Behind the last commit anything may stand: what is there is cut off at some byte, or a frame of a next transaction
/// is begun. The last commit itself may lack where nothing tells that it had been acknowledged: the files that it
/// records are all in incoming/ still, and no checkpoint has copied it. Pages of the ledger that a checkpoint may have
/// been copying, those in the log, are torn in the middle; the log's index holds rubbish.
struct TornLog {
    /// Up to where the log must stand, because pages below it have been torn; for its salts.
    private var relied: (salts: [UInt8], end: Int) = ([], 0)

    /// - Returns: what was torn.
    mutating func tear(_ lab: LabRoot, using random: inout SeededGenerator) throws -> [String] {
        let path = lab.ledger + "-wal"
        guard let log = WriteAheadLog(path) else { return [] }
        var torn: [String] = []
        var frames = log.frames
        if Bool.random(using: &random), try isUnacknowledged(log, lab) {
            frames.removeLast(log.lastCommit.count)
            torn.append("commits")
        }
        let end = frames.last?.range.upperBound ?? WriteAheadLog.header
        let tail = try tail(behind: end, of: log, using: &random)
        try LabRoot.write(log.bytes.prefix(end) + tail, to: path)
        if !tail.isEmpty { torn.append("tails of the log") }
        if try tearPages(frames, log.pageSize, lab.ledger, using: &random) { torn.append("checkpoints") }
        relied = (log.salts, end)

        if FileManager.default.fileExists(atPath: lab.ledger + "-shm") {
            try LabRoot.write(Self.rubbish(32_768, using: &random), to: lab.ledger + "-shm")
        }
        return torn
    }

    private func isUnacknowledged(_ log: WriteAheadLog, _ lab: LabRoot) throws -> Bool {
        guard let start = log.lastCommit.first?.range.lowerBound,
            relied.salts != log.salts || start >= relied.end,
            let ledger = FileManager.default.contents(atPath: lab.ledger)
        else { return false }
        for frame in log.lastCommit {
            let place = (frame.page - 1) * log.pageSize
            guard place + log.pageSize <= ledger.count else { continue }
            let page = log.bytes[(frame.range.lowerBound + WriteAheadLog.frameHeader)..<frame.range.upperBound]
            if ledger[place..<(place + log.pageSize)].elementsEqual(page) { return false }
        }
        let before = Set(try Self.deliveries(ledger, log.bytes.prefix(start)))
        let recorded = try Self.deliveries(ledger, log.bytes.prefix(log.end)).filter { !before.contains($0) }
        let waiting = Set(LabRoot.names(in: lab.incoming))
        return !recorded.isEmpty && recorded.allSatisfy(waiting.contains)
    }

    /// The names that a ledger with this log has recorded.
    private static func deliveries(_ ledger: Data, _ log: ArraySlice<UInt8>) throws -> [String] {
        let copy = try LabRoot()
        try LabRoot.write([UInt8](ledger), to: copy.ledger)
        try LabRoot.write(Array(log), to: copy.ledger + "-wal")
        return (try? LedgerView(lab: copy).rows("SELECT file_name FROM deliveries")) ?? []
    }

    private func tail(
        behind end: Int,
        of log: WriteAheadLog,
        using random: inout SeededGenerator
    ) throws -> [UInt8] {
        // What stood in an undone commit is a torn tail as well, short of its last frame.
        let rest = Array(log.bytes[end...].prefix(max(0, log.bytes.count - end - log.pageSize)))
        if end < log.end || Bool.random(using: &random) {
            return Array(rest.prefix(Int.random(in: 0...rest.count, using: &random)))
        }
        let frame =
            [0, 0, 0, UInt8.random(in: 1...9, using: &random), 0, 0, 0, UInt8.random(in: 0...9, using: &random)]
            + log.salts + Self.rubbish(8 + log.pageSize, using: &random)
        return Array(frame.prefix(Int.random(in: 1...frame.count, using: &random)))
    }

    private func tearPages(
        _ frames: [WriteAheadLog.Frame],
        _ pageSize: Int,
        _ path: String,
        using random: inout SeededGenerator
    ) throws -> Bool {
        guard var ledger = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else { return false }
        var isTorn = false
        for page in Set(frames.map(\.page)).sorted() where Int.random(in: 0...5, using: &random) == 0 {
            guard page * pageSize <= ledger.count else { continue }
            // A sector is written whole; the header of the ledger lies in the first.
            let half = (page * pageSize - pageSize / 2)..<(page * pageSize)
            ledger.replaceSubrange(half, with: Self.rubbish(pageSize / 2, using: &random))
            isTorn = true
        }
        if isTorn { try LabRoot.write(ledger, to: path) }
        return isTorn
    }

    private static func rubbish(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}
