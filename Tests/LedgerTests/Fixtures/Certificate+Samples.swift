import Geochemistry
import QualityControl

extension Certificate {
    /// A certificate of our own making: samples S1, S2, ... and one column for each list of texts.
    static func sample(
        _ batch: String,
        laboratory: String = "ALS",
        reported: String? = "2024-03-01",
        status: Status = .final,
        columns: [(analyte: String, method: String, texts: [String])] = [("Cu", "ME-ICP61", ["10", "20"])],
        samples: [String]? = nil,
        decimalSign: Character = "."
    ) -> Certificate {
        var certificate = Certificate(laboratory: laboratory, batch: batch, format: "test-layout")
        certificate.status = status
        certificate.reported = reported.flatMap { CalendarDate(iso: $0) }
        certificate.client = "Nord Mining"
        certificate.project = "Lac Vert"
        certificate.vocabulary.decimalSign = decimalSign.asciiValue ?? UInt8(ascii: ".")
        let count = columns.first?.texts.count ?? 0
        certificate.samples = (0..<count).map { index in
            SampleRow(position: index + 1, name: samples?[index] ?? "S\(index + 1)", sheetRow: index + 10)
        }
        certificate.columns = columns.enumerated().map { index, column in
            ResultColumn(
                sheetColumn: index + 1,
                method: column.method,
                analyteText: column.analyte,
                analyte: Analyte(column.analyte),
                unitText: "ppm",
                detectionLimit: ExactDecimal("0.5"),
                digestion: .fourAcid,
                technique: .icpOES,
                texts: PackedTexts(column.texts)
            )
        }
        return certificate
    }
}
