/// The file that is imported.
public struct ImportSource: Sendable {
    /// The sort of file, by its content.
    public enum Kind: String, Sendable {
        case dataPack = "oreas_datapack"
        case table = "csv"
    }

    /// As a person may write it: without control characters.
    public let name: String
    public let sha256: String

    public init(name: String, sha256: String) {
        self.name = String(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : Character($0) })
        self.sha256 = sha256
    }
}
