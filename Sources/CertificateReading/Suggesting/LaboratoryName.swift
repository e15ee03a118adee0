import Geochemistry

/// What a laboratory may be called, by what stands above its table.
struct LaboratoryName {
    /// As certificates and the ledger shall call it.
    var text: String
    /// What is sure to stand in the letterhead.
    var mark: String
    var place: PlacedText?
    /// The file of a laboratory that has this name already.
    var knownID: String?

    /// A name that `standards check` accepts, where none was found.
    static let placeholder = "Unnamed laboratory"

    init(_ metadata: MetadataSurvey, laboratories: [Laboratory]) {
        text = Self.placeholder
        mark = ""
        if let said = metadata.laboratory, Self.short(said.text).contains(where: \.isLetter) {
            text = Self.short(said.text)
            mark = text
            place = said
        }
        for place in metadata.free + metadata.ignored where self.place == nil {
            let words = PrintedWords(place.text)
            guard place.text.utf8.count <= 200, words.holdsBeginning(Self.stems) || words.holds(Self.names) else {
                continue
            }
            guard !words.holds(Self.titles) || words.holds(Self.names) else { continue }
            let short = Self.short(place.text)
            guard short.count >= 2, short.contains(where: \.isLetter) else { continue }
            (text, mark) = (short, short)
            self.place = place
            break
        }
        let key = Label.key(of: text)
        if let known = laboratories.first(where: { Label.key(of: $0.name) == key }) {
            text = known.name
            knownID = known.id
        }
    }

    /// Without address, numbers and what a stroke divides from it: `Northern Assay Ltd., 12 Mine Road` is its first part.
    private static func short(_ text: String) -> String {
        var short = text
        for separator in [",", " - ", "  ", ";", "|", "(", "\n"] {
            if let range = short.firstRange(of: separator) { short = String(short[..<range.lowerBound]) }
        }
        if let digit = short.firstIndex(where: \.isNumber), digit != short.startIndex {
            short = String(short[..<digit])
        }
        return String(short.trimmedOfBlanks.prefix(60))
    }

    /// `northern-assay-ltd`
    var id: String { Self.slug(of: text) }

    func layoutID(taken: Set<String>) -> String {
        var number = 1
        while taken.contains(number == 1 ? id : "\(id)-\(number)") { number += 1 }
        return number == 1 ? id : "\(id)-\(number)"
    }

    private static func slug(of text: String) -> String {
        let slug = PrintedWords(text).words.prefix(4).joined(separator: "-")
        return slug.isEmpty ? "unnamed-laboratory" : slug
    }

    private static let stems = [
        "laborator", "laboratoi", "assay", "geochem", "geoquim", "geochim", "analytic", "inspectorate", "mineralog",
        "metallurg",
    ]
    private static let names: Set<String> = [
        "lab", "labs", "als", "sgs", "actlabs", "acme", "bureau", "intertek", "genalysis", "msalabs", "certimin",
        "inspectorate", "alfred", "nagrom", "ultratrace", "bvm", "agat", "paragon", "src", "mintek", "setpoint",
        "afrilab",
    ]
    /// A title of the page, and no name.
    private static let titles: Set<String> = [
        "certificate", "certificado", "certificat", "report", "informe", "laudo", "boletim", "rapport", "method",
        "data",
        "results", "resultados", "resultats", "sheet", "sample", "samples",
    ]
}
