import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// The batches that repeat what a failed one asks for, by batch.
    public func reassays(of failed: BatchKey) throws -> [ReassayLink] {
        try database.rows(
            "SELECT * FROM reassay_link WHERE laboratory = ? AND failed_batch = ? ORDER BY reassay_batch",
            failed.laboratory,
            failed.batch
        ).map(Self.reassayLink)
    }

    /// The failed batches that a batch repeats something of, by batch.
    public func reassays(by reassay: BatchKey) throws -> [ReassayLink] {
        try database.rows(
            "SELECT * FROM reassay_link WHERE laboratory = ? AND reassay_batch = ? ORDER BY failed_batch",
            reassay.laboratory,
            reassay.batch
        ).map(Self.reassayLink)
    }

    /// Links with their evidence, which is read from the certificates.
    func records(of links: [ReassayLink]) throws -> [ReassayRecord] {
        try links.map { link in
            let list = try listedDeterminations(of: link.failed)
            let reused = try reusedNumbers(among: Self.numbers(of: list), laboratory: link.failed.laboratory)
            return ReassayRecord(link: link, coverage: try coverage(of: list, by: link.reassay, reused: reused))
        }
    }

    /// What follows for a failed batch from all that was repeated of it, by batch: worked out from the current
    /// verdicts, whatever is stored.
    ///
    /// A re-assay is a certificate of the same laboratory under another batch number, first reported later than the
    /// failed one, with results for samples of its list by the same method or after the same digestion. Batches without
    /// a report date stand in no order, and are nobody's re-assay. Numbers that a laboratory uses again and again name no
    /// sample.
    func findReassays(of failed: BatchKey) throws -> [ReassayLink] {
        let list = try listedDeterminations(of: failed)
        guard !list.isEmpty, let reported = try firstReport(of: failed) else { return [] }
        let numbers = Self.numbers(of: list)
        let reused = try reusedNumbers(among: numbers, laboratory: failed.laboratory)
        var found: [(link: ReassayLink, coverage: ReassayCoverage)] = []
        for key in try batches(sharing: numbers.subtracting(reused), with: failed) {
            guard let later = try firstReport(of: key), later > reported,
                let (outcome, standing) = try reassayStanding(of: key)
            else { continue }
            let coverage = try coverage(of: list, by: key, reused: reused)
            guard coverage.tally.determinationsCovered > 0 else { continue }
            let answer = ReassayAnswer(batch: key.batch, tally: coverage.tally, standing: standing, isAnswered: false)
            found.append((ReassayLink(failed: failed, reassay: key, answer: answer, outcome: outcome), coverage))
        }
        let usable = found.filter(\.link.answer.standing.mayAnswer).map(\.coverage)
        let isAnswered = !usable.isEmpty && ReassayCoverage.missing(afterAll: usable).isEmpty
        return found.map { link, _ in
            var answer = link.answer
            answer.isAnswered = isAnswered && answer.standing.mayAnswer
            return ReassayLink(failed: link.failed, reassay: link.reassay, answer: answer, outcome: link.outcome)
        }
    }

    /// Batches whose current lists name samples that certificates of a batch hold, but for the batch itself: all of
    /// which it may repeat something, and those that have links which may rest on a number that is reused by now.
    func batchesListingSamples(of key: BatchKey) throws -> [BatchKey] {
        let numbers = try database.rows(
            """
            SELECT DISTINCT coalesce(s.folded, s.name) AS number
            FROM certificate c CROSS JOIN sample s ON s.certificate_id = c.id AND s.origin = 'client'
            WHERE c.batch = ? AND c.laboratory = ?
                AND EXISTS (SELECT 1 FROM reassay_sample l WHERE l.sample_key = coalesce(s.folded, s.name))
            """,
            key.batch,
            key.laboratory
        ).map { try $0.text("number") }
        guard !numbers.isEmpty else { return [] }
        let reused = try reusedNumbers(among: Set(numbers.map(SampleKey.init)), laboratory: key.laboratory)
        return try database.rows(
            """
            SELECT DISTINCT f.batch, f.laboratory
            FROM json_each(?) n
            CROSS JOIN reassay_sample l ON l.sample_key = n.value
            CROSS JOIN certificate f ON f.id = l.certificate_id
            WHERE f.laboratory = ? AND f.batch <> ? AND f.superseded_by IS NULL
                AND (l.sample_key NOT IN (SELECT value FROM json_each(?)) OR EXISTS (
                    SELECT 1 FROM reassay_link k WHERE k.laboratory = f.laboratory AND k.failed_batch = f.batch
                ))
            ORDER BY f.batch
            """,
            Self.keys(of: numbers),
            key.laboratory,
            key.batch,
            Self.keys(of: reused.map(\.text))
        ).map(Self.batchKey)
    }

    /// Whether the policy of a verdict lets a re-assay that answers close its failure.
    func closesByReassay(_ verdictID: Int64) throws -> Bool {
        try database.row("SELECT reassay_closes FROM verdict WHERE id = ?", verdictID)?.flag("reassay_closes") ?? false
    }

    // MARK: The failed batch

    /// The re-assay lists of a batch's current verdicts, determination by determination.
    private func listedDeterminations(of key: BatchKey) throws -> [ListedDetermination] {
        let verdicts = try database.rows(
            """
            SELECT v.id, v.certificate_id FROM certificate c JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            WHERE c.batch = ? AND c.laboratory = ? AND c.superseded_by IS NULL AND v.reassay <> '[]'
            ORDER BY c.revision
            """,
            key.batch,
            key.laboratory
        )
        return try verdicts.flatMap { verdict in
            try listedDeterminations(
                certificate: try verdict.integer("certificate_id"),
                list: try reassay(of: try verdict.integer("id"))
            )
        }
    }

    private static func numbers(of list: [ListedDetermination]) -> Set<SampleKey> {
        Set(list.map { SampleKey($0.sample) })
    }

    private func listedDeterminations(certificate: Int64, list: [ReassaySample]) throws -> [ListedDetermination] {
        struct Column: Hashable {
            let analyte: String
            let method: String
            let unit: String
        }
        var columns: [String: [Column]] = [:]
        for row in try database.rows(
            "SELECT analyte, printed_analyte, method, unit FROM result_column WHERE certificate_id = ? ORDER BY ordinal",
            certificate
        ) {
            let column = Column(
                analyte: try row.text("analyte"),
                method: try row.text("method"),
                unit: try row.text("unit")
            )
            let words = ReassaySample.words(analyte: try row.text("printed_analyte"), method: column.method)
            columns[words, default: []].append(column)
        }
        let listed = Set(list.flatMap(\.analytes))
        let analytes = Set(columns.filter { listed.contains($0.key) }.flatMap(\.value).map(\.analyte)).sorted()
        struct Cell: Hashable {
            let position: Int
            let column: Column
        }
        var cells: [Cell: ReassayResult] = [:]
        for row in try determinations(of: certificate, analytes: analytes) {
            let column = Column(analyte: row.analyte, method: row.method, unit: row.unit)
            cells[Cell(position: row.position, column: column)] = ReassayResult(row)
        }
        return list.flatMap { sample in
            sample.analytes.compactMap { words in
                let first = (columns[words] ?? []).compactMap { cells[Cell(position: sample.position, column: $0)] }
                guard !first.isEmpty else { return nil }
                return ListedDetermination(
                    position: sample.position,
                    sample: sample.sample,
                    words: words,
                    first: first
                )
            }
        }
    }

    // MARK: The re-assay

    /// Other batches of the same laboratory whose current certificates hold any of these samples.
    private func batches(sharing numbers: Set<SampleKey>, with key: BatchKey) throws -> [BatchKey] {
        let keys = try certificates(containing: numbers.map(\.text).sorted())
            .map { BatchKey(batch: $0.batch, laboratory: $0.laboratory) }
            .filter { $0.laboratory == key.laboratory && $0.batch != key.batch }
        return Set(keys).sorted { $0.batch < $1.batch }
    }

    private func coverage(
        of list: [ListedDetermination],
        by reassay: BatchKey,
        reused: Set<SampleKey>
    ) throws -> ReassayCoverage {
        let results = try results(of: reassay, analytes: Set(list.flatMap { $0.first.map(\.analyte) }).sorted())
        return ReassayCoverage(of: list, by: results.filter { !reused.contains(SampleKey($0.sample)) })
    }

    /// What the current certificates of a batch report of its ordinary samples.
    private func results(of key: BatchKey, analytes: [String]) throws -> [ReassayResult] {
        let certificates = try certificates(of: key).map(\.reference).filter(\.isCurrent)
        let standing = StandingDecisions(try decisions(of: key), in: try queueItem(key)?.standing)
        let parts = try decidedParts(standing.parts, of: key)
        return try certificates.flatMap { certificate in
            try determinations(of: certificate.id, analytes: analytes).filter { row in
                guard row.role == .routine || row.role == .check else { return false }
                // What a person holds back answers nothing.
                let part = parts[certificate.id]?.decision(
                    analyte: row.analyte,
                    method: row.method,
                    position: row.position
                )
                return part == nil || part?.action == .accept
            }.map(ReassayResult.init)
        }
    }

    /// When a batch was first reported, by whatever revision: a reissue makes no batch later than its re-assay.
    private func firstReport(of key: BatchKey) throws -> CalendarDate? {
        try database.row(
            "SELECT min(reported) AS first FROM certificate WHERE batch = ? AND laboratory = ?",
            key.batch,
            key.laboratory
        )?.date("first")
    }

    /// nil while a current certificate of the batch has no verdict.
    private func reassayStanding(of key: BatchKey) throws -> (Outcome, ReassayStanding)? {
        guard let standing = try BatchStanding(of: key, in: self) else { return nil }
        let phase = try queueItem(key)?.standing.phase
        let word: ReassayStanding =
            switch (phase, standing.outcome) {
            case (.rejected, _): .rejected
            case (.accepted, _): .accepted
            case (_, .fail): .failed
            case (_, .notEvaluated): .notEvaluated
            case _ where standing.hasPreliminary: .preliminary
            case (.open, _), (.inReview, _), (.reassayRequested, _): .reopened
            case (.resolved, _), (nil, _): .passed
            }
        return (standing.outcome, word)
    }

    private static func reassayLink(_ row: Row) throws -> ReassayLink {
        let laboratory = try row.text("laboratory")
        let batch = try row.text("reassay_batch")
        return ReassayLink(
            failed: BatchKey(batch: try row.text("failed_batch"), laboratory: laboratory),
            reassay: BatchKey(batch: batch, laboratory: laboratory),
            answer: ReassayAnswer(
                batch: batch,
                tally: ReassayTally(
                    samplesListed: try row.count("samples_listed"),
                    samplesCovered: try row.count("samples_covered"),
                    determinationsListed: try row.count("determinations_listed"),
                    determinationsCovered: try row.count("determinations_covered")
                ),
                standing: try row.word("standing"),
                isAnswered: try row.flag("answered")
            ),
            outcome: try row.word("outcome")
        )
    }
}

extension ReassayResult {
    fileprivate init(_ row: DeterminationRow) {
        self.init(
            sample: row.sample,
            analyte: row.analyte,
            method: row.method,
            digestion: DigestionClass(rawValue: row.digestion) ?? .unknown,
            unit: Unit(printed: row.unit),
            reported: row.reported,
            value: row.value,
            isResult: row.value != nil || !row.qualifier.isEmpty
        )
    }
}
