/// The columns of ``LedgerReader/results(of:)``, by position: a verdict has hundreds of rows, and looking a name up in each
/// costs more than reading it.
enum ResultField {
    static let position = 0
    static let origin = 1
    static let kind = 2
    static let subtype = 3
    static let reference = 4
    static let name = 5
    static let analyte = 6
    static let method = 7
    static let digestion = 8
    static let unit = 9
    static let ordinal = 10
    static let reported = 11
    static let value = 12
    static let expected = 13
    static let sd = 14
    static let z = 15
    static let biasPercent = 16
    static let differencePercent = 17
    static let lowerLimit = 18
    static let upperLimit = 19
    static let tier = 20
    static let outcome = 21
    static let rule = 22
    static let note = 23
}
