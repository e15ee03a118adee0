/// How a delivered text was encoded.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// ASCII included.
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// What Windows calls ANSI in western countries; ISO-8859-1 with printable characters at 0x80 to 0x9F.
    case windows1252 = "windows-1252"
}
