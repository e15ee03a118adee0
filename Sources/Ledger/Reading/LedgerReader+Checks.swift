import GRDB
public import Geochemistry
import QualityControl

extension LedgerReader {
    /// All check assays with the first laboratory's results, in the order of the check's certificates: what a register
    /// calls a check sample, and what a second laboratory reports under the same number, for the same element after a
    /// comparable digestion, converted to the first one's analyte and unit.
    ///
    /// - Parameter selection: its laboratory may be either of the two; project and period are those of the check, method
    ///   and analyte those of the first laboratory.
    public func checkPairs(
        _ selection: ResultSelection,
        analytes: AnalyteTable,
        published: PublishedDetectionLimit
    ) throws -> [StoredPair] {
        let all = try selectedCertificates()
        guard Set(all.map(\.laboratory)).count > 1 else { return [] }
        let certificates = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var contents: [String: [CheckRows.Row]] = [:]
        for (key, row) in try checkRows(certificates) { contents[key, default: []].append(row) }
        let pairs = contents.values.flatMap(CheckRows.pairs).filter { pair in
            takes(selection, pair.check.certificate, pair.original.certificate)
        }.sorted {
            ($0.check.certificate.order, $0.check.position) < ($1.check.certificate.order, $1.check.position)
        }
        var places: [Int64: Set<Int>] = [:]
        for row in pairs.flatMap({ [$0.check, $0.original] }) {
            places[row.certificate.id, default: []].insert(row.position)
        }
        var sheets: [Int64: StoredSheet] = [:]
        for (id, positions) in places {
            if let certificate = certificates[id] { sheets[id] = try sheet(of: certificate, positions: positions) }
        }
        return pairs.flatMap { check, original -> [StoredPair] in
            guard let first = sheets[original.certificate.id], let second = sheets[check.certificate.id] else {
                return []
            }
            return Self.matches(first.columns, second.columns, selection, analytes).compactMap { match in
                guard
                    let result = first.determination(
                        match.original,
                        position: original.position,
                        sample: original.sample,
                        published: published
                    ),
                    let repeated = second.determination(
                        match.check,
                        position: check.position,
                        sample: check.sample,
                        published: published
                    )
                else { return nil }
                return StoredPair(kind: .check, original: result, duplicate: repeated, conversion: match.conversion)
            }
        }
    }

    private func takes(
        _ selection: ResultSelection,
        _ check: SelectedCertificate,
        _ original: SelectedCertificate
    ) -> Bool {
        [check, original].contains {
            selection.takes(laboratory: $0.laboratory, project: check.project, reported: check.reported)
        }
    }

    /// Two columns that may be held against each other.
    private struct Match {
        let original: StoredColumn
        let check: StoredColumn
        let conversion: Conversion
    }

    private static func matches(
        _ originals: [StoredColumn],
        _ checks: [StoredColumn],
        _ selection: ResultSelection,
        _ analytes: AnalyteTable
    ) -> [Match] {
        originals.filter { selection.takes(method: $0.method, analyte: $0.analyte.symbol) }.flatMap { original in
            checks.compactMap { check -> Match? in
                guard ComparableDigestion.compares(original.digestion, check.digestion),
                    let conversion = Conversion(
                        from: (check.analyte, check.unit),
                        to: (original.analyte, original.unit),
                        analytes: analytes
                    )
                else { return nil }
                return Match(original: original, check: check, conversion: conversion)
            }
        }
    }

    /// Ordinary rows and declared check samples of the client, by the number under which the first laboratory has them:
    /// those that two laboratories have, and those that refer to another number, with what they refer to.
    private func checkRows(
        _ certificates: [Int64: SelectedCertificate]
    ) throws -> [(key: String, row: CheckRows.Row)] {
        var referred: [RowPlace: String] = [:]
        for certificate in certificates.values {
            for (place, key) in try referredNumbers(in: certificate) { referred[place] = key }
        }
        var wanted = PackedJSON()
        wanted.strings(Set(referred.values).sorted())
        return try database.rows(
            """
            WITH client AS (
                SELECT s.certificate_id, s.position, s.name, coalesce(s.folded, s.name) AS key, c.laboratory,
                    substr(v.roles, s.position, 1) AS role
                FROM certificate c
                JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
                JOIN sample s ON s.certificate_id = c.id
                WHERE c.superseded_by IS NULL AND s.origin = 'client'
            )
            SELECT certificate_id, position, name, key, role = X'6B' AS declared FROM client
            WHERE role = X'6B' OR (role = X'72' AND (
                key IN (SELECT key FROM client GROUP BY key HAVING count(DISTINCT laboratory) > 1)
                OR key IN (SELECT value FROM json_each(?))))
            ORDER BY certificate_id, position
            """,
            wanted.text
        ).compactMap { row -> (key: String, row: CheckRows.Row)? in
            let place = RowPlace(certificate: try row.integer("certificate_id"), position: try row.count("position"))
            guard let certificate = certificates[place.certificate] else { return nil }
            let found = CheckRows.Row(
                certificate: certificate,
                position: place.position,
                sample: try row.text("name"),
                isDeclared: try row.flag("declared")
            )
            return (key: try referred[place] ?? row.text("key"), row: found)
        }
    }

    private struct RowPlace: Hashable {
        let certificate: Int64
        let position: Int
    }

    /// What the check samples of a certificate refer to, where that is another number than their own.
    private func referredNumbers(in certificate: SelectedCertificate) throws -> [(RowPlace, String)] {
        let hasChecks = try database.row(
            "SELECT 1 FROM verdict WHERE id = ? AND instr(roles, X'6B')",
            certificate.verdictID
        )
        guard hasChecks != nil else { return [] }
        return try roles(of: certificate.verdictID).enumerated().compactMap { index, role -> (RowPlace, String)? in
            guard role.kind == .check, !role.reference.isEmpty else { return nil }
            return (RowPlace(certificate: certificate.id, position: index + 1), SampleKey(role.reference).text)
        }
    }

    /// For each column of a certificate whether a reference material that the client inserted was judged in it.
    public func controlledColumns(of certificate: SelectedCertificate) throws -> Set<ControlledColumn> {
        let results = try results(of: certificate.verdictID)
        return Set(
            results.filter { $0.result.kind == .crm && $0.result.origin == .client && $0.result.expected != nil }
                .map { ControlledColumn(method: $0.method, analyte: $0.analyte) }
        )
    }
}

/// A column in which a reference material was judged.
public struct ControlledColumn: Sendable, Hashable {
    public let method: String
    public let analyte: String

    public init(method: String, analyte: String) {
        self.method = method
        self.analyte = analyte
    }
}
