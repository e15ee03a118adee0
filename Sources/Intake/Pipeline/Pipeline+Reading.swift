import CertificateReading
import Ledger

extension Pipeline {
    enum Reading: Sendable {
        case delivery(Delivery, KeptDocuments)
        case known
        case refused(ReadingRefusal)
        case failed(String)
    }

    /// Has other threads read and archive a chunk: both are pure but for new files in the archive.
    func beginReading(_ chunk: [Passage.Sealed], of passage: Passage) -> Passage.Reading? {
        guard !chunk.isEmpty else { return nil }
        let (reader, archive, attempts, isBacklog) = (standards.reader, archive, attempts, passage.isBacklog)
        let files = chunk.map(\.file)
        let known = knownContents(files.map(\.sha256))
        return Passage.Reading(
            chunk: chunk,
            results: Errands(count: chunk.count) { number in
                let file = files[number]
                return DiskPriority.lowest(isBacklog) {
                    known.contains(file.sha256)
                        ? Self.keep(file, in: archive)
                        : Self.read(file, by: reader, into: archive, attempts: attempts)
                }
            }
        )
    }

    /// Waits for a chunk to be read. What cannot be read is refused.
    func read(_ reading: Passage.Reading?, of passage: inout Passage) -> [Passage.Ready] {
        guard let reading else { return [] }
        var ready: [Passage.Ready] = []
        for (sealed, result) in zip(reading.chunk, reading.results.results()) {
            switch result {
            case .delivery(let content, let documents):
                ready.append(Passage.Ready(sealed: sealed, content: content, documents: documents))
            case .known: ready.append(Passage.Ready(sealed: sealed, content: nil, documents: .none))
            case .refused(let refusal):
                passage.end(sealed.index, refuse(sealed.delivered, file: sealed.file, refusal))
            case .failed(let reason): passage.end(sealed.index, .postponed(reason))
            }
        }
        return ready
    }

    /// A known content is not read again; should the archive have lost it, this delivery makes it whole.
    private static func keep(_ file: SealedFile, in archive: Archive) -> Reading {
        do throws(FileFailure) {
            try archive.store(file)
            return .known
        } catch {
            return .failed("\(error)")
        }
    }

    private static func read(
        _ file: SealedFile,
        by reader: CertificateReader,
        into archive: Archive,
        attempts: Attempts
    ) -> Reading {
        do {
            var delivery = try attempts.counting(file.facts) { try reader.read(file.content, name: file.name.display) }
            Failpoint.read.reach()
            try archive.store(file)
            Failpoint.archived.reach()
            let kept = try KeptDocuments(delivery.documents, beside: delivery.certificates, in: archive)
            if !delivery.documents.isEmpty { Failpoint.documentsKept.reach() }
            // They are on disk; the memory is needed for the next file.
            delivery.documents = []
            return .delivery(delivery, kept)
        } catch let refusal as ReadingRefusal {
            return .refused(refusal)
        } catch {
            return .failed("\(error)")
        }
    }
}
