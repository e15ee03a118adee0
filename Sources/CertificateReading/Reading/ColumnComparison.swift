import Geochemistry

/// Two columns of one method, analyte and unit, held against each other cell by cell.
struct ColumnComparison {
    let first: Int
    let second: Int
    /// Samples that have a result in both, and how many of them in one only.
    private(set) var common = 0
    private(set) var single = 0
    private(set) var differing = 0
    /// Index of the first sample whose results differ.
    private(set) var firstDiffering: Int?

    /// Results are compared by their meaning: `0.50` and `0.5` agree.
    init(_ first: Int, _ second: Int, in certificate: Certificate) {
        self.first = first
        self.second = second
        for sample in certificate.samples.indices {
            let one = certificate.value(sample: sample, column: first)
            let other = certificate.value(sample: sample, column: second)
            switch (one == .noResult(.notRequested), other == .noResult(.notRequested)) {
            case (true, true): continue
            case (true, false), (false, true): single += 1
            case (false, false):
                common += 1
                guard one != other else { continue }
                differing += 1
                if firstDiffering == nil { firstDiffering = sample }
            }
        }
    }
}
