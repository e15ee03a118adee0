import Glibc

extension Folder {
    /// Writes a file whole or not at all: into a hidden name, flushed to disk, then renamed; then the folder is flushed.
    ///
    /// - Parameters:
    ///   - mode: permission bits, `0o444` for what must not be altered.
    ///   - durable: false leaves the flushing to the system, for files that can be made again from the ledger.
    func write(_ content: [UInt8], as name: FileName, mode: mode_t = 0o644, durable: Bool = true) throws(FileFailure) {
        let hidden = FileName(bytes: Array(".new-".utf8) + name.bytes.prefix(200))
        try remove(hidden)
        let file = hidden.withCString {
            openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        guard file >= 0 else { throw FileFailure("create", place(name)) }
        do throws(FileFailure) {
            try Self.write(content, to: file, path: place(name))
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
        try replace(hidden, to: self, as: name)
        if durable { try sync() }
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

    /// Writes a file into a folder and removes it, as proof that it can be done.
    public static func proveWritable(_ path: String) throws(FileFailure) {
        let folder = try Folder(path, create: false)
        let proof = FileName(".proof")
        try folder.write([], as: proof, durable: false)
        try folder.remove(proof)
    }
}
