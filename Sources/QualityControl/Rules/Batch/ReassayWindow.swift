/// Which ordinary samples a failed QC sample speaks against, in laboratory order.
///
/// Source: common client practice - from the last passing to the next passing QC sample of the same kind, or a
/// number of samples on either side, or the whole work order.
public enum ReassayWindow {
    /// What a row of a certificate is to one kind of QC in one column.
    public enum Mark: Sendable, Hashable {
        case ordinary
        case passing
        case failing
        /// A QC sample of another kind, or one that says nothing of this column.
        case other
    }

    /// A stretch of rows that belong together, and the failing rows in it.
    public struct Stretch: Sendable, Hashable {
        /// Indexes of ordinary rows, ascending.
        public var rows: [Int]
        /// Indexes of the failing rows that speak against them, ascending.
        public var because: [Int]
    }

    /// The stretches to determine again, in order. A row stands in one stretch for each group of failures that
    /// reaches it.
    public static func stretches(of marks: [Mark], window: ReassayRules.Window) -> [Stretch] {
        let found: [Stretch]
        switch window {
        case .betweenPassing: found = betweenPassing(marks)
        case .eitherSide(let count): found = eitherSide(marks, count: count)
        case .wholeBatch:
            found = [Stretch(rows: indexes(of: .ordinary, in: marks), because: indexes(of: .failing, in: marks))]
        }
        return found.filter { !$0.rows.isEmpty && !$0.because.isEmpty }
    }

    private static func betweenPassing(_ marks: [Mark]) -> [Stretch] {
        var stretches: [Stretch] = []
        var open = Stretch(rows: [], because: [])
        for (index, mark) in marks.enumerated() {
            switch mark {
            case .ordinary: open.rows.append(index)
            case .failing: open.because.append(index)
            case .other: break
            case .passing:
                stretches.append(open)
                open = Stretch(rows: [], because: [])
            }
        }
        stretches.append(open)
        return stretches
    }

    private static func eitherSide(_ marks: [Mark], count: Int) -> [Stretch] {
        let ordinary = indexes(of: .ordinary, in: marks)
        var stretches: [Stretch] = []
        /// How many ordinary rows stand before the row.
        var before = 0
        for (index, mark) in marks.enumerated() {
            if mark == .ordinary { before += 1 }
            guard mark == .failing, count > 0 else { continue }
            let start = before - min(before, count)
            let end = before + min(ordinary.count - before, count)
            stretches.append(Stretch(rows: Array(ordinary[start..<end]), because: [index]))
        }
        return stretches
    }

    private static func indexes(of wanted: Mark, in marks: [Mark]) -> [Int] {
        marks.indices.filter { marks[$0] == wanted }
    }
}
