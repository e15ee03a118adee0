import Geochemistry

/// Whether too many pairs of one set exceed their limit. One pair in ten may: a limit is no wall, and a single grain of
/// gold crosses any. Exactly so many pass.
///
/// Source: at most 10 % of pairs may fail, as the acceptance of Simon's method has it; 95 % of crush duplicates within
/// 20 % and 97 % of pulps within 10 % were accepted at Bear Lodge.
enum DuplicateSetShare {
    /// - Parameter evaluated: how many pairs of the set could be judged.
    static func isExceeded(
        _ exceeding: Int,
        of evaluated: Int,
        rules: DuplicateSetRules
    ) throws(ArithmeticOverflow) -> Bool {
        guard evaluated >= rules.pairs else { return false }
        return try ExactDecimal(exceeding) * 100 > ExactDecimal(evaluated) * rules.percent
    }
}
