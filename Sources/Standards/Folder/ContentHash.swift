import Crypto

/// SHA-256 of contents, in hexadecimal.
package enum ContentHash {
    package static func of(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hexadecimal(hash.finalize())
    }

    /// Over all files, sorted by path: of each the path, a zero byte, the length in decimal, a zero byte and the
    /// content. The same content gives the same hash on any machine, and no two different folders look alike.
    package static func of(_ files: [FolderFile]) -> String {
        var hash = SHA256()
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        for file in sorted {
            let head = Array(file.path.utf8) + [0] + Array(String(file.bytes.count).utf8) + [0]
            head.withUnsafeBytes { hash.update(bufferPointer: $0) }
            file.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        digest.withUnsafeBytes { bytes in
            for byte in bytes {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
