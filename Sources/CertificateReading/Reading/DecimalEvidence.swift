import Geochemistry

/// Finds the decimal sign that the numbers of a table show.
///
/// `0,06` and `18,20` have a decimal comma; `1,250` alone may be 1250 and shows nothing. Texts after `<` and `>` do not
/// count, because SGS Geosol prints `<0.01` beside `0,06`. A file that shows both signs has a point: the cells with a
/// comma are then unreadable, and a person decides.
struct DecimalEvidence {
    private(set) var commas = 0
    private(set) var points = 0

    mutating func add(_ cell: Span<UInt8>) {
        let text = cell.extracting(cell.trimmedOfBlanks)
        var sign: UInt8?
        var before = 0
        var after = 0
        var startsWithZero = false
        for index in 0..<text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if sign != nil { after += 1 } else { before += 1 }
                if index == 0 { startsWithZero = byte == UInt8(ascii: "0") }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard sign == nil else { return }
                sign = byte
            default: return
            }
        }
        guard let sign, after > 0 else { return }
        let mayBeThousands = after == 3 && (1...3).contains(before) && !startsWithZero
        guard !mayBeThousands else { return }
        if sign == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
    }

    static func += (left: inout DecimalEvidence, right: DecimalEvidence) {
        left.commas += right.commas
        left.points += right.points
    }

    var decimalSign: UInt8 {
        commas > 0 && points == 0 ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }
}
