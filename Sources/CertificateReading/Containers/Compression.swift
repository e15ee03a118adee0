/// The streams that hold one file, or a tar.
enum Compression: String, Sendable, Hashable {
    case gzip, bzip2, xz, zstd

    /// As messages name it.
    var words: String { "the \(rawValue) file" }
}
