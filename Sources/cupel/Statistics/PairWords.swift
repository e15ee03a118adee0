import Geochemistry
import Ledger
import QualityControl

/// The words of statistics of pairs.
enum PairWords {
    static func kind(_ kind: SampleRole.Kind) -> String {
        switch kind {
        case .fieldDuplicate: "field"
        case .coarseDuplicate: "coarse"
        case .pulpDuplicate: "pulp"
        default: "laboratory"
        }
    }

    /// What became of results below a limit; said beside every figure.
    static func censoring(_ policy: CensoringPolicy) -> String {
        switch policy {
        case .exclude: "pairs with a result below its detection limit are left out"
        case .limit: "results below a detection limit count as that limit"
        case .halfLimit: "results below a detection limit count as half of it"
        case .limitOverRootTwo: "results below a detection limit count as the limit over the root of 2"
        case .zero: "results below a detection limit count as zero"
        case .tenLimits: "only pairs of two numbers with a mean of at least ten detection limits count"
        }
    }

    /// `20 %`, `10 % | 5 DL`.
    static func limit(_ limit: DuplicateRules.Limit) -> String {
        limit.hyperbolicDetectionLimits.map { "\(limit.percent) %, hyperbola \($0) DL" } ?? "\(limit.percent) %"
    }

    /// `laboratory ALS, from 2026-01-01`; `all of the ledger`.
    static func selection(_ selection: ResultSelection) -> String {
        let parts = [
            selection.laboratory.map { "laboratory \($0)" }, selection.project.map { "project \($0)" },
            selection.method.map { "method \($0)" }, selection.analyte.map { "analyte \($0)" },
            selection.from.map { "from \($0)" }, selection.to.map { "to \($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? "all of the ledger" : parts.joined(separator: ", ")
    }

    static let noDuplicates = "no duplicates"
    static let noChecks =
        "no check assays: no two laboratories report one sample for the same analyte after comparable digestions"

    static let precision = """
        USED is what counts of PAIRS; CENSORED are those with a result below its limit. CVAVG is the root mean square of
        the pairs' CV (Stanley and Lawie), RPD the mean of 100 |a - b| / mean (AMPD), HARD half of it. WITHIN is of the
        pairs that the limit of the policy (an RPD, with a floor near the detection limit) can judge, censored ones too.
        """
    static let bias = """
        p is two-sided: below 0.05, one side lies above the other. The robust tests come first, because one pair of high
        grade rules the t test. RATIO is the median of duplicate / original, RMA the reduced major axis.
        """
    static let thompsonHowarth = """
        Thompson and Howarth: pairs outside the percentile of the target precision, and the probability that chance puts
        so many there. sd = S0 + K x content, by root mean squares of groups of 11.
        """
    static let checks = """
        Bias is that of the second laboratory against the first. OUTLIERS lie beyond the hyperbola named above, and are
        taken out; where they are more than one in ten, they stay (kept). RMA is the reduced major axis, RATIO the median
        of second / first. p is two-sided, the robust tests first.
        """

    /// A second laboratory without reference materials proves nothing of the first.
    static func control(_ set: CheckSet) -> String {
        switch set.controlledBatches {
        case 0:
            "no reference material of yours was judged for it with the check samples, so a bias cannot be laid to either "
                + "laboratory"
        case set.batches: "reference materials of yours were judged for it in all \(set.batches) batches of checks"
        case let some: "reference materials of yours were judged for it in \(some) of \(set.batches) batches of checks"
        }
    }
}
