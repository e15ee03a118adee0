import Geochemistry

/// One column of results as it is stored: its texts as a JSON array, the kind of each cell beside it.
struct PackedColumn {
    /// JSON array of the texts, in sample order, to the letter.
    let texts: String
    /// One ``CellKind`` for each text.
    let kinds: [UInt8]
    /// How many cells of the client's own samples are not empty.
    let clientResults: Int

    /// - Precondition: the column has a text for each sample; ``LedgerTransaction`` refuses others before.
    init(_ column: ResultColumn, of certificate: Certificate) {
        let texts = column.texts
        var json = PackedJSON(reserving: texts.bytes.count + 3 * texts.count + 2)
        var kinds: [UInt8] = []
        kinds.reserveCapacity(texts.count)
        var clientResults = 0
        json.array { json in
            for index in 0..<texts.count {
                let cell = texts.bytes.span.extracting(texts.range(at: index))
                json.string(cell)
                let kind = CellKind(certificate.vocabulary.value(of: cell), isBlank: cell.trimmedOfBlanks.isEmpty)
                kinds.append(kind.rawValue)
                if kind != .empty, certificate.samples[index].origin.isClient { clientResults += 1 }
            }
        }
        self.texts = json.text
        self.kinds = kinds
        self.clientResults = clientResults
    }
}
