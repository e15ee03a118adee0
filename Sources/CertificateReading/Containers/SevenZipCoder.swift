/// How a part of a 7z archive is packed.
struct SevenZipCoder: Sendable, Hashable {
    enum Method: Sendable, Hashable {
        case copy, lzma, lzma2, ppmd, deflate, bzip2
    }

    static let encryption: [UInt8] = [0x06, 0xF1, 0x07, 0x01]

    let id: [UInt8]
    let properties: [UInt8]

    /// nil for those that Cupel does not open.
    var method: Method? {
        switch id {
        case [0x00]: .copy
        case [0x03, 0x01, 0x01]: properties.count == 5 ? .lzma : nil
        case [0x21]: properties.count == 1 ? .lzma2 : nil
        case [0x03, 0x04, 0x01]: properties.count == 5 ? .ppmd : nil
        case [0x04, 0x01, 0x08]: .deflate
        case [0x04, 0x02, 0x02]: .bzip2
        default: nil
        }
    }

    /// The memory, in bytes, that unpacking takes at once, beside a fixed little.
    var memory: UInt64 {
        switch method {
        // Both state it in the four bytes after the first.
        case .lzma, .ppmd: properties.dropFirst().reversed().reduce(0) { $0 << 8 | UInt64($1) }
        case .lzma2: properties.first.flatMap(LZMADictionary.size) ?? .max
        case .copy, .deflate, .bzip2, nil: 0
        }
    }

    func check(_ limits: ReadingLimits) throws(ReadingRefusal) {
        guard method != nil else {
            let digits = id.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            throw .unusualPacking(.sevenZip, "(number \(digits))")
        }
        guard memory <= UInt64(limits.dictionaryBytes) else {
            throw .dictionaryTooLarge(ArchiveFormat.sevenZip.words, memory, limit: limits.dictionaryBytes)
        }
    }
}
