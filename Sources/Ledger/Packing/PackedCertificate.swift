import Foundation
import GRDB
public import Geochemistry
import QualityControl

/// A certificate in the form in which it is stored, but for its number: made by any thread before its turn to be written
/// comes.
public struct PackedCertificate: Sendable {
    public let certificate: Certificate
    /// Rows of `sample` and `result_column`, in their order, without the certificate's number, which comes last.
    let samples: [StatementArguments]
    let columns: [StatementArguments]

    /// - Throws: ``LedgerError/inconsistentCertificate(batch:detail:)``.
    public init(_ certificate: Certificate) throws(LedgerError) {
        try Self.check(certificate)
        self.certificate = certificate
        samples = certificate.samples.map(Self.row)
        columns = certificate.columns.enumerated().map { Self.row($0, $1, of: certificate) }
    }

    /// What the packed form relies on; a reader that breaks it is at fault, and must not bring the daemon down.
    private static func check(_ certificate: Certificate) throws(LedgerError) {
        for (index, sample) in certificate.samples.enumerated() where sample.position != index + 1 {
            throw LedgerError.inconsistentCertificate(
                batch: certificate.batch,
                detail: "sample \(sample.name) stands at \(index + 1) and says \(sample.position)"
            )
        }
        for column in certificate.columns where column.texts.count != certificate.samples.count {
            throw LedgerError.inconsistentCertificate(
                batch: certificate.batch,
                detail: "column \(column.analyteText) \(column.method) has \(column.texts.count) texts "
                    + "for \(certificate.samples.count) samples"
            )
        }
    }

    private static func row(_ sample: SampleRow) -> StatementArguments {
        let origin = StoredOrigin(sample.origin)
        let key = SampleKey(sample.name).text
        return [
            sample.position,
            sample.name,
            key == sample.name ? nil : key,
            sample.sheetRow,
            sample.sheet,
            origin.word,
            origin.name,
            sample.type,
        ]
    }

    private static func row(_ ordinal: Int, _ column: ResultColumn, of certificate: Certificate) -> StatementArguments {
        let packed = PackedColumn(column, of: certificate)
        return [
            ordinal,
            column.sheetColumn,
            column.method,
            column.analyte?.symbol ?? column.analyteText,
            column.analyteText,
            column.unitText,
            column.digestion.rawValue,
            column.technique.rawValue,
            column.detectionLimit?.description,
            column.upperLimit?.description,
            packed.clientResults,
            packed.texts,
            Data(packed.kinds),
            PackedStoredTexts.json(column.storedTexts),
            PackedPlaces.json(of: column),
        ]
    }
}
