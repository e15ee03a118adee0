/// One file of a delivery, out of its container.
public struct Member: Sendable, Hashable {
    /// Its path in the container, or the name of the delivery where that is the file.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
