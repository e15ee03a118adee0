/// The containers that hold files under paths.
enum ArchiveFormat: String, Sendable, Hashable {
    case zip, tar
    case sevenZip = "7z"

    /// As messages name it.
    var words: String { "the \(rawValue) file" }
}
