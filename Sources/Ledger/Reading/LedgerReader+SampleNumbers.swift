import GRDB
import QualityControl

extension LedgerReader {
    /// In how many batches of one laboratory a number may stand and still name a sample: the packages, the results over
    /// a range and the re-assays of one sample come under a handful of work orders.
    static let mostBatchesOfASample = 12

    /// The numbers that too many batches of a laboratory hold. Some laboratories count from 1 in every batch; such a
    /// number names no sample, and what one batch says of it says nothing of another.
    ///
    /// Superseded certificates count too, so that a number that is reused once stays so.
    func reusedNumbers(among keys: Set<SampleKey>, laboratory: String) throws -> Set<SampleKey> {
        try keys.filter { key in
            try database.row(
                """
                SELECT count(*) AS batches FROM (
                    SELECT DISTINCT c.batch
                    FROM (
                        SELECT certificate_id FROM sample WHERE name = ? AND folded IS NULL AND origin = 'client'
                        UNION ALL
                        SELECT certificate_id FROM sample WHERE folded = ? AND origin = 'client'
                    ) s
                    CROSS JOIN certificate c ON c.id = s.certificate_id
                    WHERE c.laboratory = ?
                    LIMIT \(Self.mostBatchesOfASample + 1)
                )
                """,
                key.text,
                key.text,
                laboratory
            )?.count("batches") ?? 0 > Self.mostBatchesOfASample
        }
    }
}
