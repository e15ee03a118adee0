/// The rules for paths inside an archive. Cupel never writes members under them, but a path that tries to leave the
/// archive was made to harm somebody, and nothing beside it can be trusted.
enum MemberPath {
    /// Longer than any system lets a path be.
    static let limit = 4096

    /// A relative path that does not climb: no `/` first, no `..`, no drive letter, no backslash (a separator on
    /// another system), no control character.
    static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= limit, !path.hasPrefix("/"), !path.contains("\\") else { return false }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return false }
        let bytes = Array(path.utf8.prefix(2))
        if bytes.count == 2, bytes[1] == UInt8(ascii: ":") { return false }
        return !path.split(separator: "/").contains("..")
    }

    /// The same path without what says nothing: `./a//b.csv` is `a/b.csv`.
    static func plain(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// Hidden files, and the folder in which macOS keeps its own notes.
    static func isHidden(_ path: String) -> Bool {
        path.hasPrefix("__MACOSX/") || path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." }
    }
}
