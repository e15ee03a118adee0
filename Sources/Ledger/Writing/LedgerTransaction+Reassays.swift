import GRDB
import Geochemistry
import QualityControl

extension LedgerTransaction {
    /// Puts the samples of a certificate's current re-assay list where a batch that holds them finds them.
    ///
    /// - Parameter hadVerdict: an earlier verdict may have left a list.
    func replaceReassaySamples(_ list: [ReassaySample], of certificateID: Int64, hadVerdict: Bool) throws {
        if hadVerdict { try database.run("DELETE FROM reassay_sample WHERE certificate_id = ?", certificateID) }
        for key in Set(list.map { SampleKey($0.sample) }).sorted() {
            try database.run(
                "INSERT INTO reassay_sample (sample_key, certificate_id) VALUES (?, ?)",
                key.text,
                certificateID
            )
        }
    }

    /// Finds out again which batches repeat what a failed one asks for.
    ///
    /// - Returns: whether anything of it changed.
    @discardableResult
    func relinkReassays(of failed: BatchKey) throws -> Bool {
        let before = try reassays(of: failed)
        let after = try findReassays(of: failed)
        guard before != after else { return false }
        try database.run(
            "DELETE FROM reassay_link WHERE laboratory = ? AND failed_batch = ?",
            failed.laboratory,
            failed.batch
        )
        for link in after {
            try database.run(
                """
                INSERT INTO reassay_link (laboratory, failed_batch, reassay_batch, samples_listed, samples_covered,
                    determinations_listed, determinations_covered, outcome, standing, answered)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                failed.laboratory,
                failed.batch,
                link.reassay.batch,
                link.answer.tally.samplesListed,
                link.answer.tally.samplesCovered,
                link.answer.tally.determinationsListed,
                link.answer.tally.determinationsCovered,
                link.outcome.rawValue,
                link.answer.standing.rawValue,
                link.answer.isAnswered
            )
        }
        relinked.insert(failed)
        relinked.formUnion((before + after).map(\.reassay))
        return true
    }

    /// The same for all failed batches of which a batch repeats something now, or did.
    ///
    /// - Returns: those of which anything changed.
    func relinkReassays(by reassay: BatchKey) throws -> [BatchKey] {
        let known = try reassays(by: reassay).map(\.failed)
        let listing = try batchesListingSamples(of: reassay)
        return try Set(known + listing).sorted { $0.batch < $1.batch }.filter { try relinkReassays(of: $0) }
    }
}
