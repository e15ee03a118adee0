import Geochemistry

/// The lower limit of detection of a column.
enum ColumnDetectionLimit {
    /// What the header states; else the smaller of what the laboratory publishes for the method and the smallest limit
    /// that is printed behind a `<` in the column.
    ///
    /// The classic ALS export has no row of limits, and a limit is visible only through `<0.005`. Diluted samples
    /// carry raised limits, so the smallest counts, and where even that is above the published one, all are raised.
    /// nil where nothing states one; 0, as some sheets print beside sieve fractions, states nothing.
    static func of(_ column: ResultColumn, in vocabulary: ResultVocabulary) -> ExactDecimal? {
        if let stated = column.detectionLimit, stated > 0 { return stated }
        let texts = column.texts
        var smallest = column.publishedLimit
        for index in 0..<texts.count where mayBeCensored(texts, index, vocabulary) {
            guard case .below(let limit?) = texts.value(at: index, in: vocabulary), limit > 0 else { continue }
            if smallest.map({ limit < $0 }) ?? true { smallest = limit }
        }
        return smallest
    }

    /// A look at the first byte, so that ordinary numbers are not parsed.
    private static func mayBeCensored(_ texts: PackedTexts, _ index: Int, _ vocabulary: ResultVocabulary) -> Bool {
        let range = texts.range(at: index)
        guard let first = range.first else { return false }
        switch texts.bytes[first] {
        // A blank or a non-breaking blank may stand before the sign.
        case UInt8(ascii: "<"), 0x20, 0x09, 0xC2: return true
        case UInt8(ascii: "-"): return vocabulary.negativeMeansBelow
        default: return false
        }
    }
}
