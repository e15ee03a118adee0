import CLinux
import Crypto
import Glibc

/// The content of a delivered file, read once, with proof that it did not change while it was read.
public struct SealedFile: Sendable {
    public let name: FileName
    public let content: [UInt8]
    public let facts: FileFacts
    /// SHA-256 of ``content``, in hexadecimal.
    public let sha256: String

    /// Why a file was not read.
    public enum Failure: Error, Sendable, Equatable {
        /// Nothing of that name (any more).
        case missing
        /// Somebody has it open for writing, or it changed between two looks.
        case stillChanging
        case tooLarge(size: Int64, limit: Int64)
        case notRegular(FileFacts.Kind)
        case file(FileFailure)
    }

    /// Reads a file of a folder.
    ///
    /// Opened without following links and without blocking, refused unless regular and within the limit, looked at
    /// again after reading. Where the system tells (a read lease, open to the owner and to CAP_LEASE), a file that
    /// another process has open for writing is not taken.
    public init(_ name: FileName, in folder: Folder, limit: Int64) throws(Failure) {
        let file = name.withCString {
            openat(folder.descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        }
        guard file >= 0 else {
            switch errno {
            case ENOENT: throw .missing
            case ELOOP: throw .notRegular(.symbolicLink)
            case ENXIO, ENODEV: throw .notRegular(.fifo)
            default: throw .file(FileFailure("open", folder.place(name)))
            }
        }
        defer { _ = close(file) }

        let before = try Self.facts(of: file, folder.place(name))
        guard before.kind == .regular else { throw .notRegular(before.kind) }
        guard before.size <= limit else { throw .tooLarge(size: before.size, limit: limit) }
        guard !Self.isOpenForWriting(file) else { throw .stillChanging }
        let content = try Self.read(file, size: Int(before.size), folder.place(name))
        guard content.count == Int(before.size), try Self.facts(of: file, folder.place(name)) == before else {
            throw .stillChanging
        }
        self.name = name
        self.content = content
        facts = before
        sha256 = Self.sha256(content)
    }

    /// The lower-case hexadecimal SHA-256 of some bytes.
    public static func sha256(_ content: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: content) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func facts(of file: Int32, _ path: String) throws(Failure) -> FileFacts {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw .file(FileFailure("look at", path)) }
        return FileFacts(facts)
    }

    /// A read lease is refused with EAGAIN while any process has the file open for writing. Where leases are not
    /// permitted or not known, the answer is no, and settling alone decides.
    private static func isOpenForWriting(_ file: Int32) -> Bool {
        guard fcntl(file, cupel_set_lease, cupel_lease_read) != 0 else {
            _ = fcntl(file, cupel_set_lease, cupel_lease_none)
            return false
        }
        return errno == EAGAIN
    }

    private static func read(_ file: Int32, size: Int, _ path: String) throws(Failure) -> [UInt8] {
        var failure: FileFailure?
        // One byte more than expected, so that a file that grew is seen.
        let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < size + 1 {
                let step = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size + 1 - count)
                if step < 0, errno == EINTR { continue }
                if step < 0 { failure = FileFailure("read", path) }
                if step <= 0 { break }
                count += step
            }
        }
        if let failure { throw .file(failure) }
        return content
    }
}
