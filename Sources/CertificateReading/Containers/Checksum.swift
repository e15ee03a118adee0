import CZlib

/// CRC-32 as gzip, zip, xz and 7z have it (ISO 3309).
enum Checksum {
    static func crc32(_ content: [UInt8], _ range: Range<Int>) -> UInt64 {
        var sum: UInt = 0
        content[range.clamped(to: content.indices)].withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                // zlib counts in 32 bits.
                let count = min(bytes.count - start, 1 << 30)
                sum = CZlib.crc32(sum, bytes.baseAddress.map { $0 + start }, UInt32(count))
                start += count
            }
        }
        return UInt64(sum)
    }
}
