import Geochemistry

/// A material that no file of the Standards knows, whose name is nearly that of one which the values fit: a typing
/// error in the register.
struct NameTranscription {
    /// As the register writes it.
    let written: MaterialName
    /// Rows that bear the name, in laboratory order.
    let rows: [Int]
    let meant: MaterialName
    /// Of each row that has judged results, to what is meant; none is unlike it.
    let fits: [Likeness]
    /// Other names as near, that the values do not fit, with the nearest row's distance.
    let others: [Likeness]

    static func proposals(on desk: inout DiagnosisSheet) -> [NameTranscription] {
        var rows: [MaterialName: [Int]] = [:]
        var order: [MaterialName] = []
        for (row, role) in desk.sheet.roles.enumerated() where role.kind == .crm {
            let name = MaterialName(role.reference)
            guard !name.key.isEmpty, desk.sheet.materials[name] == nil else { continue }
            if rows[name] == nil { order.append(name) }
            rows[name, default: []].append(row)
        }
        return order.compactMap { proposal($0, rows: rows[$0] ?? [], on: &desk) }
    }

    private static func proposal(
        _ written: MaterialName,
        rows: [Int],
        on desk: inout DiagnosisSheet
    ) -> NameTranscription? {
        var fitting: [(name: MaterialName, fits: [Likeness])] = []
        var others: [Likeness] = []
        for name in desk.sheet.materials.nearest(to: written, limit: 8) {
            let likenesses = rows.map { desk.likeness(of: $0, to: name) }.filter { $0.count > 0 }
            guard !likenesses.isEmpty else { continue }
            if likenesses.allSatisfy(\.isAlike) {
                fitting.append((name, likenesses))
            } else if let nearest = likenesses.min(by: { $0.isNearer(than: $1) }) {
                others.append(nearest)
            }
        }
        // Where two near names fit, the values do not tell which one is meant, unless one of them fits much better.
        fitting.sort { left, right in
            guard let first = left.fits.first, let second = right.fits.first else { return false }
            return first.isNearer(than: second)
        }
        guard let best = fitting.first, let nearest = best.fits.first else { return nil }
        if fitting.count > 1, let second = fitting[1].fits.first,
            nearest.beyond == second.beyond, nearest.median * 2 > second.median
        {
            return nil
        }
        others += fitting.dropFirst().compactMap(\.fits.first)
        return NameTranscription(
            written: written,
            rows: rows,
            meant: best.name,
            fits: best.fits,
            others: Array(others.prefix(2))
        )
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        desk.proposal(
            .materialNameTranscription,
            row: rows.first,
            reference: written.printed,
            message: QualityWords.nameTranscription(self, on: desk)
        )
    }
}
