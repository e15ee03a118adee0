public import Geochemistry

/// Westgard 2-2s: consecutive insertions beyond 2 SD on the same side fail the later one.
///
/// Source: OREAS, "Quick QC guide to monitoring labs with SD intervals"; Westgard multirules (2-2s, systematic error).
/// An insertion inside the warning window, on the other side of it, or without a score ends a run.
public enum ConsecutiveWarnings {
    /// Whether the insertion at `index` fails.
    /// - Parameters:
    ///   - limit: of the warning window, in SD.
    ///   - consecutive: how many in a row fail; 0 switches the rule off.
    public static func fails(
        at index: Int,
        in series: ScoreSeries,
        beyond limit: ExactDecimal,
        consecutive: Int
    ) -> Bool {
        guard consecutive > 0, index < series.count, index + 1 >= consecutive,
            let side = series.scores[index]?.side
        else { return false }
        return series.scores[(index + 1 - consecutive)...index].allSatisfy { score in
            score.map { $0.side == side && $0.exceeds(limit) } ?? false
        }
    }
}
