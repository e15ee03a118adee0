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
