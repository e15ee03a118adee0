import Geochemistry
import Intake
import Ledger
import QualityControl

/// Where the results of one sample in one analyte come from, and what they rest on.
struct Trace {
    let key: BatchKey
    /// As it was asked for.
    let analyte: String
    let samples: [TracedSample]
    /// Whether the batch may be used.
    let release: BatchRelease?
    let decisions: [DecisionRecord]
    let queueItem: QueueItem?
    /// Where each original lies, by its hash; nothing for one that is not there.
    let originals: [String: String]

    init(_ key: BatchKey, sample: String, analyte: String, method: String?, root: Root, in ledger: Ledger) throws {
        self.key = key
        self.analyte = analyte
        (samples, release, decisions, queueItem) = try ledger.read { reader in
            (
                try reader.trace(of: key, sample: sample, analyte: analyte, method: method),
                try reader.releases().first { $0.key == key }, try reader.decisions(of: key), try reader.queueItem(key)
            )
        }
        let archive = Archive(path: root.archive)
        originals = Dictionary(
            samples.map(\.certificate.reference.sha256).compactMap { hash in
                archive.place(of: hash).map { (hash, root.archive + "/" + $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Trace {
    /// Whether the cell may be used; nil where its certificate counts no longer.
    func standing(of story: CellStory) -> ResultStanding? {
        let id = story.sample.certificate.reference.id
        return release?.certificates.first { $0.reference.id == id }?.standing(
            analyte: story.cell.analyte,
            method: story.cell.method,
            position: story.sample.position
        )
    }
}

/// What a verdict says of one cell.
struct CellStory {
    let sample: TracedSample
    let cell: TracedCell

    private var judgement: StoredJudgement? { sample.judgement }

    /// The QC results of the column, nearest in laboratory order first, before goes before after.
    var control: [StoredQCResult] {
        (judgement?.results ?? []).filter { $0.result.columnIndex == cell.ordinal }
            .enumerated().sorted { left, right in
                let (a, b) = (left.element.position - sample.position, right.element.position - sample.position)
                return (abs(a), a, left.offset) < (abs(b), b, right.offset)
            }.map(\.element)
    }

    /// What was found on the column.
    var findings: [Finding] {
        (judgement?.findings ?? []).filter { finding in
            finding.analyte == cell.analyte && (finding.method.isEmpty || finding.method == cell.method)
        }
    }

    /// The result that says how much one over the range is, or is said by this one.
    var resolved: [StoredResolvedResult] {
        (judgement?.resolved ?? []).filter { resolved in
            resolved.position == sample.position
                && [resolved.result.columnIndex, resolved.result.resolvingColumnIndex].contains(cell.ordinal)
        }
    }

    /// The composites of the sample that the column has part in, each with that part.
    var composites: [(column: CompositeColumn, result: CompositeResult, part: String)] {
        let words = cell.method.isEmpty ? cell.analyte : "\(cell.analyte) by \(cell.method)"
        return sample.composites.compactMap { column, result in
            CompositeParts.part(of: words, in: column.members).map { (column, result, $0) }
        }
    }
}

extension TracedSample {
    var composites: [(column: CompositeColumn, result: CompositeResult)] {
        (judgement?.composites ?? []).flatMap { column in
            column.results.filter { $0.sampleIndex + 1 == position }.map { (column, $0) }
        }
    }

    /// Those of the name that was asked for.
    func composites(named name: String) -> [(column: CompositeColumn, result: CompositeResult)] {
        let wanted = ResultSelection(analyte: name)
        return composites.filter { wanted.takes(method: "", analyte: $0.column.composite) }
    }

    /// What was found on the sample in no column, or on the batch.
    var otherFindings: [Finding] {
        (judgement?.findings ?? []).filter { finding in
            finding.analyte.isEmpty && (finding.position == 0 || finding.position == position)
        }
    }
}
