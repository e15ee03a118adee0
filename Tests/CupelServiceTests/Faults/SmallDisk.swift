import Foundation
import TestSupport

/// A file system of a few megabytes in memory, mounted on a folder.
final class SmallDisk {
    let path: String
    private var isMounted = true

    /// Whether these tests may mount at all. Where they may not, that is told.
    static let isPossible: Bool = {
        guard geteuid() == 0, let path = try? TemporaryFolder(), let disk = try? SmallDisk(path.path, megabytes: 1)
        else {
            print("skipped: faults of the disk need to mount a tmpfs, as root")
            return false
        }
        disk.unmount()
        return true
    }()

    init(_ path: String, megabytes: Int) throws {
        self.path = path
        try Self.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path)
    }

    /// Mounts a folder on another one, as a disk that holds something already.
    init(_ path: String, showing folder: String) throws {
        self.path = path
        try Self.run("mount", "--bind", folder, path)
    }

    deinit { unmount() }

    func unmount() {
        if isMounted { try? Self.run("umount", "-l", path) }
        isMounted = false
    }

    func remount(_ option: String) throws { try Self.run("mount", "-o", "remount,\(option)", path) }

    /// Takes all the room there is.
    func fill() throws {
        let file = open(path + "/filler", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(file) }
        let zeros = [UInt8](repeating: 0, count: 4096)
        while write(file, zeros, zeros.count) > 0 {}
        guard errno == ENOSPC else { throw NeverHappened(description: "the disk is full: \(errno)") }
    }

    func makeRoom() { unlink(path + "/filler") }

    private static func run(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw NeverHappened(description: words.joined(separator: " "))
        }
    }
}
