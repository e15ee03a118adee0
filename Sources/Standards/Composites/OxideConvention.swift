import Geochemistry

/// The oxide in which each element is counted, by the name of a convention.
struct OxideConvention {
    let name: String
    let oxides: [Analyte: Analyte]

    /// The convention that needs no table: elements are counted as elements.
    static let element = "element"

    /// `[conventions.sesquioxide]`, and what else stands there.
    static func all(_ section: TOMLSection?, analytes: AnalyteTable) -> [OxideConvention] {
        guard let section else { return [] }
        return section.keys.compactMap { name in
            section.section(name).map { OxideConvention(name, $0, analytes: analytes) }
        }
    }

    private init(_ name: String, _ section: TOMLSection, analytes: AnalyteTable) {
        self.name = name
        var oxides: [Analyte: Analyte] = [:]
        for key in section.keys {
            guard let text = section.string(key) else { continue }
            guard let element = analytes.analyte(printed: key), analytes[element]?.kind == .element else {
                section.complain(.unknownAnalyte(key, in: analytes), at: key)
                continue
            }
            guard let oxide = analytes.analyte(printed: text), analytes[oxide]?.element == element else {
                section.complain(.noOxideOf(element, text), at: key)
                continue
            }
            oxides[element] = oxide
        }
        self.oxides = oxides
    }
}
