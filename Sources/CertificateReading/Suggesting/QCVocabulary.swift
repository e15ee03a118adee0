import Geochemistry

/// The codes and words by which laboratories mark their own rows.
enum QCVocabulary {
    /// The meaning of a text in a type column.
    static func type(_ text: String) -> QCRowRule.Meaning? {
        let key = HeaderKey.key(of: text)
        return types.first { $0.value.contains(key) }?.key
    }

    /// The meaning of a lone heading inside the table.
    static func section(_ text: String) -> QCRowRule.Meaning? {
        let words = PrintedWords(text)
        guard !words.isEmpty, words.words.count <= 8 else { return nil }
        if words.holdsBeginning(["wash", "lavado", "limpieza"]) { return .other }
        if words.holdsBeginning(["dup", "repeat", "replic", "repet", "doublon", "reassay", "split"]) {
            return .duplicate
        }
        if words.holdsBeginning([
            "standard", "crm", "referenc", "estandar", "patron", "padrao", "padro", "etalon", "certifi", "std",
        ]) {
            return .crm
        }
        if words.holdsBeginning(["blank", "blanco", "branco", "blanc", "blk"]) {
            return words.holdsBeginning(["prep"]) ? .preparationBlank : .blank
        }
        if words.holds(["qc", "qa", "qaqc"]) || words.holdsBeginning(["quality", "control", "calidad", "qualidade"]) {
            return .other
        }
        return nil
    }

    /// Whole names of rows without a sample.
    static func name(_ text: String) -> QCRowRule.Meaning? {
        let words = PrintedWords(text)
        guard (1...3).contains(words.words.count) else { return nil }
        if words.holdsBeginning(["blank", "blanco", "branco", "blanc", "blk", "quartz", "cuarzo"]) {
            let rest = words.words.filter { word in !blanks.contains { word.hasPrefix($0) } }
            // `Blank Creek 12` is a sample.
            guard rest.allSatisfy({ $0.allSatisfy(\.isNumber) || preparation.contains($0) || reagents.contains($0) })
            else { return nil }
            if rest.contains(where: preparation.contains) || words.holdsBeginning(["quartz", "cuarzo"]) {
                return .preparationBlank
            }
            return .blank
        }
        return nil
    }

    /// Words before the material or the sample, with what they mean.
    static let prefixes: [(word: String, meaning: QCRowRule.Meaning)] = [
        ("STANDARD", .crm), ("STD", .crm), ("CRM", .crm), ("SRM", .crm), ("REF", .crm), ("MRC", .crm),
        ("BLANK", .blank), ("BLK", .blank), ("BLANCO", .blank), ("BRANCO", .blank),
        ("DUPLICATE", .duplicate), ("DUPLICADO", .duplicate), ("DUPLICATA", .duplicate), ("DUP", .duplicate),
        ("REPEAT", .duplicate), ("REPLICATE", .duplicate), ("REP", .duplicate), ("RPT", .duplicate),
        ("CHK", .duplicate),
        ("CHECK", .duplicate), ("ORIG", .original),
    ]

    /// Words behind the material or the sample.
    static let suffixes: [(word: String, meaning: QCRowRule.Meaning)] = [
        ("MEASURED", .crm), ("MEAS", .crm), ("CERTIFIED", .certified), ("CERT", .certified), ("ORIGINAL", .original),
        ("ORIG", .original), ("STANDARD", .crm), ("STD", .crm), ("CRM", .crm), ("SPLIT PREP DUP", .duplicate),
        ("PULP DUP", .duplicate), ("PREP DUP", .duplicate),
        ("LAB DUP", .duplicate), ("DUPLICATE", .duplicate), ("DUPLICADO", .duplicate), ("DUPLICATA", .duplicate),
        ("DUP", .duplicate), ("REPEAT", .duplicate), ("REPLICATE", .duplicate), ("RPT", .duplicate),
        ("REP", .duplicate),
        ("CHECK", .duplicate), ("CHK", .duplicate), ("SPLIT", .duplicate), ("REASSAY", .duplicate),
    ]

    /// Suffixes that no client writes.
    static let pairs: Set<String> = ["MEAS", "MEASURED", "CERT", "CERTIFIED"]

    private static let blanks = ["blank", "blanco", "branco", "blanc", "blk", "quartz", "cuarzo"]
    private static let preparation: Set<String> = ["prep", "preparation", "preparacion", "preparacao", "coarse", "go"]
    private static let reagents: Set<String> = [
        "method", "control", "reagent", "reactivo", "reagente", "metodo", "analytical", "lab", "fusion", "digestion",
        "pulp",
    ]

    private static let types: KeyValuePairs<QCRowRule.Meaning, Set<String>> = [
        .crm: [
            "std", "stnd", "standard", "crm", "srm", "ref", "refmat", "qcstd", "estandar", "patron", "padrao", "etalon",
            "mrc", "labstd", "labstandard", "lstd", "stdlab", "referencematerial", "irm", "scrm",
        ],
        .blank: [
            "blk", "blank", "blanco", "branco", "blanc", "mblk", "methodblank", "reagentblank", "labblank", "lblk",
            "lblank", "analyticalblank", "mb", "rblk",
        ],
        .preparationBlank: ["prepblank", "pblk", "prepblk", "preparationblank", "brancoprep", "blancoprep", "pblank"],
        .duplicate: [
            "dup", "rep", "duplicate", "repeat", "replicate", "duplicado", "duplicata", "doublon", "repeticion",
            "repeticao", "pulpdup", "prepdup", "pulpduplicate", "labdup", "ldup", "labduplicate", "rpt", "chk",
            "labrep",
            "corerejectduplicate", "rejectduplicate", "pdup", "lrep", "lrpt",
        ],
        .other: ["prepwash", "wash", "pulpwash"],
    ]
}
