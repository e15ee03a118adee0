/// One line of a sample register (dispatch list).
public struct RegisterEntry: Sendable, Hashable {
    public var sample: String
    public var type: SampleType
    /// The material of a CRM or of a blank with certified background; a blank's name otherwise.
    public var reference: String
    /// For a duplicate: the sample it repeats.
    public var parent: String
    public var dispatch: String
    public var project: String
    public var hole: String
    public var from: String
    public var to: String
    public var weight: String
    /// The line in the register, from 1.
    public var row: Int

    public init(sample: String, type: SampleType, reference: String = "", parent: String = "", row: Int = 0) {
        self.sample = sample
        self.type = type
        self.reference = reference
        self.parent = parent
        self.row = row
        dispatch = ""
        project = ""
        hole = ""
        from = ""
        to = ""
        weight = ""
    }
}
