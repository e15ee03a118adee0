/// Benjamini and Hochberg's control of the false discovery rate: of what is reported, no more than this share is chance.
///
/// Less strict than Šidák where many tests of a family speak at once.
/// Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289.
public enum BenjaminiHochberg {
    /// p as it counts within its family, in the order given: the smallest p m / rank of its own and all larger ones.
    public static func adjusted(_ p: [Double]) -> [Double] {
        let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
        var adjusted = p
        var smallest = 1.0
        for (rank, index) in order.enumerated().reversed() {
            smallest = min(smallest, p[index] * Double(p.count) / Double(rank + 1))
            adjusted[index] = smallest
        }
        return adjusted
    }

    /// Which tests of the family are reported at this rate, in the order given.
    public static func rejected(_ p: [Double], rate: Double) -> [Bool] {
        adjusted(p).map { $0 <= rate }
    }
}
