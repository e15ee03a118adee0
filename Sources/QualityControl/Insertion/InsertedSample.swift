public import Geochemistry

/// A sample that the client delivered to a laboratory, as statistics of insertion see it.
public struct InsertedSample: Sendable, Hashable {
    public var laboratory: String
    public var project: String
    public var batch: String
    public var reported: CalendarDate?
    public var sample: String
    public var type: SampleType
    /// From the registers; of a QC sample whose line names no hole, that of the sample before it there. Empty where no
    /// register knows the sample.
    public var hole: String
    public var dispatch: String

    public init(
        laboratory: String,
        project: String,
        batch: String,
        reported: CalendarDate?,
        sample: String,
        type: SampleType,
        hole: String = "",
        dispatch: String = ""
    ) {
        self.laboratory = laboratory
        self.project = project
        self.batch = batch
        self.reported = reported
        self.sample = sample
        self.type = type
        self.hole = hole
        self.dispatch = dispatch
    }
}

extension SampleType {
    /// What sort of control it is; nil for ordinary samples.
    public var control: QCKind? {
        switch self {
        case .crm: .crm
        case .blank, .coarseBlank, .pulpBlank: .blank
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: .duplicate
        case .routine, .check: nil
        }
    }
}
