import Geochemistry
import Intake
import Ledger
import QualityControl

/// `show --sample --analyte --json`.
struct TraceDocument: Encodable {
    struct Row: Encodable {
        let certificate: CertificateDocument
        /// The original in the archive; null where it is not there.
        let archivePath: String?
        let position: Int
        let sample: String
        let role: String?
        let reference: String?
        let roleSource: String?
        let determinations: [Cell]
        /// Those of the name that was asked for.
        let composites: [Part]
        let findings: [FindingDocument]
        let verdict: VerdictDocument?
    }

    struct Cell: Encodable {
        let analyte: String
        let printedAnalyte: String
        let method: String
        let digestion: String
        let technique: String
        let unit: String
        let reported: String
        let stored: String?
        let sheet: String
        let line: Int
        let column: Int
        let readAs: String
        let qualifier: String
        /// Exact, as text; null for what is no number.
        let value: String?
        let detectionLimit: String?
        let upperLimit: String?
        let released: Bool
        /// Why, or why not.
        let release: String
        let resolved: [String]
        let composites: [Part]
        let qcResults: [QCResultDocument]
        let findings: [FindingDocument]
    }

    /// A composite of the sample, and what of it this is.
    struct Part: Encodable {
        let composite: String
        let convention: String
        let unit: String
        let value: String?
        let lowest: String?
        let highest: String?
        let conversion: String
        let note: String
    }

    let batch: String
    let laboratory: String
    let queueState: String?
    let released: Bool
    /// Why not.
    let hold: String?
    let samples: [Row]
    let decisions: [DecisionDocument]

    init(_ trace: Trace) {
        batch = trace.key.batch
        laboratory = trace.key.laboratory
        queueState = trace.queueItem?.standing.phase.rawValue
        released = trace.release.map { $0.hold == nil } ?? false
        hold = trace.release?.hold?.rawValue
        samples = trace.samples.map { Row($0, of: trace) }
        decisions = trace.decisions.map(DecisionDocument.init)
    }
}

extension TraceDocument.Row {
    fileprivate init(_ sample: TracedSample, of trace: Trace) {
        let batch = sample.certificate.reference.batch
        certificate = CertificateDocument(sample.certificate)
        archivePath = trace.originals[sample.certificate.reference.sha256]
        position = sample.position
        self.sample = sample.name
        role = sample.role?.kind.rawValue
        reference = sample.role?.reference
        roleSource = sample.role?.source
        determinations = sample.cells.map { TraceDocument.Cell(CellStory(sample: sample, cell: $0), of: trace) }
        composites = sample.composites(named: trace.analyte).map {
            TraceDocument.Part($0.column, $0.result, $0.column.members)
        }
        findings = sample.otherFindings.map { FindingDocument($0, batch: batch) }
        verdict = sample.judgement.map { VerdictDocument($0.verdict) }
    }
}

extension TraceDocument.Cell {
    fileprivate init(_ story: CellStory, of trace: Trace) {
        let cell = story.cell
        let batch = trace.key.batch
        let standing = trace.standing(of: story)
        if case .released = standing { released = true } else { released = false }
        release =
            standing.map(TraceWords.released)
            ?? TraceWords.released(trace.release, story.sample.certificate.reference)
        analyte = cell.analyte
        printedAnalyte = cell.printedAnalyte
        method = cell.method
        digestion = cell.digestion
        technique = cell.technique
        unit = cell.unit
        reported = cell.text
        stored = cell.storedText
        sheet = cell.place.sheet
        line = cell.place.line
        column = cell.column
        readAs = TraceWords.read(cell.value)
        qualifier = cell.value.qualifier
        if case .number(let number) = cell.value { value = number.description } else { value = nil }
        if case .below(limit: let limit?) = cell.value {
            detectionLimit = limit.description
        } else {
            detectionLimit = cell.detectionLimit?.description
        }
        upperLimit = cell.upperLimit?.description
        resolved = story.resolved.map(TraceWords.resolved)
        composites = story.composites.map { TraceDocument.Part($0.column, $0.result, $0.part) }
        qcResults = story.control.map { QCResultDocument($0, batch: batch) }
        findings = story.findings.map { FindingDocument($0, batch: batch) }
    }
}

extension TraceDocument.Part {
    fileprivate init(_ column: CompositeColumn, _ result: CompositeResult, _ conversion: String) {
        composite = column.composite
        convention = column.convention
        unit = column.unit.symbol
        value = result.value?.description
        lowest = result.lowest?.description
        highest = result.highest?.description
        self.conversion = conversion
        note = result.note
    }
}
