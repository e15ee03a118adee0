import Geochemistry
import QualityControl

/// Rows of one content in certificates of several laboratories, and which of them checks which.
///
/// A row that a register or a sampling rule calls a check sample checks the first laboratory's row. Where nobody says so,
/// the laboratory that reported first is the first, and every later one checks it, unless the two certificates name
/// different projects: sample numbers are not unique in the world.
struct CheckRows {
    struct Row {
        let certificate: SelectedCertificate
        let position: Int
        let sample: String
        /// Somebody says that it is a check sample.
        let isDeclared: Bool
    }

    /// - Parameter rows: of one content.
    /// - Returns: each check with the row of the first laboratory that it checks: the last one before it, else the first.
    static func pairs(of rows: [Row]) -> [(check: Row, original: Row)] {
        let ordered = rows.sorted { ($0.certificate.order, $0.position) < ($1.certificate.order, $1.position) }
        guard let first = ordered.first(where: { !$0.isDeclared })?.certificate.laboratory else { return [] }
        let originals = ordered.filter { $0.certificate.laboratory == first && !$0.isDeclared }
        return ordered.compactMap { check -> (check: Row, original: Row)? in
            guard check.certificate.laboratory != first else { return nil }
            let fitting = originals.filter { original in
                let project = ProjectKey(original.certificate.project)
                return check.isDeclared || !project.isOther(than: ProjectKey(check.certificate.project))
            }
            let original = fitting.last { $0.certificate.order < check.certificate.order } ?? fitting.first
            return original.map { (check: check, original: $0) }
        }
    }
}
