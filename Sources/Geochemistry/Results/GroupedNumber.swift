/// The anatomy of a number that is printed with separators: `1,234,567.5`.
///
/// It says what stands there and decides nothing: which separator groups and which one is the decimal sign is for the
/// file to prove.
package struct GroupedNumber: Hashable {
    /// The separators in their order; the digits before the first, between them and behind the last.
    package private(set) var signs: [ThousandsSign] = []
    package private(set) var digits: [Int] = [0]
    package private(set) var startsWithZero = false

    /// nil for a text that holds anything but digits, separators and a leading sign, or no separator at all.
    package init?(_ text: Span<UInt8>) {
        var index = 0
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { index = 1 }
        startsWithZero = index < text.count && text[index] == UInt8(ascii: "0")
        while index < text.count {
            if case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] {
                digits[digits.count - 1] += 1
                index += 1
            } else if let (sign, length) = ThousandsSign.sign(in: text, at: index), signs.count < Self.mostSigns {
                signs.append(sign)
                digits.append(0)
                index += length
            } else {
                return nil
            }
        }
        if signs.isEmpty { return nil }
    }

    /// More groups than the longest number that Cupel takes can have.
    private static let mostSigns = 12

    /// Whether the first `count` separators divide the digits as thousands do: one to three digits that do not begin
    /// with 0, then three each. Of the last group only its length before the next separator counts.
    package func isGrouped(first count: Int) -> Bool {
        guard count > 0, count <= signs.count, (1...3).contains(digits[0]), !startsWithZero else { return false }
        return digits[1...count].allSatisfy { $0 == 3 }
    }

    /// The separator, where there are several and they are all one: it cannot be a decimal sign.
    package var repeated: ThousandsSign? {
        guard signs.count > 1, let first = signs.first, signs.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// One separator before another one, as in `1,234.5` and `1.234.567,8`; nil for any other order.
    package var groupAndDecimal: (group: ThousandsSign, decimal: ThousandsSign)? {
        guard signs.count > 1, let group = signs.first, let decimal = signs.last, group != decimal,
            signs.dropLast().allSatisfy({ $0 == group })
        else { return nil }
        return (group, decimal)
    }
}

extension Span where Element == UInt8 {
    fileprivate var first: UInt8? { isEmpty ? nil : self[0] }
}
