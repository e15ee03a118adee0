/// One laboratory certificate (work order), as printed.
public struct Certificate: Sendable, Hashable {
    public enum Status: String, Sendable, CaseIterable {
        case final
        /// Never releases a batch.
        case preliminary
        /// The file does not say; treated as final.
        case unstated
    }

    /// The laboratory's name: `ALS`, `SGS Geosol`, `Actlabs`.
    public var laboratory: String
    /// The work order, by which everybody calls it: `VA19012345`, `GQ1002727`, `A25-15567`.
    public var batch: String
    public var status: Status
    public var client: String
    public var project: String
    /// The client's dispatch, shipment or purchase order reference.
    public var dispatch: String
    public var received: CalendarDate?
    public var reported: CalendarDate?
    /// How many samples the header declares; what it counts differs by laboratory.
    public var declaredSamples: Int?
    /// The layout that read it: `als-classic`.
    public var format: String
    public var vocabulary: ResultVocabulary
    /// In laboratory order.
    public var samples: [SampleRow]
    public var columns: [ResultColumn]
    /// What the reader noticed and a person should know, in words: a declared count that differs, for example.
    public var remarks: [Remark]

    public init(laboratory: String, batch: String, format: String) {
        self.laboratory = laboratory
        self.batch = batch
        self.format = format
        status = .unstated
        client = ""
        project = ""
        dispatch = ""
        received = nil
        reported = nil
        declaredSamples = nil
        vocabulary = ResultVocabulary()
        samples = []
        columns = []
        remarks = []
    }

    /// The meaning of one cell.
    /// - Parameters: indexes into ``samples`` and ``columns``.
    public func value(sample: Int, column: Int) -> ReportedValue {
        columns[column].texts.value(at: sample, in: vocabulary)
    }

    /// Where a cell stands: sheet and line, and the column, counted from 0.
    /// - Parameters: indexes into ``samples`` and ``columns``.
    public func place(sample: Int, column: Int) -> (row: CellPlace, column: Int) {
        let row = samples[sample]
        let results = columns[column]
        let place = results.places[sample] ?? CellPlace(sheet: row.sheet, line: row.sheetRow)
        return (place, results.otherColumns[place.sheet] ?? results.sheetColumn)
    }
}
