import Geochemistry

/// Whether a re-assay that answers may close the failure by the policy alone.
///
/// A list answers for the results that failed, and for nothing else. Where something beside them holds the batch - QC that
/// the policy demands is missing, the laboratory's own QC fails it, a finding on the whole batch, a failure around which
/// no sample is listed - a person has to look, whatever the policy says.
enum ReassayClosing {
    static func isPossible(
        _ list: [ReassaySample],
        sheet: BatchSheet,
        blocking: [Finding],
        findings: [Finding]
    ) -> Bool {
        guard sheet.policy.reassay.closes, !list.isEmpty, blocking.allSatisfy({ $0.outcome != .notEvaluated }) else {
            return false
        }
        let failing = findings.filter { $0.outcome == .fail }
        guard failing.allSatisfy({ $0.origin == .client && $0.position > 0 }) else { return false }
        let listed = Set(list.flatMap(\.analytes))
        return sheet.results.allSatisfy { result in
            guard result.outcome == .fail else { return true }
            // The laboratory's own QC is capped by the policy, and warns unless somebody wrote otherwise.
            guard result.origin == .client else { return sheet.policy.laboratory.worstOutcome != .fail }
            return listed.contains(ReassaySample.words(sheet.certificate.columns[result.columnIndex]))
        }
    }
}
