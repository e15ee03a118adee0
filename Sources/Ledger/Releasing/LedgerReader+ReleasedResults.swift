import GRDB
import Geochemistry
import QualityControl

extension LedgerReader {
    /// Gives out the results of a certificate one by one: column by column in laboratory order, then its composites. No
    /// more than a column is held at a time.
    ///
    /// - Parameters:
    ///   - selection: of which method and analyte; a composite is selected by its name, and has no method.
    ///   - includingQC: with the results of control samples; else of ordinary samples only. Duplicates and check samples
    ///     are control samples, too: they are no second result of their sample.
    public func results(
        of certificate: ReleasableCertificate,
        _ selection: ResultSelection,
        includingQC: Bool,
        _ body: (ReleasedResult) throws -> Void
    ) throws -> ReleasedTally {
        guard let verdictID = certificate.verdictID else { return ReleasedTally() }
        let names = try sampleNames(of: certificate.reference.id)
        let roles = try roles(of: verdictID).map(\.kind)
        var tally = ReleasedTally()
        if !includingQC {
            for role in roles where role != .routine { tally.leftSamples[role, default: 0] += 1 }
        }
        func isTaken(_ index: Int) -> Bool {
            names.indices.contains(index) && roles.indices.contains(index) && (includingQC || roles[index] == .routine)
        }
        for column in try columns(of: certificate, selection) {
            for row in try database.rows(Self.cellQuery, column.id) {
                let index = try row.count(0)
                guard isTaken(index) else { continue }
                let text = try row.text(1)
                let value = try Self.value(text, kind: row.text(2), certificate.vocabulary)
                if value == .noResult(.notRequested) { continue }
                let standing = certificate.standing(
                    analyte: column.analyte,
                    method: column.method,
                    position: index + 1
                )
                guard let release = tally.count(standing) else { continue }
                try body(
                    column.result(
                        text,
                        value,
                        position: index + 1,
                        sample: names[index],
                        role: roles[index],
                        decisionID: release.decisionID
                    )
                )
            }
        }
        let all = certificate.parts?.isEmpty ?? true ? [] : try columns(of: certificate, ResultSelection())
        for column in try composites(of: verdictID) where selection.takes(method: "", analyte: column.composite) {
            for result in column.results where isTaken(result.sampleIndex) {
                guard let value = result.value else {
                    tally.incompleteComposites += 1
                    continue
                }
                let index = result.sampleIndex
                let standings = column.standings(in: certificate, columns: all, position: index + 1)
                guard let release = tally.count(compositeOf: standings) else { continue }
                try body(
                    column.result(
                        value,
                        position: index + 1,
                        sample: names[index],
                        role: roles[index],
                        decisionID: release.decisionID
                    )
                )
            }
        }
        return tally
    }

    private static let cellQuery = """
        SELECT t.key, t.value, hex(substr(k.kinds, t.key + 1, 1))
        FROM result_column k JOIN json_each(k.texts) t WHERE k.id = ?
        """

    private func columns(
        of certificate: ReleasableCertificate,
        _ selection: ResultSelection
    ) throws -> [ReleasedColumn] {
        try database.rows(
            """
            SELECT id, method, analyte, unit, digestion, detection_limit FROM result_column
            WHERE certificate_id = ? ORDER BY ordinal
            """,
            certificate.reference.id
        ).compactMap { row in
            let column = ReleasedColumn(
                id: try row.integer("id"),
                method: try row.text("method"),
                analyte: try row.text("analyte"),
                unit: try row.text("unit"),
                digestion: try row.text("digestion"),
                detectionLimit: try row.decimal("detection_limit")
            )
            return selection.takes(method: column.method, analyte: column.analyte) ? column : nil
        }
    }
}

private struct ReleasedColumn {
    let id: Int64
    let method: String
    let analyte: String
    let unit: String
    let digestion: String
    let detectionLimit: ExactDecimal?

    func result(
        _ text: String,
        _ value: ReportedValue,
        position: Int,
        sample: String,
        role: SampleRole.Kind,
        decisionID: Int64?
    ) -> ReleasedResult {
        var number: ExactDecimal?
        var limit = detectionLimit
        switch value {
        case .number(let printed): number = printed
        case .below(let printed): limit = printed ?? limit
        case .above, .noResult, .unreadable: break
        }
        return ReleasedResult(
            position: position,
            sample: sample,
            role: role,
            analyte: analyte,
            method: method,
            digestion: digestion,
            unit: unit,
            reported: text,
            qualifier: value.qualifier,
            value: number,
            detectionLimit: limit,
            conversion: "",
            decisionID: decisionID
        )
    }
}

extension CompositeColumn {
    fileprivate func result(
        _ value: ExactDecimal,
        position: Int,
        sample: String,
        role: SampleRole.Kind,
        decisionID: Int64?
    ) -> ReleasedResult {
        ReleasedResult(
            position: position,
            sample: sample,
            role: role,
            analyte: composite,
            method: "",
            digestion: digestion.rawValue,
            unit: unit.symbol,
            reported: "",
            qualifier: "",
            value: value,
            detectionLimit: nil,
            conversion: [kind.rawValue, convention].filter { !$0.isEmpty }.joined(separator: ", ") + ": " + members,
            decisionID: decisionID
        )
    }
}

/// What releases a result.
private struct Release {
    let decisionID: Int64?
}

extension ReleasedTally {
    /// - Returns: nil for what may not be used.
    fileprivate mutating func count(_ standing: ResultStanding) -> Release? {
        switch standing {
        case .released(let decisionID):
            results += 1
            return Release(decisionID: decisionID)
        case .held: undecided += 1
        case .heldByDecision(let decision): heldByDecision[decision.id, default: 0] += 1
        }
        return nil
    }

    /// A composite may be used where all that it is made of may.
    ///
    /// - Parameter standings: its own, and those of its members.
    fileprivate mutating func count(compositeOf standings: [ResultStanding]) -> Release? {
        var latest: Int64?
        for standing in standings {
            guard case .released(let decisionID) = standing else {
                heldComposites += 1
                return nil
            }
            latest = [latest, decisionID].compactMap(\.self).max()
        }
        results += 1
        return Release(decisionID: latest)
    }
}

extension CompositeColumn {
    /// Its own standing where a decision names it, and of every member; as the whole batch stands where no part is decided.
    fileprivate func standings(
        in certificate: ReleasableCertificate,
        columns: [ReleasedColumn],
        position: Int
    ) -> [ResultStanding] {
        let own = certificate.standing(analyte: composite, method: "", position: position)
        let parts = columns.filter { column in
            let words = column.method.isEmpty ? column.analyte : "\(column.analyte) by \(column.method)"
            return CompositeParts.part(of: words, in: members) != nil
        }.map { certificate.standing(analyte: $0.analyte, method: $0.method, position: position) }
        if parts.isEmpty { return [own] }
        if case .heldByDecision = own { return [own] }
        return parts
    }
}
