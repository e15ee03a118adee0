import Geochemistry

/// Whether a re-assay that answers may close the failure by the policy alone.
///
/// A list answers for the analytes that it names, and for nothing else. Where something beside them holds the batch - QC
/// that the policy demands is missing, the laboratory's own QC fails it, a finding on the whole batch, a failure around
/// which no sample is listed - a person has to look, whatever the policy says.
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
        let words = Set(list.flatMap(\.analytes))
        let listed = sheet.certificate.columns.map { words.contains(ReassaySample.words($0)) }
        // The laboratory's own QC is capped by the policy, and warns unless somebody wrote otherwise.
        let laboratoryFails = sheet.policy.laboratory.worstOutcome == .fail
        return sheet.results.allSatisfy { result in
            guard result.outcome == .fail else { return true }
            return result.origin == .client ? listed[result.columnIndex] : !laboratoryFails
        }
            && findings.allSatisfy { finding in
                guard finding.outcome == .fail else { return true }
                guard finding.origin == .client else { return !laboratoryFails }
                return zip(sheet.certificate.columns, listed).contains { column, isListed in
                    isListed && column.method == finding.method && column.analyte?.symbol == finding.analyte
                }
            }
    }
}
