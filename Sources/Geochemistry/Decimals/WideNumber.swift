/// A whole number without a sign and without an end: squares of decimals outgrow 38 digits, and a comparison of squares
/// must be exact all the same.
package struct WideNumber: Sendable, Hashable {
    /// The least significant first; no zero at the end.
    private var limbs: [UInt64]

    package init(_ number: UInt128) {
        limbs = [UInt64(truncatingIfNeeded: number), UInt64(truncatingIfNeeded: number >> 64)]
        trim()
    }

    /// The magnitude of a decimal in steps of 10^-scale.
    /// - Parameter scale: not below the decimal's own, or its last digits would be lost; at most 38 above it.
    package init(_ decimal: ExactDecimal, scale: UInt8) {
        let rise = Int(scale) - Int(decimal.scale)
        self = WideNumber(decimal.coefficient.magnitude)
        if rise > 0 { self = self * Self.powerOfTen(rise) }
    }

    package static let zero = WideNumber(0)

    /// - Parameter exponent: from 0.
    package static func powerOfTen(_ exponent: Int) -> WideNumber {
        var power = WideNumber(1)
        for _ in 0..<max(0, exponent) { power = power * WideNumber(10) }
        return power
    }

    package var squared: WideNumber { self * self }

    package static func + (left: WideNumber, right: WideNumber) -> WideNumber {
        var sum = left.limbs.count >= right.limbs.count ? left : right
        let shorter = left.limbs.count >= right.limbs.count ? right : left
        var carry = false
        for index in sum.limbs.indices {
            let (first, overflow) = sum.limbs[index].addingReportingOverflow(carry ? 1 : 0)
            let other = index < shorter.limbs.count ? shorter.limbs[index] : 0
            let (second, more) = first.addingReportingOverflow(other)
            sum.limbs[index] = second
            carry = overflow || more
        }
        if carry { sum.limbs.append(1) }
        return sum
    }

    package static func * (left: WideNumber, right: WideNumber) -> WideNumber {
        var product = WideNumber(0)
        product.limbs = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                // A product of this size and two carries are at most 2^128 - 1.
                let step = UInt128(a) * UInt128(b) + UInt128(product.limbs[i + j]) + UInt128(carry)
                product.limbs[i + j] = UInt64(truncatingIfNeeded: step)
                carry = UInt64(truncatingIfNeeded: step >> 64)
            }
            product.limbs[i + right.limbs.count] = carry
        }
        product.trim()
        return product
    }

    /// How far two numbers lie apart.
    package func distance(to other: WideNumber) -> WideNumber {
        var larger = max(self, other)
        let smaller = min(self, other)
        var borrow = false
        for index in larger.limbs.indices {
            let subtrahend = index < smaller.limbs.count ? smaller.limbs[index] : 0
            let (first, underflow) = larger.limbs[index].subtractingReportingOverflow(subtrahend)
            let (second, more) = first.subtractingReportingOverflow(borrow ? 1 : 0)
            larger.limbs[index] = second
            borrow = underflow || more
        }
        larger.trim()
        return larger
    }

    private mutating func trim() {
        while limbs.last == 0 { limbs.removeLast() }
    }
}

extension WideNumber: Comparable {
    package static func < (left: WideNumber, right: WideNumber) -> Bool {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
        for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
            return left.limbs[index] < right.limbs[index]
        }
        return false
    }
}
