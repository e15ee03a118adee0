/// The analytes of analytes.csv: spellings to symbols, and the exact factors between an element and its oxides.
public struct AnalyteTable: Sendable {
    public let entries: [AnalyteEntry]
    private let bySpelling: [String: Int]
    private let bySymbol: [Analyte: Int]

    /// - Note: the first entry wins where two claim one spelling; the checker of the Standards folder names the second.
    public init(_ entries: [AnalyteEntry]) {
        self.entries = entries
        var spellings: [String: Int] = [:]
        var symbols: [Analyte: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if symbols[entry.analyte] == nil { symbols[entry.analyte] = index }
            for spelling in [entry.analyte.symbol] + entry.aliases where spellings[Self.key(spelling)] == nil {
                spellings[Self.key(spelling)] = index
            }
        }
        bySpelling = spellings
        bySymbol = symbols
    }

    /// The analyte that a certificate means by `printed`, in any case (`cu`, `AU`) and with the signs that laboratories
    /// set beside it for their accreditation (`@Au`, `Au*`); nil for a sieve or a weight.
    public func analyte(printed: String) -> Analyte? {
        bySpelling[Self.key(printed)].map { entries[$0].analyte }
    }

    public subscript(_ analyte: Analyte) -> AnalyteEntry? {
        bySymbol[analyte].map { entries[$0] }
    }

    /// The element of an oxide, or the analyte itself: what policies and tiers speak of.
    public func element(of analyte: Analyte) -> Analyte {
        self[analyte]?.element ?? analyte
    }

    /// The factor that turns a mass fraction of `source` into one of `target`.
    ///
    /// Element to oxide multiplies by the oxide's factor, oxide to element divides by it, oxide to oxide of one
    /// element does both. nil where the two are not the same element.
    public func factor(from source: Analyte, to target: Analyte) -> ExactRatio? {
        if source == target { return .one }
        guard element(of: source) == element(of: target), let from = massPerElement(source),
            let to = massPerElement(target)
        else { return nil }
        return ExactRatio(to, from)
    }

    private func massPerElement(_ analyte: Analyte) -> ExactDecimal? {
        guard let entry = self[analyte] else { return nil }
        switch entry.kind {
        case .element: return 1
        case .oxide: return entry.factor.flatMap { $0 > 0 ? $0 : nil }
        case .other: return nil
        }
    }

    private static func key(_ spelling: String) -> String {
        var key = spelling.trimmedOfBlanks.lowercased()[...]
        while let first = key.first, first == "@" || first == "*" { key.removeFirst() }
        while let last = key.last, last == "*" || last == " " { key.removeLast() }
        return String(key)
    }
}
