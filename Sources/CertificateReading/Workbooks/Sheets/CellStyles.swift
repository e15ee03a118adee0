/// The number formats of the cell styles of a workbook (ECMA-376 18.8).
final class CellStyles: PartHandler {
    /// The most of each that Excel takes is 65,490 styles.
    private static let mostStyles = 100_000
    /// Excel takes formats of 255 characters.
    private static let longestFormat = 4096

    let root = PartName.styleSheet
    private var custom: [Int: NumberFormat] = [:]
    /// The number of the format of each cell style.
    private var formatNumbers: [Int] = []
    private var isInCellStyles = false
    /// The formats in use, and which of them each cell style has.
    private var formats: [NumberFormat] = []
    private var styles: [Int] = []

    /// The format of a style; nil for a style that is not there. The first one is there even in a workbook without
    /// a table of styles.
    func format(style: Int) -> NumberFormat? {
        guard styles.indices.contains(style) else { return style == 0 ? .general : nil }
        return formats[styles[style]]
    }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        switch element.name {
        case .numFmt:
            guard let number = element.bytes("numFmtId").flatMap({ WholeNumber.parse($0) }),
                let code = element.bytes("formatCode")
            else { return }
            guard custom.count < Self.mostStyles else { throw .tooManyStyles(Self.mostStyles) }
            guard code.count <= Self.longestFormat else { throw .longNumberFormat(Self.longestFormat) }
            custom[number] = NumberFormat(EscapedText.decoded(code))
        case .cellXfs: isInCellStyles = true
        case .xf where isInCellStyles:
            guard formatNumbers.count < Self.mostStyles else { throw .tooManyStyles(Self.mostStyles) }
            formatNumbers.append(element.bytes("numFmtId").flatMap { WholeNumber.parse($0) } ?? 0)
        default: break
        }
    }

    func end(_ name: PartName) throws(ReadingRefusal) {
        if name == .cellXfs { isInCellStyles = false }
        guard name == .styleSheet else { return }
        var indexes: [Int: Int] = [:]
        for number in formatNumbers {
            let index = indexes[number] ?? formats.count
            if index == formats.count {
                formats.append(custom[number] ?? .builtIn(number))
                indexes[number] = index
            }
            styles.append(index)
        }
    }
}
