import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// The client's samples of current certificates, in the order in which laboratories reported them.
    ///
    /// What a sample is, its current verdict says; hole and dispatch stand in the registers.
    public func insertedSamples(_ selection: ResultSelection) throws -> [InsertedSample] {
        let places = try registerPlaces()
        let blanks = try blankKinds()
        return try database.rows(
            """
            SELECT c.id, c.laboratory, c.project, c.batch, c.dispatch, c.reported, s.position, s.name,
                CAST(substr(v.roles, s.position, 1) AS TEXT) AS byte
            FROM certificate c
            JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            JOIN sample s ON s.certificate_id = c.id
            WHERE c.superseded_by IS NULL
            ORDER BY c.order_key, c.id, s.position
            """
        ).compactMap { row in
            let laboratory = try row.text("laboratory")
            let project = try row.text("project")
            let reported = try row.date("reported")
            guard selection.takes(laboratory: laboratory, project: project, reported: reported) else { return nil }
            guard let byte = try row.text("byte").utf8.first, let kind = PackedRoles.kind(byte) else {
                throw row.unexpected("byte")
            }
            let blank = blanks[CertificateRow(certificate: try row.integer("id"), position: try row.count("position"))]
            guard let type = SampleType(kind, blank: blank) else { return nil }
            let name = try row.text("name")
            let dispatch = SampleKey(try row.text("dispatch"))
            let known = places[SampleKey(name)] ?? []
            let place = known.last { !dispatch.text.isEmpty && SampleKey($0.dispatch) == dispatch } ?? known.last
            return InsertedSample(
                laboratory: laboratory,
                project: project,
                batch: try row.text("batch"),
                reported: reported,
                sample: name,
                type: type,
                hole: place?.hole ?? "",
                dispatch: place?.dispatch ?? ""
            )
        }
    }

    private struct CertificateRow: Hashable {
        let certificate: Int64
        let position: Int
    }

    private struct RegisterPlace {
        let hole: String
        let dispatch: String
    }

    /// The kinds of the client's blanks, where somebody named one.
    private func blankKinds() throws -> [CertificateRow: BlankKind] {
        let rows = try database.rows(
            """
            SELECT v.certificate_id, q.position, q.subtype
            FROM qc_sample q JOIN verdict v ON v.id = q.verdict_id AND v.current = 1
            WHERE q.kind = 'blank' AND q.origin = 'client' AND q.subtype <> ''
            """
        )
        var kinds: [CertificateRow: BlankKind] = [:]
        for row in rows {
            let sample = CertificateRow(
                certificate: try row.integer("certificate_id"),
                position: try row.count("position")
            )
            kinds[sample] = BlankKind(rawValue: try row.text("subtype"))
        }
        return kinds
    }

    /// Hole and dispatch of each number, the highest revision last.
    ///
    /// Companies leave the hole of QC samples empty: then that of the line before in the register counts, or, above the
    /// first hole, that of the line behind.
    private func registerPlaces() throws -> [SampleKey: [RegisterPlace]] {
        let rows = try database.rows(
            """
            SELECT e.register_id, e.sample, e.hole, e.dispatch
            FROM register_entry e JOIN register r ON r.id = e.register_id
            ORDER BY r.revision, r.sha256, r.part, e.ordinal
            """
        )
        var places: [SampleKey: [RegisterPlace]] = [:]
        var waiting: [(key: SampleKey, dispatch: String)] = []
        var register: Int64?
        var hole = ""
        func flush() {
            for entry in waiting {
                places[entry.key, default: []].append(RegisterPlace(hole: hole, dispatch: entry.dispatch))
            }
            waiting = []
        }
        for row in rows {
            let id = try row.integer("register_id")
            if id != register {
                flush()
                (register, hole) = (id, "")
            }
            let key = SampleKey(try row.text("sample"))
            let dispatch = try row.text("dispatch")
            let stated = try row.text("hole")
            if !stated.isEmpty { hole = stated }
            waiting.append((key, dispatch))
            if !hole.isEmpty { flush() }
        }
        flush()
        return places
    }
}

extension SampleType {
    /// nil for the laboratory's rows.
    fileprivate init?(_ kind: SampleRole.Kind, blank: BlankKind?) {
        switch kind {
        case .routine: self = .routine
        case .check: self = .check
        case .crm: self = .crm
        case .blank:
            switch blank {
            case .coarse: self = .coarseBlank
            case .pulp: self = .pulpBlank
            case nil: self = .blank
            }
        case .fieldDuplicate: self = .fieldDuplicate
        case .coarseDuplicate: self = .coarseDuplicate
        case .pulpDuplicate: self = .pulpDuplicate
        case .laboratoryCRM, .laboratoryCertified, .laboratoryBlank, .laboratoryOriginal, .laboratoryDuplicate,
            .laboratoryOther:
            return nil
        }
    }
}
