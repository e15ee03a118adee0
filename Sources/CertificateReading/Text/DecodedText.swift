/// A text in UTF-8 without a byte order mark, and how it was delivered.
public struct DecodedText: Sendable, Hashable {
    public let bytes: [UInt8]
    public let encoding: TextEncoding

    init(bytes: [UInt8], encoding: TextEncoding) {
        self.bytes = bytes
        self.encoding = encoding
    }
}
