import Geochemistry

extension QualityWords {
    /// A column as certificates name it: `Cu by ME-ICP61`.
    static func determination(_ column: ResultColumn) -> String {
        let analyte = column.analyte?.symbol ?? column.analyteText
        return column.method.isEmpty ? analyte : "\(analyte) by \(column.method)"
    }

    /// `resolved by Cu-OG62: 1.52 % is 15200 ppm [% to ppm]`.
    static func resolution(_ result: ResolvedResult, in certificate: Certificate) -> String {
        let over = certificate.columns[result.columnIndex]
        let other = certificate.columns[result.resolvingColumnIndex]
        let amount = "\(result.resolvingReported.trimmedOfBlanks) \(other.unit)"
        let converted = result.conversion.isEmpty ? "" : " is \(result.value) \(over.unit) [\(result.conversion)]"
        let name = other.method.isEmpty || other.analyte != over.analyte ? determination(other) : other.method
        return "resolved by \(name): \(amount)\(converted)"
    }

    /// - Parameter samples: names, in laboratory order.
    static func overLimitUnresolved(_ column: ResultColumn, reported: String, samples: [String]) -> String {
        let many = samples.count == 1 ? "1 sample" : "\(samples.count) samples"
        return
            "\(determination(column)) is over the range of the method (\(reported.trimmedOfBlanks) \(column.unit)) in "
            + "\(many), and no other column says how much it is: \(list(samples)). Order the over-limit method for "
            + (samples.count == 1 ? "it" : "them")
    }

    /// - Parameter samples: names with both results, in laboratory order.
    static func overLimitContradicted(
        _ column: ResultColumn,
        _ other: ResultColumn,
        samples: [(name: String, reported: String, other: String)]
    ) -> String {
        let shown = samples.map { sample in
            "\(sample.name) has \(sample.reported.trimmedOfBlanks) \(column.unit) and "
                + "\(sample.other.trimmedOfBlanks) \(other.unit)"
        }
        return
            "\(determination(other)) lies below the limit that \(determination(column)) exceeds: \(list(shown)). Ask "
            + "the laboratory which of the two is right, and whether the unit is"
    }
}
