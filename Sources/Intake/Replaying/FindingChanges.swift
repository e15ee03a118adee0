public import QualityControl

/// What one verdict finds and another does not.
///
/// A finding is the same where rule, outcome and place are: that another limit stands in its sentence is no change.
/// Findings that are only shown do not count.
public struct FindingChanges: Sendable, Hashable {
    public let appeared: [Finding]
    public let vanished: [Finding]

    public init(from before: [Finding], to after: [Finding]) {
        appeared = Self.missing(from: before, in: after)
        vanished = Self.missing(from: after, in: before)
    }

    public var isEmpty: Bool { appeared.isEmpty && vanished.isEmpty }

    /// What `findings` hold more often than `others`.
    private static func missing(from others: [Finding], in findings: [Finding]) -> [Finding] {
        var left: [Finding: Int] = [:]
        for other in others { left[other.withoutWords, default: 0] += 1 }
        return findings.filter { finding in
            guard finding.outcome != .pass else { return false }
            guard let count = left[finding.withoutWords], count > 0 else { return true }
            left[finding.withoutWords] = count - 1
            return false
        }
    }
}

extension Finding {
    fileprivate var withoutWords: Finding {
        var finding = self
        finding.message = ""
        return finding
    }
}
