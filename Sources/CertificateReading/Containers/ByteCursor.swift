/// Reads numbers out of bytes that may end anywhere, for the headers of containers.
struct ByteCursor {
    /// The bytes end before what they announce.
    struct OutOfBytes: Error {}

    private let bytes: [UInt8]
    /// Where the next byte stands.
    private(set) var index: Int
    private let end: Int

    /// - Parameter range: what may be read; what of it lies outside the bytes is not there.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        index = range.lowerBound
        end = range.upperBound
    }

    var remaining: Int { end - index }

    mutating func byte() throws(OutOfBytes) -> UInt8 {
        guard index < end else { throw OutOfBytes() }
        defer { index += 1 }
        return bytes[index]
    }

    /// A number of up to eight bytes, the low byte first.
    mutating func number(_ count: Int) throws(OutOfBytes) -> UInt64 {
        let range = try take(UInt64(count))
        return bytes[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A number of seven bits a byte, the low ones first, as xz has them.
    mutating func variableNumber() throws(OutOfBytes) -> UInt64 {
        var value: UInt64 = 0
        for place in 0..<9 {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << UInt64(place * 7)
            if byte & 0x80 == 0 { return value }
        }
        throw OutOfBytes()
    }

    /// Steps over some bytes and says where they stand.
    @discardableResult
    mutating func take(_ count: UInt64) throws(OutOfBytes) -> Range<Int> {
        guard count <= UInt64(remaining) else { throw OutOfBytes() }
        let start = index
        index += Int(count)
        return start..<index
    }
}
