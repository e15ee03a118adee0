/// The rules for paths inside an archive. Cupel never writes members to disk, but a path that tries to leave the
/// archive was made to harm somebody, and nothing beside it can be trusted.
enum MemberPath {
    /// A relative path that does not climb: no `/` first, no `..`, no drive letter, no backslash (a separator on
    /// another system), no control character.
    static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\") else { return false }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return false }
        let bytes = Array(path.utf8.prefix(2))
        if bytes.count == 2, bytes[1] == UInt8(ascii: ":") { return false }
        return !path.split(separator: "/").contains("..")
    }
}
