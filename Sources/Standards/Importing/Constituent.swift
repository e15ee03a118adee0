import Geochemistry

/// The first cell of a row of an issuer's table: `Au, Gold (ppm)`, in old workbooks `Gold, Au (ppm)`, among the
/// performance gates `Au, ppm`.
struct Constituent {
    /// The text without its unit.
    let name: String
    /// As printed; empty where neither the cell nor a column of units names one.
    private(set) var unit: String

    /// Blanks of any kind and any number between words become one.
    init(_ text: String) {
        let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" || $0.isNewline }
        let text = words.joined(separator: " ")
        if text.last == ")", let bracket = text.lastIndex(of: "("),
            case let inner = String(text[text.index(after: bracket)...].dropLast()), Self.isUnit(inner)
        {
            name = String(text[..<bracket]).trimmedOfBlanks
            unit = inner
        } else if let comma = text.lastIndex(of: ","),
            case let last = String(text[text.index(after: comma)...]).trimmedOfBlanks, Self.isUnit(last)
        {
            name = String(text[..<comma]).trimmedOfBlanks
            unit = last
        } else {
            name = text
            unit = ""
        }
    }

    /// A unit of the trade, or of a physical property; `no HF` and `sample weights 10-50g` are none.
    private static func isUnit(_ text: String) -> Bool {
        Unit(printed: text).isMassFraction || properties.contains(text.lowercased())
    }

    private static let properties: Set<String> = [
        "unity", "g/cm3", "g/cm\u{B3}", "t/m3", "t/m\u{B3}", "kg/m3", "kg/m\u{B3}", "ph units", "ms/m",
    ]

    /// Takes the unit from a column of its own.
    mutating func add(unit: String) { self.unit = unit }

    enum Meaning: Equatable {
        case analyte(Analyte)
        /// A part of the element only: soluble copper, carbonate carbon.
        case part
        case unknown
        /// The parts of the text name different analytes.
        case several
    }

    /// The analyte, whichever side of the comma its symbol stands on.
    func meaning(in analytes: AnalyteTable) -> Meaning {
        let lowered = name.lowercased()
        if Self.restrictions.contains(where: { lowered.contains($0) }) { return .part }
        if let whole = analytes.analyte(printed: name) { return .analyte(whole) }
        let found = named(in: analytes)
        guard let analyte = found.first else { return .unknown }
        return found.count == 1 ? .analyte(analyte) : .several
    }

    /// The analytes that its parts between commas name.
    func named(in analytes: AnalyteTable) -> Set<Analyte> {
        Set(name.split(separator: ",").compactMap { analytes.analyte(printed: String($0)) })
    }

    private static let restrictions = [
        "solub", "carbonate", "graphit", "organic", "sulphide", "sulfide", "sulphate", "sulfate", "residual", "free ",
        " via ", "calculated", "cyanide", "metallic", "magnetic", "non-", "acid",
    ]
}
