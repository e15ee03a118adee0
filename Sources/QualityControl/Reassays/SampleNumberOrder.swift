import Geochemistry

/// The order of the client's numbers: runs of digits by their value, the rest by its characters, without regard to case.
///
/// Laboratories determine in the order of their certificate, which need not be that of the numbers; people who look for
/// bags go by the numbers.
public enum SampleNumberOrder {
    /// The place of each number, from 0, in the order of numbers; equal ones keep their order.
    public static func ranks(of numbers: [String]) -> [Int] {
        let keys = numbers.map { Array(SampleKey($0).text.utf8) }
        let ordered = keys.indices.sorted { left, right in
            switch compare(keys[left], keys[right]) {
            case 0: left < right
            case let order: order < 0
            }
        }
        var ranks = [Int](repeating: 0, count: numbers.count)
        for (rank, index) in ordered.enumerated() { ranks[index] = rank }
        return ranks
    }

    /// Negative where the left one comes first.
    private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var (left, right) = (left[...], right[...])
        while let a = left.first, let b = right.first {
            if isDigit(a), isDigit(b) {
                let (x, y) = (takeNumber(&left), takeNumber(&right))
                if x.count != y.count { return x.count - y.count }
                if let (p, q) = zip(x, y).first(where: { $0 != $1 }) { return Int(p) - Int(q) }
            } else {
                if a != b { return Int(a) - Int(b) }
                left.removeFirst()
                right.removeFirst()
            }
        }
        return left.count - right.count
    }

    /// The digits at the front, without leading zeros.
    private static func takeNumber(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = text.prefix(while: isDigit)
        text = text.dropFirst(digits.count)
        return digits.drop { $0 == UInt8(ascii: "0") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
