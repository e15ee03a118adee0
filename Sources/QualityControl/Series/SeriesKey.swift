public import Geochemistry

/// One series of insertions: a material measured by a method at a laboratory. Its order is report date, batch,
/// position - never arrival. An insertion in which an analyte has no number breaks that analyte's run.
public struct SeriesKey: Sendable, Hashable {
    public var origin: QCOrigin
    public var laboratory: String
    public var method: String
    public var material: MaterialName

    public init(origin: QCOrigin, laboratory: String, method: String, material: MaterialName) {
        self.origin = origin
        self.laboratory = laboratory
        self.method = method
        self.material = material
    }
}

extension SeriesKey {
    /// The series that a certificate may continue: each material of its rows by each method, in their order.
    static func all(in sheet: BatchSheet) -> [SeriesKey] {
        var methods: [String] = []
        for column in sheet.columns where !methods.contains(column.method) { methods.append(column.method) }
        var seen: Set<SeriesKey> = []
        return sheet.roles.flatMap { role -> [SeriesKey] in
            guard role.kind == .crm || role.kind == .laboratoryCRM else { return [] }
            let typed = MaterialName(role.reference)
            guard !typed.key.isEmpty else { return [] }
            return methods.map { method in
                SeriesKey(
                    origin: role.kind == .crm ? .client : .laboratory,
                    laboratory: sheet.certificate.laboratory,
                    method: method,
                    material: sheet.materials[typed]?.name ?? typed
                )
            }
        }.filter { seen.insert($0).inserted }
    }
}
