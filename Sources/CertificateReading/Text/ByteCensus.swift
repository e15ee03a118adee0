/// What a pass over all bytes tells of a text. The loop has no branch, so that it is compiled to vector instructions.
struct ByteCensus {
    private(set) var total = 0
    private(set) var nuls = 0
    /// Control characters that no text needs, NUL included. Tab, line breaks, form feed, vertical tab (a line break
    /// inside a spreadsheet cell) and the end mark of DOS files do not count.
    private(set) var controls = 0
    private(set) var isASCII = true

    init(_ text: Span<UInt8>) {
        total = text.count
        var ored: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            ored |= byte
            nuls &+= byte == 0 ? 1 : 0
            let isControl = byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1A
            controls &+= isControl ? 1 : 0
        }
        isASCII = ored < 0x80
    }

    /// More control characters than a slip of the export explains: one in fifty. Random bytes have one in ten.
    var looksBinary: Bool { controls * 50 > total }
}
