import Geochemistry

/// Numbers as laboratories print them. The input: a byte of choices, then two cells with a line break between.
struct DecimalTarget: FuzzTarget {
    let name = "decimal"
    let longestInput = 128
    let words = [
        "<", ">", "-", "+", "e", "E-", "e+28", ",", ".", "0.0", "9999999999999999999999999999", "ND", "N.A.", "<LOD",
        "-9999", "NSS", "\u{A0}", "~", "#VALUE!",
    ]

    var seeds: [[UInt8]] {
        [
            "\u{0}0.005\n1.57", "\u{1}0,06\n<0.01", "\u{2}-0.05\n>10000", "\u{2}-0.05\n1E-3", "\u{0}1.2e3\n0.50",
            "\u{0}9007199254740993\n0.1", "\u{0}123456789012345678.9012345678\n7",
        ].map { Array($0.utf8) }
    }

    func reads(_ input: [UInt8]) -> Bool {
        let (vocabulary, cells) = parts(of: input)
        return !cells.contains { if case .unreadable = vocabulary.value(of: $0.span) { true } else { false } }
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        let (vocabulary, cells) = parts(of: input)
        var numbers: [ExactDecimal] = []
        for cell in cells {
            try checkMeaning(of: cell, in: vocabulary)
            guard let number = try? ExactDecimal(cell.span, decimalSign: vocabulary.decimalSign) else { continue }
            try check(number, printed: cell, sign: vocabulary.decimalSign)
            numbers.append(number)
        }
        guard let first = numbers.first, let second = numbers.last else { return }
        try checkArithmetic(first, second)
    }

    private func parts(of input: [UInt8]) -> (ResultVocabulary, [[UInt8]]) {
        var input = FuzzInput(input)
        let choices = input.byte()
        let vocabulary = ResultVocabulary(
            decimalSign: choices & 1 == 0 ? UInt8(ascii: ".") : UInt8(ascii: ","),
            negativeMeansBelow: choices & 2 != 0
        )
        return (vocabulary, input.rest.split(separator: UInt8(ascii: "\n"), maxSplits: 1).map(Array.init))
    }

    private func checkMeaning(of cell: [UInt8], in vocabulary: ResultVocabulary) throws(BrokenPromise) {
        let value = vocabulary.value(of: cell.span)
        let padded = [0x20, 0xC2, 0xA0] + cell + [0x09, 0x20]
        try expect(vocabulary.value(of: padded.span) == value, "blanks around a cell changed its meaning")
        switch value {
        case .number(let number):
            try expect(vocabulary.negativeMeansBelow == false || !number.isNegative, "a negative limit is a number")
        case .below(let limit): try expect(!(limit?.isNegative ?? false), "below a negative limit")
        case .above(let limit): try expect(!limit.isNegative, "above a negative limit")
        case .noResult, .unreadable: break
        }
    }

    private func check(_ number: ExactDecimal, printed: [UInt8], sign: UInt8) throws(BrokenPromise) {
        let text = String(decoding: printed, as: UTF8.self)
        let again = ExactDecimal(number.description)
        try expect(
            again?.coefficient == number.coefficient && again?.scale == number.scale,
            "\(text) became \(number), and then \(String(describing: again))"
        )
        try expect(number.scale <= ExactDecimal.maximumScale, "\(text) has \(number.scale) decimals")
        let bare = number.withoutTrailingZeros
        try expect(bare == number && bare.hashValue == number.hashValue, "\(number) is not \(bare)")
        // The C library reads the same digits by another way.
        let double = Double(sign == UInt8(ascii: ",") ? text.replacing(",", with: ".") : text)
        try expect(double == number.approximate, "\(text): \(String(describing: double)), not \(number.approximate)")
    }

    private func checkArithmetic(_ a: ExactDecimal, _ b: ExactDecimal) throws(BrokenPromise) {
        try expect([a < b, a == b, b < a].count { $0 } == 1, "\(a) and \(b) have no order")
        try expect(a != b || a.hashValue == b.hashValue, "\(a) and \(b) are equal with two hashes")
        if let sum = try? a + b {
            try expect((try? b + a) == sum, "\(a) + \(b) has two sums")
            if let back = try? sum - b { try expect(back == a, "\(a) + \(b) - \(b) is \(back)") }
        }
        if let difference = try? a - b {
            try expect(difference.isNegative == (a < b), "\(a) - \(b) has the wrong sign")
            try expect(difference.isZero == (a == b), "\(a) - \(b) is \(difference)")
        }
        if let product = try? a * b {
            try expect((try? b * a) == product, "\(a) * \(b) has two products")
            try expect(product.isZero == (a.isZero || b.isZero), "\(a) * \(b) is \(product)")
        }
        if let ratio = a.approximateRatio(to: b) {
            try expect(ratio.isFinite && !b.isZero, "\(a) / \(b) is \(ratio)")
        }
        for scale in [0, 3, 12] as [UInt8] {
            let unit = ExactDecimal(coefficient: 1, scale: scale)
            let rounded = a.rounded(toScale: scale)
            if let error = try? (rounded - a).magnitude * 2 {
                try expect(error <= unit, "\(a) is rounded to \(rounded)")
            }
            if let quotient = a.divided(by: b, scale: scale), let limit = try? b.magnitude * unit,
                let error = try? (quotient * b - a).magnitude * 2
            {
                try expect(error <= limit, "\(a) / \(b) is \(quotient)")
            }
        }
    }
}
