import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// All certificates that no revision has replaced, in order.
    public func allCurrentCertificates() throws -> [CertificateReference] {
        try database.rows("SELECT * FROM certificate WHERE superseded_by IS NULL ORDER BY order_key")
            .map(Self.reference)
    }

    /// The certificates of a batch, in revision order.
    public func certificates(of key: BatchKey) throws -> [CertificateSummary] {
        try database.rows(
            """
            SELECT *, (SELECT count(*) FROM sample WHERE certificate_id = certificate.id) AS samples
            FROM certificate WHERE batch = ? AND laboratory = ? ORDER BY revision
            """,
            key.batch,
            key.laboratory
        ).map(Self.summary)
    }

    public func certificate(_ id: Int64) throws -> CertificateSummary {
        let row = try database.row(
            """
            SELECT *, (SELECT count(*) FROM sample WHERE certificate_id = certificate.id) AS samples
            FROM certificate WHERE id = ?
            """,
            id
        )
        guard let row else { throw LedgerError.unknownCertificate(id: id) }
        return try Self.summary(row)
    }

    /// The current certificates that hold any of these samples of the client, or answer one of these dispatches, in
    /// order: those that a new register speaks of.
    public func certificates(
        containing samples: [String],
        dispatches: Set<String> = []
    ) throws -> [CertificateReference] {
        let keys = Self.keys(of: samples)
        var found = try database.rows(
            """
            SELECT * FROM certificate
            WHERE superseded_by IS NULL AND id IN (
                SELECT certificate_id FROM sample
                WHERE origin = 'client' AND name IN (SELECT value FROM json_each(?))
                UNION ALL
                SELECT certificate_id FROM sample
                WHERE origin = 'client' AND folded IS NOT NULL AND folded IN (SELECT value FROM json_each(?))
            )
            ORDER BY order_key
            """,
            keys,
            keys
        ).map(Self.reference)
        let wanted = Set(dispatches.map(SampleKey.init)).subtracting([SampleKey("")])
        guard !wanted.isEmpty else { return found }
        let known = Set(found.map(\.id))
        for row in try database.rows("SELECT * FROM certificate WHERE superseded_by IS NULL AND dispatch <> ''")
        where wanted.contains(SampleKey(try row.text("dispatch"))) {
            let reference = try Self.reference(row)
            if !known.contains(reference.id) { found.append(reference) }
        }
        return found.sorted { $0.order < $1.order }
    }

    /// The batch that a person means: its name exactly, or, where there is none, in any case.
    ///
    /// - Throws: ``LedgerError/unknownBatch(name:nearest:)``, ``LedgerError/ambiguousBatch(name:laboratories:)``.
    public func batch(named name: String, laboratory: String? = nil) throws -> BatchKey {
        let exact = "SELECT DISTINCT batch, laboratory FROM certificate WHERE batch = ? ORDER BY batch, laboratory"
        let anyCase =
            "SELECT DISTINCT batch, laboratory FROM certificate WHERE batch = ? COLLATE NOCASE "
            + "ORDER BY batch, laboratory"
        var found = try database.rows(exact, name).map(Self.batchKey)
        if found.isEmpty { found = try database.rows(anyCase, name).map(Self.batchKey) }
        if let laboratory {
            found = found.filter { $0.laboratory.lowercased() == laboratory.lowercased() }
        }
        if found.count > 1 {
            throw LedgerError.ambiguousBatch(name: name, laboratories: found.map(\.laboratory))
        }
        guard let key = found.first else {
            throw LedgerError.unknownBatch(name: name, nearest: try nearestBatches(to: name))
        }
        return key
    }

    /// The laboratories that have reported under a batch number, in order; almost always one.
    public func laboratories(using batch: String) throws -> [String] {
        try database.rows("SELECT DISTINCT laboratory FROM certificate WHERE batch = ? ORDER BY laboratory", batch)
            .map { try $0.text("laboratory") }
    }

    /// Up to three batches whose names differ from `name` in at most a third of its characters.
    private func nearestBatches(to name: String) throws -> [String] {
        let wanted = MaterialName(name)
        let tolerance = max(2, wanted.key.count / 3)
        var near: [(distance: Int, batch: String)] = []
        for row in try database.rows("SELECT DISTINCT batch FROM certificate ORDER BY batch") {
            let batch = try row.text("batch")
            guard abs(batch.utf8.count - name.utf8.count) <= tolerance else { continue }
            let distance = wanted.distance(to: MaterialName(batch))
            if distance <= tolerance { near.append((distance, batch)) }
        }
        return near.sorted { ($0.distance, $0.batch) < ($1.distance, $1.batch) }.prefix(3).map(\.batch)
    }

    static func batchKey(_ row: Row) throws -> BatchKey {
        BatchKey(batch: try row.text("batch"), laboratory: try row.text("laboratory"))
    }

    static func reference(_ row: Row) throws -> CertificateReference {
        CertificateReference(
            id: try row.integer("id"),
            sha256: try row.text("sha256"),
            part: try row.count("part"),
            laboratory: try row.text("laboratory"),
            batch: try row.text("batch"),
            fileName: try row.text("file_name"),
            revision: try row.count("revision"),
            supersededBy: try row.optionalInteger("superseded_by"),
            order: CertificateOrder(key: try row.text("order_key"))
        )
    }

    static func summary(_ row: Row) throws -> CertificateSummary {
        CertificateSummary(
            reference: try reference(row),
            status: try row.word("status"),
            client: try row.text("client"),
            project: try row.text("project"),
            dispatch: try row.text("dispatch"),
            received: try row.date("received"),
            reported: try row.date("reported"),
            declaredSamples: try row.optionalInteger("declared_samples").map(Int.init),
            sampleCount: try row.count("samples"),
            format: try row.text("format"),
            ingestedAt: try row.text("ingested_at"),
            member: try row.text("member")
        )
    }
}
