import Glibc
import Synchronization

/// What a process is working on, on disk, for the next one to find if this one dies over it.
///
/// A piece of work takes a slip: a file that stays, so that beginning and ending are one write each and no file is made
/// or removed. A lock that the system frees with the process tells slips in use from those of the dead. The content is
/// an identity a line and an empty line at the end, written at once; a slip that begins with a dash, or that a power cut
/// left without its end, names nothing.
final class WorkInHand: Sendable {
    private final class Slip: Sendable {
        let descriptor: Int32
        let path: String

        init(descriptor: Int32, path: String) { (self.descriptor, self.path) = (descriptor, path) }

        deinit { _ = Glibc.close(descriptor) }
    }

    private static let atRest: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "\n")]

    private let folder: Folder
    /// Ours and not in use.
    private let slips = Mutex<[Slip]>([])
    /// What processes that died had in hand when this one began.
    let abandoned: Set<String>

    init(path: String) throws(FileFailure) {
        folder = try Folder(path)
        var abandoned: Set<String> = []
        for name in try folder.names() {
            guard let slip = try Self.take(name, in: folder) else { continue }
            abandoned.formUnion(Self.names(on: slip))
            slips.withLock { $0.append(slip) }
        }
        self.abandoned = abandoned
    }

    /// Those that were told of are counted elsewhere now.
    func forgetAbandoned() throws(FileFailure) {
        for slip in slips.withLock({ $0 }) { try Self.write(Self.atRest, on: slip) }
    }

    /// Does some work, over which the process may die, on the files of these identities.
    func holding<Result>(_ identities: [String], _ work: () throws -> Result) throws -> Result {
        let slip = try takeSlip()
        defer { slips.withLock { $0.append(slip) } }
        try Self.write(Array((identities.joined(separator: "\n") + "\n\n").utf8), on: slip)
        // What cannot be taken back accuses a file of one death, which costs it nothing.
        defer { try? Self.write(Self.atRest, on: slip) }
        return try work()
    }

    private func takeSlip() throws(FileFailure) -> Slip {
        if let slip = slips.withLock({ $0.popLast() }) { return slip }
        var number = 0
        while true {
            if let slip = try Self.take(FileName("\(number)"), in: folder) { return slip }
            number += 1
        }
    }

    /// - Returns: nil where another process holds it, or it is another user's.
    private static func take(_ name: FileName, in folder: Folder) throws(FileFailure) -> Slip? {
        let path = folder.place(name)
        let file = name.withCString {
            openat(folder.descriptor, $0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
        }
        guard file >= 0 else {
            let failure = FileFailure("create", path)
            if failure.isPermission, try folder.facts(name) != nil { return nil }
            throw failure
        }
        let slip = Slip(descriptor: file, path: path)
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return slip }
        if errno == EWOULDBLOCK { return nil }
        throw FileFailure("lock", path)
    }

    private static func write(_ bytes: [UInt8], on slip: Slip) throws(FileFailure) {
        guard pwrite(slip.descriptor, bytes, bytes.count, 0) == bytes.count else {
            throw FileFailure("write", slip.path)
        }
    }

    private static func names(on slip: Slip) -> [String] {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = pread(slip.descriptor, &bytes, bytes.count, 0)
        guard count > 0, bytes[0] != atRest[0] else { return [] }
        let lines = bytes[..<count].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let end = lines.firstIndex(where: \.isEmpty), end + 1 < lines.endIndex else { return [] }
        let names = lines[..<end].map { String(decoding: $0, as: UTF8.self) }
        return names.allSatisfy { $0.allSatisfy { $0.isNumber || $0 == "-" } } ? names : []
    }
}
