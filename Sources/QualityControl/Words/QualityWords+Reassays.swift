extension QualityWords {
    // MARK: Re-assays

    /// What a failed batch is told about its re-assays: `Re-assayed by VA26030009, which passed and covers 12 of 12
    /// samples: accept with the re-assay results, or reject.` Empty where there is none.
    ///
    /// - Parameter end: what follows from it for the batch.
    package static func reassayed(by answers: [ReassayAnswer], _ end: ReassayEnd) -> String {
        guard !answers.isEmpty else { return "" }
        let batches = answers.map { "\($0.batch), \(standing($0.standing)) covers \(coverage($0.tally))" }
        let start = "Re-assayed by \(batches.joined(separator: "; and by "))"
        switch end {
        case .closed: return "\(start): the policy closes the failure; its own results stay unreleased."
        case .decided: return "\(start)."
        case .waiting where answers.contains(where: \.isAnswered):
            let isOneEnough = answers.contains { $0.isAnswered && $0.tally.coversAll }
            let together = isOneEnough ? "" : " together they cover the list;"
            return "\(start):\(together) accept with the re-assay results, or reject."
        case .waiting where answers.contains(where: \.standing.mayAnswer):
            return "\(start): the rest of the list is still to be repeated."
        case .waiting: return "\(start): this does not answer the failure."
        }
    }

    /// The same from the other side: what a batch is to the failure of another one.
    package static func reassay(of failed: String, _ answer: ReassayAnswer) -> String {
        let start = "Re-assay of \(failed): covers \(coverage(answer.tally))"
        if answer.isAnswered { return "\(start), and answers its failure." }
        if answer.standing.mayAnswer { return "\(start); the rest of the list is still to be repeated." }
        return "\(start), and does not answer its failure: \(reason(answer.standing))."
    }

    /// `12 of 12 samples`; of a sample that is covered in part, the determinations are counted too.
    private static func coverage(_ tally: ReassayTally) -> String {
        let samples = "\(tally.samplesCovered) of \(tally.samplesListed) samples"
        if tally.coversAll { return samples }
        return "\(samples) (\(tally.determinationsCovered) of \(tally.determinationsListed) determinations)"
    }

    private static func standing(_ standing: ReassayStanding) -> String {
        switch standing {
        case .passed: "which passed and"
        case .accepted: "which was accepted and"
        case .failed: "whose own QC failed, and which"
        case .notEvaluated: "whose own QC could not be checked, and which"
        case .preliminary: "whose report is preliminary, and which"
        case .rejected: "which was rejected, and"
        case .reopened: "which was taken back, and"
        }
    }

    private static func reason(_ standing: ReassayStanding) -> String {
        switch standing {
        case .passed, .accepted: ""
        case .failed: "its own QC failed"
        case .notEvaluated: "its own QC could not be checked"
        case .preliminary: "its report is preliminary"
        case .rejected: "it was rejected"
        case .reopened: "it was taken back"
        }
    }

    /// `Cu ME-ICP61: 8 pairs, median ratio 0.985 of re-assay to first result, largest difference 4.2 % (A103: 1250 ppm,
    /// then 1198 ppm)`.
    package static func comparison(_ comparison: ReassayComparison) -> String {
        let other = comparison.otherMethods.isEmpty ? "" : " (again by \(list(comparison.otherMethods)))"
        let left = comparison.leftOut
        let pairs = comparison.pairs
        var parts = ["\(comparison.determination)\(other): \(pairs) \(pairs == 1 ? "pair" : "pairs")"]
        if let ratio = comparison.medianRatio {
            parts.append("median ratio \(fixed(ratio, decimals: 3)) of re-assay to first result")
        }
        if let largest = comparison.largest {
            parts.append(
                "largest difference \(fixed(largest.percent, decimals: 1)) % "
                    + "(\(largest.sample): \(largest.first), then \(largest.second))"
            )
        }
        if left > 0 {
            parts.append("\(left) \(left == 1 ? "pair" : "pairs") without two numbers left out")
        }
        return parts.joined(separator: ", ")
    }

    /// `still to be repeated: Cu ME-ICP61 of A103, A104; Cu ME-ICP61 and Zn ME-ICP61 of A105`.
    package static func stillMissing(_ missing: [ReassaySample]) -> String {
        var groups: [(analytes: [String], samples: [String])] = []
        for sample in missing {
            if let place = groups.firstIndex(where: { $0.analytes == sample.analytes }) {
                groups[place].samples.append(sample.sample)
            } else {
                groups.append((sample.analytes, [sample.sample]))
            }
        }
        let parts = groups.map { "\($0.analytes.joined(separator: " and ")) of \(list($0.samples))" }
        return "still to be repeated: " + parts.joined(separator: "; ")
    }

    /// A number of statistics with so many decimals; `?` for one that no pair of results can give.
    private static func fixed(_ number: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard let scaled = Int64(exactly: (number * scale).rounded()) else { return "?" }
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
