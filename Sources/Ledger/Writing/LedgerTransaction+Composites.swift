import GRDB
import Geochemistry
import QualityControl

extension LedgerTransaction {
    func insertComposites(_ columns: [CompositeColumn], _ verdictID: Int64) throws {
        for (ordinal, column) in columns.enumerated() {
            try database.run(
                """
                INSERT INTO composite_result (verdict_id, ordinal, composite, kind, convention, digestion, unit, tier,
                    members, results)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                verdictID,
                ordinal,
                column.composite,
                column.kind.rawValue,
                column.convention,
                column.digestion.rawValue,
                column.unit.symbol,
                column.tier.rawValue,
                column.members,
                PackedComposites.json(column.results)
            )
        }
    }
}
