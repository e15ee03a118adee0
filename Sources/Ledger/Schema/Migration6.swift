import GRDB
import Geochemistry
import QualityControl

/// The sixth schema: control charts that are read without the results around them, and an index of the queue.
enum Migration6 {
    static let all = [charts, controlCharts, queue]

    /// What the current verdicts say of reference materials with a certified value, material by material. Derived: it is
    /// replaced with the verdict.
    ///
    /// cells: outcome and value of each column of the layout, see `ChartRow`.
    private static let charts = """
        CREATE TABLE chart_layout (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            material TEXT NOT NULL
        );
        CREATE TABLE chart_column (
            layout_id INTEGER NOT NULL REFERENCES chart_layout (id),
            place INTEGER NOT NULL,
            analyte TEXT NOT NULL,
            unit TEXT NOT NULL,
            method TEXT NOT NULL,
            digestion TEXT NOT NULL,
            certified TEXT NOT NULL,
            sd TEXT,
            PRIMARY KEY (layout_id, place)
        ) WITHOUT ROWID;
        CREATE TABLE chart_row (
            layout_id INTEGER NOT NULL REFERENCES chart_layout (id),
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            position INTEGER NOT NULL,
            sample TEXT NOT NULL,
            width INTEGER NOT NULL,
            cells BLOB NOT NULL,
            PRIMARY KEY (layout_id, certificate_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX chart_row_by_certificate ON chart_row (certificate_id);
        """

    /// The joins are in the order in which they are run: whoever asks for a material and an analyte passes over no other.
    /// That a certificate is not superseded is compared with what is always true: asked alone, SQLite reads through all
    /// certificates first to make a filter of them.
    private static let controlCharts = """
        CREATE VIEW control_charts AS
        SELECT c.id AS certificate_id, c.batch AS batch, c.laboratory AS laboratory, c.project AS project,
            c.reported AS reported, r.position AS position, r.sample AS sample, l.origin AS origin,
            l.material AS reference, k.analyte AS analyte, k.method AS method, k.digestion AS digestion,
            k.unit AS unit,
            CASE substr(r.cells, 2 + r.width * k.place, 1)
                WHEN X'20' THEN NULL
                ELSE CAST(substr(r.cells, 2 + r.width * k.place, r.width - 1) AS REAL)
            END AS value,
            CAST(k.certified AS REAL) AS expected,
            CAST(k.sd AS REAL) AS sd,
            CASE substr(r.cells, 1 + r.width * k.place, 1)
                WHEN X'70' THEN 'pass'
                WHEN X'77' THEN 'warn'
                WHEN X'66' THEN 'fail'
                WHEN X'6E' THEN 'not_evaluated'
            END AS outcome
        FROM chart_layout l
        CROSS JOIN chart_column k ON k.layout_id = l.id
        CROSS JOIN chart_row r ON r.layout_id = l.id
        CROSS JOIN certificate c ON c.id = r.certificate_id
        WHERE (c.superseded_by IS NULL) = (r.width > 0);
        """

    /// Of those that wait, in the order in which they are shown.
    private static let queue = """
        CREATE INDEX queue_item_waiting ON queue_item (opened_at, batch, laboratory)
            WHERE state IN ('open', 'in_review', 'reassay_requested');
        """

    /// The charts of what was judged before.
    static func fillCharts(_ database: Database) throws {
        let columns = try database.makeStatement(
            sql: "SELECT ordinal, analyte, unit, method, digestion FROM result_column WHERE certificate_id = ?"
        )
        let samples = try Row.fetchCursor(
            database,
            sql: """
                SELECT v.certificate_id, q.position, q.origin, c.laboratory, q.reference, s.name, q.results
                FROM verdict v
                JOIN certificate c ON c.id = v.certificate_id
                JOIN qc_sample q ON q.verdict_id = v.id
                JOIN sample s ON s.certificate_id = c.id AND s.position = q.position
                WHERE v.current = 1 AND q.kind = 'crm' ORDER BY v.id, q.ordinal
                """
        )
        var filling = Filling()
        while let sample = try samples.next() {
            let id = Int64(try sample.count(0))
            if filling.certificate != id {
                try filling.write(to: database)
                filling = try Filling(id, Row.fetchAll(columns, arguments: [id]))
            }
            try filling.take(sample)
        }
        try filling.write(to: database)
    }

    /// The charts of one certificate.
    private struct Filling {
        private(set) var certificate: Int64?
        private var columns: [Int: Row] = [:]
        private var charts: [PackedChart] = []

        init() {}

        init(_ certificate: Int64, _ columns: [Row]) throws {
            self.certificate = certificate
            for column in columns { self.columns[try column.count(0)] = column }
        }

        func write(to database: Database) throws {
            guard let certificate else { return }
            for chart in charts { try database.insert(chart, of: certificate) }
        }

        mutating func take(_ sample: Row) throws {
            var unpacked = UnpackedResults(Array(try sample.text(6).utf8))
            var named: [ChartLayout.Column] = []
            var entries: [ChartRow.Entry] = []
            let isWhole = try unpacked.forEach(of: { columns[$0] != nil }) { ordinal, texts in
                guard let column = columns[ordinal], let certified = try sample.decimal(texts[.expected], packedIn: 6)
                else { return }
                guard let outcome = texts[.outcome].flatMap(Outcome.init) else { throw sample.unexpected(6) }
                named.append(
                    ChartLayout.Column(
                        analyte: try column.text(1),
                        unit: try column.text(2),
                        method: try column.text(3),
                        digestion: try column.text(4),
                        certified: certified.description,
                        sd: try sample.decimal(texts[.sd], packedIn: 6)?.description
                    )
                )
                entries.append((try sample.decimal(texts[.value], packedIn: 6), outcome))
            }
            guard isWhole else { throw sample.unexpected(6) }
            PackedChart.add(
                ChartRow(position: try sample.count(1), sample: try sample.text(5), entries),
                ChartLayout(
                    origin: try sample.word(2),
                    laboratory: try sample.text(3),
                    material: try sample.text(4),
                    columns: named
                ),
                to: &charts
            )
        }
    }
}
