package import Glibc
import Ledger
import Synchronization

extension Folder {
    /// Writes a file whole or not at all: into a hidden name, flushed to disk, then renamed; then the folder is flushed.
    ///
    /// - Parameters:
    ///   - mode: permission bits, `0o444` for what must not be altered.
    ///   - durable: false leaves the flushing to the system, for files that can be made again from the ledger.
    ///   - desk: a folder of the same file system in which the hidden name stands; nil for this one.
    package func write(
        _ content: [UInt8],
        as name: FileName,
        mode: mode_t = 0o644,
        durable: Bool = true,
        on desk: Folder? = nil
    ) throws(FileFailure) {
        let desk = desk ?? self
        let path = place(name)
        // After a power cut a name may stand on disk before its content does, where nobody flushed it.
        let isTorn = !durable && Failpoint.alertTorn.isDue
        let hidden = try desk.fill(name, mode: mode, durable: durable) { file throws(FileFailure) in
            if isTorn || Failpoint.fileTorn.isDue {
                try Self.write(Array(content.prefix(content.count / 2)), to: file, path: path)
                if !isTorn { Failpoint.die() }
            } else {
                try Self.write(content, to: file, path: path)
            }
        }
        Failpoint.fileFilled.reach()
        try desk.replace(hidden, to: self, as: name)
        if isTorn { Failpoint.die() }
        Failpoint.fileRenamed.reach()
        if durable { try sync() }
    }

    /// Writes a long file piece by piece, whole or not at all: where `pour` throws, what was there before stays.
    package func write(as name: FileName, _ pour: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        let path = place(name)
        var failure: (any Error)?
        let hidden: FileName
        do {
            hidden = try fill(name, mode: 0o644, durable: true) { file throws(FileFailure) in
                do {
                    try pour { try Self.write($0, to: file, path: path) }
                } catch {
                    failure = error
                    throw FileFailure("write", path)
                }
            }
        } catch {
            throw failure ?? error
        }
        try replace(hidden, to: self, as: name)
        try sync()
    }

    /// Writes a new file whole or not at all, and never onto an existing name; it is on disk when this returns.
    /// - Returns: false where the name is taken; then nothing was changed.
    package func writeNew(_ content: [UInt8], as name: FileName) throws(FileFailure) -> Bool {
        let path = place(name)
        let hidden = try fill(name, mode: 0o644, durable: true) { file throws(FileFailure) in
            try Self.write(content, to: file, path: path)
        }
        guard try move(hidden, to: self, as: name) else {
            try remove(hidden)
            return false
        }
        try sync()
        return true
    }

    /// Makes one byte the content of a file that holds one byte, or is not there. The system flushes it when it likes.
    func mark(_ name: FileName, _ byte: UInt8) throws(FileFailure) {
        let file = name.withCString { openat(descriptor, $0, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644) }
        guard file >= 0 else { throw FileFailure("create", place(name)) }
        defer { _ = Glibc.close(file) }
        try Self.write([byte], to: file, path: place(name))
    }

    /// Makes a hidden file for a name, has it filled, and flushes it where asked. Where that fails, nothing is left.
    /// - Returns: the hidden name, for the caller to rename.
    private func fill(
        _ name: FileName,
        mode: mode_t,
        durable: Bool,
        _ pour: (Int32) throws(FileFailure) -> Void
    ) throws(FileFailure) -> FileName {
        let hidden = Self.hidden(name)
        let file = hidden.withCString {
            openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        guard file >= 0 else { throw FileFailure("create", place(name)) }
        do throws(FileFailure) {
            try pour(file)
            if durable, fdatasync(file) != 0 { throw FileFailure("write to disk", place(name)) }
        } catch {
            _ = Glibc.close(file)
            try? remove(hidden)
            throw error
        }
        guard Glibc.close(file) == 0 else {
            let failure = FileFailure("write", place(name))
            try? remove(hidden)
            throw failure
        }
        return hidden
    }

    /// A name that nobody else writes to: other threads and other programs put files of the same name here, too.
    private static func hidden(_ name: FileName) -> FileName {
        let number = counter.add(1, ordering: .relaxed).newValue
        return FileName(bytes: Array(".new-\(getpid())-\(number)-".utf8) + name.bytes.prefix(180))
    }

    private static let counter = Atomic<UInt64>(0)

    /// Removes what a process that died left half written. Where its number is in use again, an hour tells: nothing is
    /// written for as long.
    func sweep() throws(FileFailure) {
        for name in try names() {
            guard let writer = Self.writer(name), let facts = try facts(name), facts.kind == .regular else { continue }
            let isGone = kill(writer, 0) != 0 && errno == ESRCH
            if isGone || WallClock.nanoseconds &- facts.modified > 3_600_000_000_000 { try remove(name) }
        }
    }

    /// The process that made a hidden name; nil for any other name.
    private static func writer(_ name: FileName) -> pid_t? {
        let prefix = Array(".new-".utf8)
        guard name.bytes.starts(with: prefix) else { return nil }
        let digits = name.bytes.dropFirst(prefix.count).prefix { $0 != UInt8(ascii: "-") }
        return pid_t(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func write(_ content: [UInt8], to file: Int32, path: String) throws(FileFailure) {
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress.map { $0 + written }, content.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFailure("write", path) }
            written += count
        }
    }

    /// Copies a plain file into a folder of another file system and then removes it here: whole or not at all, and never
    /// onto an existing name.
    /// - Returns: false where the target name is taken.
    func carry(_ name: FileName, to folder: Folder, as target: FileName) throws(FileFailure) -> Bool {
        let source = name.withCString { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard source >= 0 else { throw FileFailure("open", place(name)) }
        defer { _ = Glibc.close(source) }
        let (from, into) = (place(name), folder.place(target))
        let hidden = try folder.fill(target, mode: 0o644, durable: true) { file throws(FileFailure) in
            try Self.pour(from: source, from, into: file, into)
        }
        guard try folder.move(hidden, to: folder, as: target) else {
            try folder.remove(hidden)
            return false
        }
        try folder.sync()
        try remove(name)
        return true
    }

    private static func pour(
        from source: Int32,
        _ sourcePath: String,
        into file: Int32,
        _ path: String
    ) throws(FileFailure) {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(source, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure("read", sourcePath) }
            if count == 0 { return }
            try write(Array(buffer[..<count]), to: file, path: path)
        }
    }

    /// Writes a file into a folder and removes it, as proof that it can be done.
    public static func proveWritable(_ path: String) throws(FileFailure) {
        let folder = try Folder(path, create: false)
        let proof = FileName(".proof")
        try folder.write([], as: proof, durable: false)
        try folder.remove(proof)
    }
}
