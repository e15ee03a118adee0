import Geochemistry

/// What a word in the type column of a register means.
enum TypeWord {
    case type(SampleType)
    /// `DUP`: of the field, of the coarse reject or of the pulp? Their limits differ three times, so nobody guesses.
    case ambiguousDuplicate
    case unknown

    init(_ text: String) {
        let key = HeaderKey.key(of: text)
        if key.isEmpty, text.trimmedOfBlanks.isEmpty {
            self = .type(.routine)
        } else if let type = Self.types[key] {
            self = .type(type)
        } else if Self.ambiguous.contains(key) {
            self = .ambiguousDuplicate
        } else {
            self = .unknown
        }
    }

    private static let ambiguous: Set<String> = [
        "dup", "duplicate", "duplicates", "duplicado", "duplicada", "duplicata", "doublon", "duplicat", "repeat", "rep",
        "replicate",
    ]

    private static let types: [String: SampleType] = {
        var types: [String: SampleType] = [:]
        for (type, words) in words {
            for word in words { types[word] = type }
        }
        return types
    }()

    private static let words: [SampleType: [String]] = [
        // What a sample is made of is no QC type: it is an ordinary sample.
        .routine: [
            "routine", "original", "orig", "sample", "primary", "normal", "regular", "ordinary", "assay", "core",
            "drillcore", "halfcore", "rock", "rocks", "chip", "chips", "rc", "soil", "sediment", "channel", "trench",
            "grab", "muestra", "rutina", "testigo", "roca", "suelo", "amostra", "rotina", "testemunho", "rocha",
            "solo", "echantillon", "carotte", "roche", "sol", "ordinaire",
        ],
        .crm: [
            "crm", "std", "stnd", "standard", "srm", "rm", "reference", "referencematerial",
            "certifiedreferencematerial", "certifiedstandard", "standardreferencematerial", "estandar", "patron",
            "mrc", "materialdereferencia", "materialdereferenciacertificado", "padrao", "etalon",
            "materiaudereference", "materiaudereferencecertifie",
        ],
        .blank: [
            // FBLK is a field blank or a fine one, PBLK one of preparation or of pulp.
            "blank", "blk", "bl", "blanks", "fieldblank", "certifiedblank", "fblk", "pblk", "blanco", "branco", "blanc",
        ],
        .coarseBlank: [
            "coarseblank", "blankcoarse", "cblk", "prepblank", "prepblk", "preparationblank", "crushblank",
            "crusherblank", "blancogrueso", "blancopreparacion", "blancodepreparacion", "brancogrosso",
            "brancopreparacao", "brancodepreparacao", "blancgrossier", "blancpreparation", "blancdepreparation",
        ],
        .pulpBlank: [
            "pulpblank", "blankpulp", "fineblank", "blankfine", "analyticalblank", "analysisblank", "blancofino",
            "blancopulpa", "blancodepulpa", "blancoanalitico", "brancofino", "brancopolpa", "brancodepolpa",
            "brancoanalitico", "blancfin", "blancpulpe", "blancdepulpe", "blancanalytique",
        ],
        .fieldDuplicate: [
            "fieldduplicate", "fielddup", "fdup", "fd", "coreduplicate", "coredup", "duplicadodecampo",
            "duplicadocampo", "muestragemela", "gemela", "duplicatadecampo", "duplicatacampo", "doublondeterrain",
            "duplicatadeterrain", "duplicatdeterrain", "duplicataterrain",
        ],
        .coarseDuplicate: [
            "coarseduplicate", "coarsedup", "cdup", "prepduplicate", "prepdup", "preparationduplicate",
            "crushduplicate", "crusherduplicate", "coarserejectduplicate", "rejectduplicate", "duplicadogrueso",
            "duplicadodepreparacion", "duplicadoderechazo", "duplicadorechazo", "duplicatagrossa",
            "duplicatadepreparacao", "duplicataderejeito", "doublongrossier", "doublondepreparation",
            "doublonderejet",
        ],
        .pulpDuplicate: [
            "pulpduplicate", "pulpdup", "pdup", "duplicadodepulpa", "duplicadopulpa", "duplicadofino",
            "duplicatadepolpa", "duplicatapolpa", "duplicatafina", "doublondepulpe", "doublonpulpe",
            "duplicatadepulpe",
        ],
        .check: [
            "check", "checksample", "checkassay", "umpire", "umpirecheck", "umpiresample", "externalcheck",
            "externalduplicate", "interlab", "controlexterno", "muestradecontrol", "arbitraje", "controleexterno",
            "arbitragem", "controleexterne", "arbitrage",
        ],
    ]
}
