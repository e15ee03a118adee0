import Geochemistry

/// What an issuer's method heading (`4-Acid Digestion`, `Pb Fire Assay`) means in digestion classes.
///
/// A heading counts only where it stands in ``known`` letter for letter, apart from case, blanks, hyphens and asterisks:
/// a digestion is never guessed. One that stands nowhere is left out, and a person can say what it is.
struct MethodHeading: Sendable, Hashable {
    /// More than one where the issuer certifies one value for several of our classes.
    let digestions: [DigestionClass]
    /// Which of two headings of one class is believed where both certify an analyte: the smaller.
    let rank: Int
    /// Why it is read so, for the file that is written; empty where the heading says it itself. `%` is the heading.
    let note: String

    private init(_ digestions: DigestionClass..., rank: Int = 0, note: String = "") {
        self.init(digestions, rank: rank, note: note)
    }

    private init(_ digestions: [DigestionClass], rank: Int, note: String) {
        self.digestions = digestions
        self.rank = rank
        self.note = note
    }

    /// What a person said of a heading.
    init(chosen digestion: DigestionClass) {
        self.init(digestion, note: "'%' is taken for \(digestion.rawValue), because whoever imported it said so.")
    }

    /// The heading as the table knows it; nil for one that it does not know.
    init?(_ text: String) {
        guard let heading = Self.known[Self.key(text)] else { return nil }
        self = heading
    }

    /// Small letters and digits, without a note on the weight of the sample: `(sample weights 10-50g)`.
    static func key(_ text: String) -> String {
        var text = text.lowercased()
        if text.last == ")", let bracket = text.lastIndex(of: "("),
            text[bracket...].hasPrefix("(sample weight")
        {
            text = String(text[..<bracket])
        }
        return String(text.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
    }

    /// The headings of the issuer's workbooks, by ``key(_:)``.
    private static let known: [String: MethodHeading] = {
        let corrected = "'%' is nickel sulphide fire assay; where lead fire assay has a value, that one is used."
        let anyFusion = "'%' does not say which fusion; it is taken for the borate fusion."
        let groups: [(MethodHeading, [String])] = [
            (
                MethodHeading(.fireAssay),
                ["Pb Fire Assay", "Fire Assay", "Lead Fire Assay", "Lead Collection Fire Assay"]
            ),
            (
                MethodHeading(.fireAssay, rank: 1),
                ["Pb Fire Assay (Grav)", "Fire Assay (Gravimetric)", "Pb Fire Assay (Gravimetric)"]
            ),
            (
                MethodHeading(.fireAssay, rank: 2, note: corrected),
                ["NiS Fire Assay", "Nickel Sulphide Fire Assay"]
            ),
            (
                MethodHeading(.fourAcid),
                [
                    "4-Acid Digestion", "4-Acid Digest", "4 Acid", "4-Acid ICP", "4-Acid Digest ICP",
                    "4-Acid Digestion ICP", "Four Acid Digestion", "Four Acid Digest",
                ]
            ),
            (
                MethodHeading(.aquaRegia),
                ["Aqua Regia Digestion", "Aqua Regia Digest", "Aqua Regia", "Aqua Regia Digestion ICP"]
            ),
            (
                MethodHeading(.peroxideFusion),
                [
                    "Peroxide Fusion ICP", "Sodium Peroxide Fusion ICP", "Peroxide Fusion", "Sodium Peroxide Fusion",
                ]
            ),
            (
                MethodHeading(.borateFusion),
                ["Borate Fusion ICP", "Lithium Borate Fusion ICP", "Lithium Borate Fusion", "Borate Fusion"]
            ),
            (MethodHeading(.borateFusion, rank: 1, note: anyFusion), ["Fusion ICP", "Fusion"]),
            (
                MethodHeading(
                    .borateFusion,
                    .peroxideFusion,
                    rank: 1,
                    note: "'%' is one certified value for both fusions: it stands here once for each."
                ),
                ["Borate / Peroxide Fusion ICP", "Borate/Peroxide Fusion"]
            ),
            (
                MethodHeading(.xrfFusion),
                [
                    "Borate Fusion XRF", "Fusion XRF", "Oxidising Fusion XRF", "Oxidizing Fusion XRF",
                    "Fusion X-Ray Fluorescence", "Lithium Borate Fusion XRF",
                ]
            ),
            (
                MethodHeading(.xrfPressed),
                ["Pressed Powder Pellet XRF", "Pressed Pellet XRF", "Pressed Powder XRF"]
            ),
            (
                MethodHeading(.infraredCombustion),
                ["Infrared Combustion", "Infra Red Combustion", "Infrared Combustion Furnace", "Leco"]
            ),
            (MethodHeading(.lossOnIgnition), ["Thermogravimetry", "Loss on Ignition"]),
            (MethodHeading(.cyanideLeach), ["Cyanide Leach"]),
            (MethodHeading(.neutronActivation), ["INAA", "Instrumental Neutron Activation Analysis"]),
        ]
        var known: [String: MethodHeading] = [:]
        for (heading, texts) in groups { for text in texts { known[key(text)] = heading } }
        return known
    }()
}
