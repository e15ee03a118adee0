import Geochemistry

/// What the labels above a table mean, in English, Spanish, Portuguese and French.
enum MetadataVocabulary {
    struct Meaning: Hashable {
        var item: MetadataField.Item
        /// Of several labels for one item, the lowest is meant: a work order before a batch.
        var rank: Int
    }

    /// - Parameter value: what stands behind the label, as far as it is known: a number of samples is a number, a date
    ///   a date.
    static func meaning(of label: String, value: String) -> Meaning? {
        let words = PrintedWords(label)
        guard !words.isEmpty, words.words.count <= 8 else { return nil }
        if words.holdsBeginning(samples) { return counts(words, value) }
        if isDate(value) { return date(words) }
        if words.holds(unused) { return nil }
        if words.holds(status) { return Meaning(item: .status, rank: 0) }
        if words.holdsBeginning(orders), words.holds(clients) || words.holds(purchases) {
            return Meaning(item: .dispatch, rank: 1)
        }
        if words.holds(projects) { return Meaning(item: .project, rank: words.holds(clients) ? 1 : 0) }
        if words.holds(purchases), !words.holdsBeginning(["work", "trabajo", "trabalho", "travail"]) {
            return Meaning(item: .dispatch, rank: words.holds(shipments) ? 0 : 1)
        }
        if words.holds(clients) {
            return words.holds(references) ? Meaning(item: .dispatch, rank: 1) : Meaning(item: .client, rank: 0)
        }
        return workOrder(words)
    }

    private static func counts(_ words: PrintedWords, _ value: String) -> Meaning? {
        if isDate(value) { return date(words) }
        guard !words.holds(["type", "tipo", "weight", "peso", "matrix", "matriz", "from", "to"]) else { return nil }
        let isCount = value.isEmpty ? words.holds(numbers) : Int(value) != nil
        return isCount ? Meaning(item: .declaredSamples, rank: words.holds(numbers) ? 0 : 1) : nil
    }

    private static func date(_ words: PrintedWords) -> Meaning? {
        guard !words.holds(otherDates) else { return nil }
        if words.holdsBeginning(received) { return Meaning(item: .received, rank: 0) }
        if words.holdsBeginning(reported) { return Meaning(item: .reported, rank: 0) }
        if words.holdsBeginning(created) { return Meaning(item: .reported, rank: 1) }
        return words.holds(dates) ? Meaning(item: .reported, rank: 2) : nil
    }

    /// The rank of a mere order, which may be the client's.
    static let orderRank = 4

    private static func workOrder(_ words: PrintedWords) -> Meaning? {
        let ranks: [(Set<String>, Int)] = [
            (["workorder", "labjob", "labjobno", "joborder", "ordendetrabajo", "ordemdeservico"], 0),
            (["job", "trabajo", "trabalho", "travail", "servico", "servicio", "ot", "os"], 1),
            (["certificate", "certificado", "certificat", "cert", "laudo", "boletim", "certificateofanalysis"], 2),
            (["report", "reporte", "informe", "relatorio", "rapport", "bulletin"], 3),
            (["order", "orden", "ordem", "ordre", "wo"], orderRank),
            (["batch", "lab", "laboratory", "laboratorio", "laboratoire"], 5),
        ]
        if words.holds(["work"]), words.holds(["order", "no", "number"]) { return Meaning(item: .workOrder, rank: 0) }
        for (keys, rank) in ranks where words.holds(keys) || keys.contains(words.joined) {
            // `Laboratory: X` is its name, `Lab Ref: X` a number.
            if rank == 5, !words.holds(references), !words.holds(numbers), !words.holds(["batch"]) { continue }
            return Meaning(item: .workOrder, rank: rank)
        }
        return nil
    }

    /// `Laboratory:`, `Lab name`
    static func isLaboratory(_ label: String) -> Bool {
        let words = PrintedWords(label).words
        return words.count <= 2 && words.contains { ["lab", "laboratory", "laboratorio", "laboratoire"].contains($0) }
            && words.allSatisfy {
                ["lab", "laboratory", "laboratorio", "laboratoire", "name", "nombre", "nom"].contains($0)
            }
    }

    /// Whether a text is a date, in any order.
    static func isDate(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        if case .unreadable = PrintedDate(text, order: .dayFirst) {
            if case .unreadable = PrintedDate(text, order: .monthFirst) { return false }
        }
        return true
    }

    private static let samples = ["sample", "muestra", "amostra", "echantillon"]
    private static let numbers: Set<String> = [
        "n", "no", "nr", "nro", "num", "number", "numero", "nombre", "count", "total", "cantidad", "quantidade", "qty",
        "quantity", "quantite", "nb", "nbr", "of", "de", "d",
    ]
    private static let orders = ["order", "orden", "ordem", "ordre", "commande", "ref", "po", "pedido"]
    private static let clients: Set<String> = [
        "client", "clients", "cliente", "clientes", "customer", "company", "empresa", "compania", "companhia", "your",
        "su", "submitted", "attention", "solicitante", "razon", "societe", "votre",
    ]
    private static let purchases: Set<String> = [
        "po", "p", "purchase", "compra", "shipment", "dispatch", "despatch", "despacho", "submittal", "submission",
        "remessa", "envio", "remision", "guia", "lote", "lot", "requisition", "requisicion", "commande", "envoi",
        "expedition", "pedido", "consignment", "dispatchno", "despatchno",
    ]
    private static let shipments: Set<String> = [
        "shipment", "dispatch", "despatch", "despacho", "submittal", "submission", "remessa", "envio", "remision",
        "guia",
        "lote", "lot", "envoi", "expedition", "consignment",
    ]
    private static let references: Set<String> = ["reference", "ref", "referencia", "references", "refs"]
    private static let projects: Set<String> = [
        "project", "projects", "proyecto", "projeto", "projet", "property", "propiedad", "propriedade",
    ]
    private static let status: Set<String> = ["status", "estado", "situacao", "statut", "etat", "situacion"]
    /// Labels that stand in certificates and lead to nothing that is needed.
    private static let unused: Set<String> = [
        "comment", "comments", "comentario", "comentarios", "remark", "remarks", "note", "notes", "page", "phone",
        "fax",
        "email", "address", "direccion", "endereco", "adresse", "signed", "signature", "analyst", "instrument",
        "method",
        "methods", "metodo", "methode", "version", "invoice", "quote", "quotation", "cotizacion", "contact",
        "attention",
        "attn", "atencion", "copies", "cc", "telephone", "tel", "website", "www", "http", "https",
    ]
    private static let received = [
        "receiv", "receip", "recep", "recib", "receb", "recu", "arriv", "ingres", "login", "logged", "entrada", "rcvd",
        "recvd",
    ]
    private static let reported = [
        "report", "final", "complet", "issue", "emis", "emit", "relatorio", "informe", "certific", "rapport", "termin",
        "conclus", "publi", "releas", "approv", "aprob", "entrega", "emiss", "despach",
    ]
    private static let created = ["creat", "creac", "criac", "print", "impres", "export", "file"]
    private static let dates: Set<String> = ["date", "fecha", "data", "dated", "dates"]
    private static let otherDates: Set<String> = [
        "sampled", "sampling", "collected", "collection", "muestreo", "amostragem", "due", "expiry", "invoice",
        "shipped",
        "analysed", "analyzed", "started", "start", "inicio", "debut", "submitted", "sent",
    ]
}
