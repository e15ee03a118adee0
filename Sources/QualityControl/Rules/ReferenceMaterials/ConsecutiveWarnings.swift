/// Westgard 2-2s: consecutive insertions beyond 2 SD on the same side fail the later one.
///
/// Source: OREAS, "Quick QC guide to monitoring labs with SD intervals"; Westgard multirules (2-2s, systematic error).
/// An insertion inside the warning window, on the other side of it, or without a number ends a run.
public enum ConsecutiveWarnings {
    /// The run after one more insertion, counted no further than the rule looks.
    ///
    /// A biased series is one endless run. Counted to its end, a certificate that arrives late would change every one
    /// after it, and all of them would be judged again; counted this far, it changes the few that it can fail.
    /// - Parameters:
    ///   - side: beyond the warning limit, or nil.
    ///   - run: after the insertion before; nil where there was none beyond the limit.
    ///   - consecutive: how many in a row fail.
    public static func extend(_ run: SeriesTail.Run?, by side: Side?, consecutive: Int) -> SeriesTail.Run? {
        guard let side else { return nil }
        guard let run, run.side == side else { return SeriesTail.Run(side: side, length: 1) }
        return SeriesTail.Run(side: side, length: run.length < consecutive ? run.length + 1 : max(consecutive, 1))
    }

    /// Whether an insertion that ends this run fails.
    /// - Parameter consecutive: how many in a row fail; 0 switches the rule off.
    public static func fails(_ run: SeriesTail.Run?, consecutive: Int) -> Bool {
        guard consecutive > 0, let run else { return false }
        return run.length >= consecutive
    }
}
