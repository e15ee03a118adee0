import Ledger
import QualityControl

/// What `cupel export` says on standard error.
enum ReleaseWords {
    static func written(_ tally: ReleasedTally, certificates: Int, batches: Int) -> String {
        "\(count(tally.results, "result")) of \(count(certificates, "certificate")) in "
            + "\(count(batches, "batch", "batches")) released"
    }

    /// A line for each state and reason, with the batches' names as far as they are few.
    static func left(_ releases: [BatchRelease]) -> [String] {
        let held = releases.filter { !$0.releasesSomething }
        guard !held.isEmpty else { return [] }
        var lines = ["left out: \(count(held.count, "batch", "batches"))"]
        for reason in HoldReason.allCases {
            for (state, batches) in byState(held.filter { $0.hold == reason }) {
                lines.append("  \(batches.count) \(state): \(why(reason)) (\(names(batches)))")
            }
        }
        return lines
    }

    /// What of released batches was left out.
    static func left(_ tally: ReleasedTally) -> [String] {
        var lines: [String] = []
        let samples = tally.leftSamples
        let duplicates = samples.filter { pairKinds.contains($0.key) }.values.reduce(0, +)
        let controls = samples.values.reduce(0, +) - duplicates
        if controls > 0 {
            lines.append(
                "left out of released batches: \(count(controls, "QC sample")) (CRMs, blanks and the laboratory's own)"
            )
        }
        if duplicates > 0 {
            lines.append(
                "left out of released batches: \(count(duplicates, "duplicate or check sample", "duplicates and check samples")); "
                    + "they control their originals, and are no samples of their own"
            )
        }
        if tally.incompleteComposites > 0 {
            lines.append(
                "left out of released batches: \(count(tally.incompleteComposites, "composite")) with a member that is "
                    + "censored, over its range or missing"
            )
        }
        return lines
    }

    /// What of batches that are used in part was left out: a line for each decision that holds something.
    static func leftInParts(_ releases: [BatchRelease], _ tally: ReleasedTally) -> [String] {
        var lines: [String] = []
        for release in releases where release.releasesSomething {
            for part in release.parts {
                guard let held = tally.heldByDecision[part.id], let scope = part.scope else { continue }
                lines.append(
                    "left out of \(release.key.batch): \(count(held, "result")), \(scope.words): \(part.action.rawValue) "
                        + "by \(part.actor) (decision \(part.id))"
                )
            }
        }
        if tally.undecided > 0 {
            lines.append(
                "left out of batches that are decided in part: \(count(tally.undecided, "result")) that no decision is on"
            )
        }
        if tally.heldComposites > 0 {
            lines.append(
                "left out of released batches: \(count(tally.heldComposites, "composite")) with a member that is held"
            )
        }
        return lines
    }

    static func formulaLike(_ cells: Int) -> String {
        "\(count(cells, "text begins", "texts begin")) with = + - or @ and \(cells == 1 ? "is" : "are") written as "
            + "printed; a spreadsheet may take such a text for a formula, so import the file as text"
    }

    static let notReleased = "Give --released: only what may be used is exported."

    static func nobodyReads(_ reason: String) -> String {
        "the export is not whole: standard output could not be written (\(reason))"
    }

    static func notAFile(_ path: String) -> String {
        "\(path) is there and no plain file; leave --out away to write to standard output"
    }

    static func why(_ reason: HoldReason) -> String {
        switch reason {
        case .notJudged: "a certificate has no verdict yet"
        case .toBeJudgedAgain:
            "certificates came before it in a series; it is judged again when the backlog is through"
        case .preliminary: "the report is preliminary"
        case .rejected: "a person rejected it"
        case .staleDecision: "the decision was made on another verdict than the one that stands now"
        case .reopened: "the verdict passes, but a person took it out of use"
        case .reassayRequested: "the laboratory is asked to repeat"
        case .inReview: "a person looks at it"
        case .failed: "the verdict fails, and nobody has decided"
        case .notEvaluated: "it could not be checked, and nobody has decided"
        case .undecidedPart: "parts of the batch are decided, and this is none of them"
        case .answered: "it fails; a re-assay answers it, and the re-assay's results are those to use"
        }
    }

    private static let pairKinds: Set<SampleRole.Kind> = [.fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .check]

    private static func byState(_ releases: [BatchRelease]) -> [(state: String, batches: [BatchRelease])] {
        let groups = Dictionary(grouping: releases) { $0.state?.phase.rawValue ?? "not in the queue" }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func names(_ releases: [BatchRelease]) -> String {
        let shown = releases.prefix(5).map(\.key.batch).joined(separator: ", ")
        return releases.count > 5 ? shown + " and \(releases.count - 5) more" : shown
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}
