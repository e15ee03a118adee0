import Geochemistry

/// A column of determinations with everything about it that rules ask for, looked up once.
struct JudgedColumn {
    /// Index into the certificate's columns.
    let index: Int
    let analyte: Analyte
    /// The element of an oxide, or the analyte itself: what a policy names.
    let element: Analyte
    let unit: Unit
    let digestion: DigestionClass
    let method: String
    /// Columns of one method have one number.
    let methodNumber: Int
    let tier: Tier
    /// The lower limit of detection, positive, in ``unit``.
    let detectionLimit: ExactDecimal?
    let series: SeriesColumn

    /// The columns of a certificate that rules look at, in its order.
    static func all(of certificate: Certificate, policy: Policy, analytes: AnalyteTable) -> [JudgedColumn] {
        var numbers: [String: Int] = [:]
        return certificate.columns.indices.compactMap { index in
            let column = certificate.columns[index]
            guard column.isDetermination, let analyte = column.analyte else { return nil }
            let number = numbers[column.method] ?? numbers.count
            numbers[column.method] = number
            let element = analytes.element(of: analyte)
            let subject = PolicySubject(
                laboratory: certificate.laboratory,
                method: column.method,
                digestion: column.digestion,
                element: element
            )
            return JudgedColumn(
                index: index,
                analyte: analyte,
                element: element,
                unit: column.unit,
                digestion: column.digestion,
                method: column.method,
                methodNumber: number,
                tier: policy.rules(for: subject).tiers.tier(of: element, after: column.digestion),
                detectionLimit: ColumnDetectionLimit.of(column, in: certificate.vocabulary),
                series: SeriesColumn(column)
            )
        }
    }
}
