/// The table of texts that the cells of a workbook refer to by number (ECMA-376 18.4), packed into one buffer.
///
/// The runs of a rich text are one text; what tells how to pronounce it is left out.
final class SharedStrings: PartHandler {
    let root = PartName.sst
    private let limits: ReadingLimits
    private var bytes: [UInt8] = []
    /// Where each text ends; it starts where the one before ends.
    private var ends: [UInt32] = []
    private var isInItem = false
    private var isInText = false
    private var phoneticDepth = 0

    init(limits: ReadingLimits) { self.limits = limits }

    var count: Int { ends.count }

    /// The bytes of a text; nil beyond the table.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    private var itemStart: Int { Int(ends.last ?? 0) }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        switch element.name {
        case .si:
            guard ends.count < limits.cells else { throw .tooManyTexts(limits.cells) }
            isInItem = true
        case .rPh: phoneticDepth += 1
        case .t: isInText = isInItem && phoneticDepth == 0
        default: break
        }
    }

    func end(_ name: PartName) throws(ReadingRefusal) {
        switch name {
        case .si:
            EscapedText.decode(&bytes, from: itemStart)
            guard let end = UInt32(exactly: bytes.count) else { throw .inflatesTooLarge(limit: limits.inflatedBytes) }
            ends.append(end)
            isInItem = false
        case .rPh: phoneticDepth -= 1
        case .t: isInText = false
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) {
        guard isInText else { return }
        guard bytes.count - itemStart + piece.count <= limits.cellBytes else { throw .textTooLong(limits.cellBytes) }
        bytes.append(contentsOf: piece)
    }
}
