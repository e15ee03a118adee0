/// Writes rows one after the other, and hands them on in blocks: the length of an export takes no memory.
struct ExportWriter {
    let format: ExportFormat
    private let write: ([UInt8]) throws -> Void
    private var block: [UInt8] = []
    private var rows = 0
    /// Texts that a spreadsheet would take for formulas. They are written as they are.
    private(set) var formulaLike = 0

    private static let blockSize = 1 << 16

    init(_ format: ExportFormat, to write: @escaping ([UInt8]) throws -> Void) {
        self.format = format
        self.write = write
    }

    mutating func begin() {
        switch format {
        case .csv:
            block += Array(ExportedField.allCases.map(\.rawValue).joined(separator: ",").utf8) + Self.lineEnd
        case .json: block.append(UInt8(ascii: "["))
        }
    }

    mutating func add(_ row: ExportedRow) throws {
        switch format {
        case .csv: addCSV(row)
        case .json: addJSON(row)
        }
        rows += 1
        if block.count >= Self.blockSize { try flush() }
    }

    mutating func end() throws {
        if format == .json { block += Array((rows == 0 ? "]\n" : "\n]\n").utf8) }
        try flush()
    }

    private mutating func flush() throws {
        try write(block)
        block.removeAll(keepingCapacity: true)
    }

    // MARK: CSV

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    private mutating func addCSV(_ row: ExportedRow) {
        for (index, field) in ExportedField.allCases.enumerated() {
            if index > 0 { block.append(UInt8(ascii: ",")) }
            switch row[field] {
            case .text(let text): addCSV(text)
            case .number(let digits): block.append(contentsOf: (digits ?? "").utf8)
            }
        }
        block += Self.lineEnd
    }

    private mutating func addCSV(_ text: String) {
        if let first = text.utf8.first, Self.formulaSigns.contains(first), Double(text) == nil { formulaLike += 1 }
        guard text.utf8.contains(where: Self.needsQuotes) else {
            block.append(contentsOf: text.utf8)
            return
        }
        block.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { block.append(byte) }
            block.append(byte)
        }
        block.append(UInt8(ascii: "\""))
    }

    private static let formulaSigns = Array("=+-@\t\r".utf8)

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    // MARK: JSON

    /// `"batch": `, and from the second on with what separates it from the one before.
    private static let keys: [[UInt8]] = ExportedField.allCases.enumerated().map { index, field in
        Array(((index > 0 ? ", " : "") + "\"\(field.rawValue)\": ").utf8)
    }

    private mutating func addJSON(_ row: ExportedRow) {
        block.append(contentsOf: (rows == 0 ? "\n  {" : ",\n  {").utf8)
        for (index, field) in ExportedField.allCases.enumerated() {
            block += Self.keys[index]
            switch row[field] {
            case .text(let text): addJSON(text)
            case .number(let digits): block.append(contentsOf: (digits ?? "null").utf8)
            }
        }
        block.append(UInt8(ascii: "}"))
    }

    private mutating func addJSON(_ text: String) {
        block.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: Self.needsEscape) {
            for byte in text.utf8 { addEscaped(byte) }
        } else {
            block.append(contentsOf: text.utf8)
        }
        block.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func addEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): block += [UInt8(ascii: "\\"), byte]
        case 0x0A: block += Array("\\n".utf8)
        case 0x0D: block += Array("\\r".utf8)
        case 0x09: block += Array("\\t".utf8)
        case 0..<0x20: block += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
        default: block.append(byte)
        }
    }
}
