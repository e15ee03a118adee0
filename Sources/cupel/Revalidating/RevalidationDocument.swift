import Intake

/// A batch of `revalidate --json`: the keys of ``BatchDocument``, and what changed.
struct RevalidationDocument: Encodable {
    struct Change: Encodable {
        let changed: Bool
        /// Not judged again, because nothing has changed that a verdict rests on.
        let skipped: Bool
        let outcomeBefore: String?
        let appeared: [String]
        let vanished: [String]
        let because: [String]

        enum CodingKeys: String, CodingKey {
            case changed, skipped
            case outcomeBefore = "outcome_before"
            case appeared, vanished, because
        }
    }

    enum CodingKeys: String, CodingKey { case revalidation }

    let document: BatchDocument
    let change: Change

    init(_ document: BatchDocument, _ item: Revalidation) {
        self.document = document
        change = Change(
            changed: item.isChanged,
            skipped: false,
            outcomeBefore: item.outcomeBefore,
            appeared: item.appeared,
            vanished: item.vanished,
            because: item.causes.map(RevalidationWords.word)
        )
    }

    init(skipped document: BatchDocument) {
        self.document = document
        change = Change(
            changed: false,
            skipped: true,
            outcomeBefore: document.outcome,
            appeared: [],
            vanished: [],
            because: []
        )
    }

    func encode(to encoder: any Encoder) throws {
        try document.encode(to: encoder)
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(change, forKey: .revalidation)
    }
}
