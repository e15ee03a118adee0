import Geochemistry

/// The certified values that a laboratory prints beside its own measurements: `OREAS 922 (AQUA REGIA) Cert`.
struct PrintedValues {
    /// Rows by material, in laboratory order.
    private let rows: [MaterialName: [Int]]

    init(roles: [SampleRole]) {
        var rows: [MaterialName: [Int]] = [:]
        for (index, role) in roles.enumerated() where role.kind == .laboratoryCertified {
            rows[MaterialName(role.reference), default: []].append(index)
        }
        self.rows = rows
    }

    /// The row that belongs to a measurement: the next one as a rule, else the nearest.
    func row(for material: MaterialName, measuredAt index: Int) -> Int? {
        rows[material]?.min { left, right in
            // A Cert row stands behind its Meas row, so of two equally near ones the later one is meant.
            (abs(left - index), -left) < (abs(right - index), -right)
        }
    }
}
