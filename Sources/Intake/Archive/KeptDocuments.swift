import CertificateReading
import Geochemistry
import Ledger

/// The documents of a delivery, kept: where each stands, and the sentence that names them.
struct KeptDocuments: Sendable {
    /// How many the sentence names.
    static let named = 20

    /// For each certificate of the delivery, by its part.
    let beside: [[DocumentRecord]]
    /// For the delivery's record; empty where there are none.
    let words: String

    static let none = KeptDocuments(beside: [], words: "")

    private init(beside: [[DocumentRecord]], words: String) {
        self.beside = beside
        self.words = words
    }

    /// Keeps them in the archive, on disk when this returns. Beside a register alone there is no place for them; they
    /// stay in the delivery that is archived whole.
    init(_ documents: [Delivery.Document], beside certificates: [Certificate], in archive: Archive) throws(FileFailure)
    {
        guard !documents.isEmpty else {
            self = .none
            return
        }
        let batches = certificates.map(\.batch)
        let places = DocumentPlaces(names: documents.map(\.name), batches: batches)
        var beside = [[DocumentRecord]](repeating: [], count: certificates.count)
        for (document, parts) in zip(documents, places.parts) {
            let sha256 = SealedFile.sha256(document.bytes)
            let shelves = parts.map {
                Archive.Shelf(laboratory: certificates[$0].laboratory, batch: certificates[$0].batch)
            }
            let paths = try archive.keep(document.bytes, sha256: sha256, name: document.name, on: shelves)
            for (part, path) in zip(parts, paths) {
                beside[part].append(
                    DocumentRecord(
                        name: document.name,
                        kind: document.kind.rawValue,
                        sha256: sha256,
                        size: Int64(document.bytes.count),
                        path: path
                    )
                )
            }
        }
        self.init(beside: beside, words: Self.words(documents, places.parts, batches))
    }

    /// `kept beside the certificate: letter.pdf (a PDF document)`; of several certificates, which.
    private static func words(_ documents: [Delivery.Document], _ parts: [[Int]], _ batches: [String]) -> String {
        var groups: [(place: String, names: [String])] = []
        for (document, parts) in zip(documents, parts).prefix(named) {
            let place = place(parts, batches)
            let name = "\(document.name) (\(document.kind.words))"
            if let index = groups.firstIndex(where: { $0.place == place }) {
                groups[index].names.append(name)
            } else {
                groups.append((place, [name]))
            }
        }
        var sentences = groups.map { "kept \($0.place): \($0.names.joined(separator: ", "))" }
        if documents.count > named { sentences.append("and \(documents.count - named) more") }
        return sentences.joined(separator: "; ")
    }

    private static func place(_ parts: [Int], _ batches: [String]) -> String {
        if batches.isEmpty { return "in the archived delivery" }
        if batches.count == 1 { return "beside the certificate" }
        if parts.count == batches.count { return "beside every certificate" }
        return "beside " + parts.map { batches[$0] }.joined(separator: " and ")
    }
}
