import Geochemistry
import Ledger

/// Of which results a statistic is made; what selects nothing out is not there.
struct SelectionDocument: Encodable {
    let laboratory: String?
    let project: String?
    let method: String?
    let analyte: String?
    let from: String?
    let to: String?

    init(_ selection: ResultSelection) {
        laboratory = selection.laboratory
        project = selection.project
        method = selection.method
        analyte = selection.analyte
        from = selection.from?.description
        to = selection.to?.description
    }
}
