import Geochemistry

/// Finds what the numbers of a file show of its signs: the decimal sign, and what groups thousands.
///
/// `0,06` and `18,20` have a decimal comma; `1,250` alone may be 1250 and shows nothing. A file that shows both signs as
/// decimal signs has a point: the cells with a comma are then unreadable, and a person decides.
///
/// A separator of thousands is proved by the file as a whole: it nowhere acts as a decimal sign, all its groups have
/// three digits, no other separator groups beside it, and at least one cell can mean nothing else - it has two groups
/// (`1,234,567`), or both signs (`1,234.5`). Otherwise `1,250` stays unreadable. Texts after `<` and `>` do not count,
/// because SGS Geosol prints `<0.01` beside `0,06`.
package struct NumberEvidence {
    private struct Count {
        var decimals = 0
        /// Cells in which it can only group.
        var proofs = 0
        /// Cells in which it may group, the proofs among them.
        var groups = 0
        /// Cells in which it stands as neither a decimal sign nor a separator of thousands can.
        var misplaced = 0
    }

    private var counts: [ThousandsSign: Count] = [:]

    package init() {}

    package mutating func add(_ cell: Span<UInt8>) {
        let text = cell.extracting(cell.trimmedOfBlanks)
        switch Self.sort(of: text) {
        case .nothing: break
        case .one(let sign, let before, let after, let startsWithZero):
            guard after > 0 else { break }
            let mayGroup = after == 3 && (1...3).contains(before) && !startsWithZero
            if mayGroup {
                counts[sign, default: Count()].groups += 1
            } else {
                counts[sign, default: Count()].decimals += 1
            }
        case .several:
            if let number = GroupedNumber(text) { add(number) }
        }
    }

    private mutating func add(_ number: GroupedNumber) {
        if let sign = number.repeated {
            addGroups(of: sign, isProof: true, isRight: number.isGrouped(first: number.signs.count))
        } else if let (group, decimal) = number.groupAndDecimal, decimal == .comma || decimal == .point {
            let isRight = number.isGrouped(first: number.signs.count - 1)
            addGroups(of: group, isProof: true, isRight: isRight)
            if isRight { counts[decimal, default: Count()].decimals += 1 }
        } else if let sign = number.signs.first, number.signs.count == 1 {
            addGroups(of: sign, isProof: false, isRight: number.isGrouped(first: 1))
        } else {
            for sign in Set(number.signs) { counts[sign, default: Count()].misplaced += 1 }
        }
    }

    private mutating func addGroups(of sign: ThousandsSign, isProof: Bool, isRight: Bool) {
        guard isRight else {
            counts[sign, default: Count()].misplaced += 1
            return
        }
        counts[sign, default: Count()].groups += 1
        if isProof { counts[sign, default: Count()].proofs += 1 }
    }

    /// What a glance at the bytes shows; almost every cell is plain digits with one point or none.
    private enum Sort {
        case nothing
        case one(ThousandsSign, before: Int, after: Int, startsWithZero: Bool)
        case several
    }

    private static func sort(of text: Span<UInt8>) -> Sort {
        var sign: ThousandsSign?
        var before = 0
        var after = 0
        for index in 0..<text.count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if sign == nil { before += 1 } else { after += 1 }
            case UInt8(ascii: ".") where sign == nil: sign = .point
            case UInt8(ascii: ",") where sign == nil: sign = .comma
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), 0x20, 0xC2, 0xE2: return .several
            case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return .nothing }
            default: return .nothing
            }
        }
        guard let sign else { return .nothing }
        return .one(sign, before: before, after: after, startsWithZero: text[0] == UInt8(ascii: "0"))
    }

    private subscript(_ sign: ThousandsSign) -> Count { counts[sign] ?? Count() }

    /// How many numbers show a decimal point, and how many a decimal comma.
    var points: Int { self[.point].decimals }
    var commas: Int { self[.comma].decimals }

    /// `.` or `,` (ASCII).
    package var decimalSign: UInt8 {
        let (point, comma) = (self[.point], self[.comma])
        guard point.decimals == 0 else { return UInt8(ascii: ".") }
        // `1.234.567` shows that a point is none.
        let pointGroups = point.proofs > 0 && comma.proofs == 0
        return comma.decimals > 0 || pointGroups ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// What groups thousands beside a decimal sign; nil where the file does not prove it.
    func thousandsSign(beside decimalSign: UInt8) -> ThousandsSign? {
        let decimal: ThousandsSign = decimalSign == UInt8(ascii: ",") ? .comma : .point
        let grouping = ThousandsSign.allCases.filter { $0 != decimal && self[$0].groups > 0 }
        guard grouping.count == 1, let sign = grouping.first else { return nil }
        let count = self[sign]
        // A decimal sign that groups in another cell proves nothing of either.
        guard count.proofs > 0, count.decimals == 0, count.misplaced == 0, self[decimal].proofs == 0 else { return nil }
        return sign
    }
}

/// How the numbers of a table are written.
struct NumberSigns: Equatable {
    var decimal: UInt8
    var thousands: ThousandsSign?
}

extension NumberEvidence {
    /// The signs, as far as the layout leaves them open: what groups thousands is always for the file to prove.
    func signs(by convention: DecimalConvention) -> NumberSigns {
        let decimal = convention.sign ?? decimalSign
        return NumberSigns(decimal: decimal, thousands: thousandsSign(beside: decimal))
    }

    /// Of two tables of one file.
    static func += (left: inout NumberEvidence, right: NumberEvidence) {
        left.counts.merge(right.counts) { mine, its in
            Count(
                decimals: mine.decimals + its.decimals,
                proofs: mine.proofs + its.proofs,
                groups: mine.groups + its.groups,
                misplaced: mine.misplaced + its.misplaced
            )
        }
    }
}

extension Sheet {
    /// What the numbers in some cells show.
    func numberEvidence(rows: some Sequence<Int>, columns: some Sequence<Int>) -> NumberEvidence {
        var evidence = NumberEvidence()
        let text = bytes.span
        for row in rows {
            for column in columns { evidence.add(text.extracting(range(row: row, column: column))) }
        }
        return evidence
    }
}
