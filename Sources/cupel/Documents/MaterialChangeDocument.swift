import Geochemistry
import Standards

/// A certified value that a replaced file says otherwise.
struct MaterialChangeDocument: Encodable {
    let kind: String
    let analyte: String
    let digestion: String
    let change: String
    let roundingOnly: Bool

    init(_ change: MaterialChange) {
        kind = change.kind.rawValue
        analyte = change.analyte.symbol
        digestion = change.digestion.rawValue
        self.change = change.text
        roundingOnly = change.isRounding
    }
}
