import Foundation
import GRDB
import QualityControl

extension LedgerTransaction {
    /// What a certificate adds to the control charts, in place of what its verdict before added.
    func replaceChart(_ charts: [PackedChart], of certificateID: Int64, hadVerdict: Bool) throws {
        if hadVerdict { try database.run("DELETE FROM chart_row WHERE certificate_id = ?", certificateID) }
        for chart in charts { try database.insert(chart, of: certificateID) }
    }
}

extension Database {
    /// Writes neighbouring insertions of a certificate, and their layout where it is a new one.
    func insert(_ chart: PackedChart, of certificateID: Int64) throws {
        let layout = try layoutID(of: chart)
        for row in chart.rows {
            try run(
                """
                INSERT INTO chart_row (layout_id, certificate_id, position, sample, width, cells)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                layout,
                certificateID,
                row.position,
                row.sample,
                row.width,
                Data(row.cells)
            )
        }
    }

    private func layoutID(of chart: PackedChart) throws -> Int64 {
        let layout = chart.layout
        let digest = layout.digest
        if let known = try row("SELECT id FROM chart_layout WHERE digest = ?", digest) {
            return try known.integer("id")
        }
        try run(
            "INSERT INTO chart_layout (digest, origin, laboratory, material) VALUES (?, ?, ?, ?)",
            digest,
            layout.origin.rawValue,
            layout.laboratory,
            layout.material
        )
        let id = lastInsertedRowID
        for (place, column) in layout.columns.enumerated() {
            try run(
                """
                INSERT INTO chart_column (layout_id, place, analyte, unit, method, digestion, certified, sd)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                place,
                column.analyte,
                column.unit,
                column.method,
                column.digestion,
                column.certified,
                column.sd
            )
        }
        return id
    }
}
