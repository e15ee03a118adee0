public import Geochemistry

/// Makes a certificate in memory, cell by cell as a laboratory would print it.
///
///     var builder = CertificateBuilder()
///     builder.column("Cu", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
///     builder.row("10001", ["420"])
///     let certificate = builder.certificate
public struct CertificateBuilder: Sendable {
    private var base: Certificate
    private var cells: [[String]] = []

    public init(laboratory: String = "ALS", batch: String = "VA19000001", dispatch: String = "") {
        base = Certificate(laboratory: laboratory, batch: batch, format: "test")
        base.status = .final
        base.dispatch = dispatch
    }

    public mutating func column(
        _ analyte: String,
        _ unit: String,
        method: String,
        _ digestion: DigestionClass,
        detectionLimit: String? = nil
    ) {
        base.columns.append(
            ResultColumn(
                sheetColumn: base.columns.count + 1,
                method: method,
                analyteText: analyte,
                analyte: Analyte(analyte),
                unitText: unit,
                detectionLimit: detectionLimit.flatMap { ExactDecimal($0) },
                digestion: digestion
            )
        )
    }

    /// A row of the client, or of the laboratory; cells that are left out are empty.
    public mutating func row(_ name: String, _ texts: [String], origin: SampleRow.Origin = .client) {
        let position = base.samples.count + 1
        base.samples.append(SampleRow(position: position, name: name, sheetRow: position + 10, origin: origin))
        cells.append(texts)
    }

    public mutating func remark(_ remark: Remark) { base.remarks.append(remark) }

    public mutating func project(_ project: String) { base.project = project }

    public mutating func status(_ status: Certificate.Status) { base.status = status }

    public var certificate: Certificate {
        var certificate = base
        for column in certificate.columns.indices {
            certificate.columns[column].texts = PackedTexts(
                cells.map { column < $0.count ? $0[column] : "" }
            )
        }
        return certificate
    }
}
