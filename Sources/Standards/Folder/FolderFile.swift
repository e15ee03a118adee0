/// One file of the Standards folder, read whole.
public struct FolderFile: Sendable, Hashable {
    /// Relative to Standards/: `materials/OREAS_620.csv`.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The name without its folder and ending: `default`.
    public var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
    }
}
