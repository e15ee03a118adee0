extension String {
    /// Without blanks, tabs, line breaks and non-breaking blanks at either end.
    package var trimmedOfBlanks: String {
        let bytes = Array(utf8)
        let range = bytes.span.trimmedOfBlanks
        return range.count == bytes.count ? self : String(decoding: bytes[range], as: UTF8.self)
    }
}
