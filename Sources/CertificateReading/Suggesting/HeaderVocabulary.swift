import Geochemistry

/// What the labels of header rows and the headings of lead columns mean, in four languages.
enum HeaderVocabulary {
    /// The role of a row by the label in its lead column; nil for a label of no row.
    static func role(of label: String) -> HeaderRow.Role? {
        let words = PrintedWords(label)
        guard !words.isEmpty, words.words.count <= 6 else { return nil }
        let isUpper = words.holdsBeginning(["upper", "max", "superior", "superieur", "sup", "overlimit"])
        let isLower = words.holdsBeginning(["lower", "min", "inferior", "inferieur", "inf"])
        let isLimit = words.holds(limits) || words.holdsBeginning(["detec", "limit", "quantif", "cuantif"])
        if isLimit || ((isUpper || isLower) && words.words.count <= 3) { return isUpper ? .upperLimit : .lowerLimit }
        if words.holds(units) { return .unit }
        if words.holds(analytes) { return .analyte }
        if words.words == ["finish"] || words.words == ["finishes"] { return .finish }
        if words.holdsBeginning(methods) { return .method }
        if words.holdsBeginning(others) { return .ignored }
        return nil
    }

    /// Whether a heading stands above sample numbers, and how clearly: 0 is the clearest.
    static func sampleRank(of heading: String) -> Int? {
        // `Number of samples: 4` is a label with its value.
        if let colon = heading.firstIndex(of: ":") {
            let behind = String(heading[heading.index(after: colon)...])
            guard behind.trimmedOfBlanks.isEmpty else { return nil }
        }
        let words = PrintedWords(heading)
        guard !words.isEmpty, words.words.count <= 6 else { return nil }
        let isSample = words.holdsBeginning(["sample", "samp", "smpl", "muestra", "amostra", "echantillon"])
        if isSample {
            let isOther =
                words.holds(["type", "tipo", "weight", "wt", "peso", "poids", "date", "matrix", "prep", "mass", "kg"])
            if isOther { return nil }
            return words.holdsBeginning(["lab"]) || words.holds(["samples", "muestras", "amostras", "echantillons"])
                ? 2 : 0
        }
        return idKeys.contains(words.joined) ? 1 : nil
    }

    /// Whether a heading stands above what a sample is: `Rock`, or the code of a QC row.
    static func isType(_ heading: String) -> Bool {
        let words = PrintedWords(heading)
        return words.words.count <= 4
            && words.holds(["type", "tipo", "typ", "matrix", "matriz", "matrice", "class", "clase", "qc", "qctype"])
    }

    /// Whether a heading stands above something about a sample that is no result.
    static func isLead(_ heading: String) -> Bool {
        if sampleRank(of: heading) != nil || isType(heading) { return true }
        let words = PrintedWords(heading)
        return words.words.count <= 5 && (words.holds(leads) || leads.contains(words.joined))
    }

    private static let idKeys: Set<String> = [
        "id", "ident", "identification", "identificacion", "identificacao", "identifiant", "identifier", "description",
        "descripcion", "descricao", "name", "nombre", "nome", "nom", "code", "codigo", "fieldid", "fieldno",
        "fieldnumber", "tag", "tagno", "tagnumber", "clientid", "customerid", "clientno", "codigocliente", "numero",
        "numeros", "number", "sid",
    ]
    private static let limits: Set<String> = [
        "dl", "lod", "lor", "mdl", "rdl", "mrl", "loq", "lld", "ldm", "ld", "lq", "ldd", "pql", "rl", "ldl", "udl",
        "limdet",
        "limd",
    ]
    private static let units: Set<String> = [
        "unit", "units", "unidad", "unidades", "unidade", "unite", "unites", "uom", "unid", "und",
    ]
    private static let analytes: Set<String> = [
        "analyte", "analytes", "element", "elements", "elemento", "elementos", "analito", "analitos", "symbol",
        "parameter", "parameters", "parametro", "parametre", "determination", "component", "compound", "compuesto",
        "oxide", "elt", "elmt",
    ]
    private static let methods = [
        "method", "metod", "analysis", "analytical", "scheme", "esquema", "packag", "procedure", "procedimiento",
        "techni", "tecnic", "meth", "analysescode", "testcode",
    ]
    private static let others = [
        "digest", "tolerance", "temper", "time", "laborator", "instrument", "accredit", "precision",
    ]
    private static let leads: Set<String> = [
        "hole", "holeid", "dhid", "bhid", "sondaje", "furo", "from", "to", "desde", "hasta", "de", "ate", "depth",
        "fromm", "tom", "depthfrom", "depthto", "easting", "northing", "elevation", "east", "north", "este", "norte",
        "utm", "utme", "utmn", "x", "y", "z", "lab", "labid", "labno", "labnumber", "laboratory", "order", "seq",
        "sequence", "item", "position", "pos", "line", "row", "fila", "linha", "comment", "comments", "comentario",
        "observacion", "observaciones", "remark", "remarks", "date", "fecha", "data", "barcode", "batch", "certificate",
        "certificado", "project", "proyecto", "client", "cliente", "rack", "tray", "depthm", "lithology", "rock",
    ]
}
