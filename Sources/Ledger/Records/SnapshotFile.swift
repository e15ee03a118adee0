/// One file of the Standards folder as it was when a verdict was made.
public struct SnapshotFile: Sendable, Hashable {
    /// Below the Standards folder.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
