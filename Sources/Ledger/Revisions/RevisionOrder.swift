import Geochemistry

/// The certificates of one laboratory and batch, brought into the order of their revisions.
///
/// The order is that of report date, preliminary before final, content, part: a function of the set of certificates,
/// whatever came first. A certificate is superseded by the first later one that reports one of its columns again; a
/// reissue that only adds columns leaves it current. The parts of one file were reported together, so one
/// replaces another only where it repeats its samples.
struct RevisionOrder {
    struct Candidate: Hashable {
        struct Column: Hashable {
            var method: String
            var analyte: String
            var unit: String
        }

        var id: Int64
        var reported: String
        var isPreliminary: Bool
        var sha256: String
        var part: Int
        /// Columns in which the client's samples have results.
        var columns: Set<Column>
        /// The client's samples.
        var samples: Set<String>
    }

    struct Revision: Hashable {
        var id: Int64
        /// From 1.
        var number: Int
        var supersededBy: Int64?
    }

    let revisions: [Revision]

    init(_ candidates: [Candidate]) {
        let ordered = candidates.sorted { left, right in
            if left.reported != right.reported { return left.reported < right.reported }
            if left.isPreliminary != right.isPreliminary { return left.isPreliminary }
            return (left.sha256, left.part) < (right.sha256, right.part)
        }
        revisions = ordered.enumerated().map { index, candidate in
            let replacement = ordered[(index + 1)...].first { $0.replaces(candidate) }
            return Revision(id: candidate.id, number: index + 1, supersededBy: replacement?.id)
        }
    }
}

extension RevisionOrder.Candidate {
    func replaces(_ earlier: Self) -> Bool {
        guard !columns.isDisjoint(with: earlier.columns) else { return false }
        return sha256 != earlier.sha256 || !samples.isDisjoint(with: earlier.samples)
    }
}
