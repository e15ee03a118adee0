import CertificateReading
import Geochemistry
import Ledger
import Standards

extension Pipeline {
    enum Reading: Sendable {
        case delivery(Delivery, [Passage.Prepared], KeptDocuments)
        case known
        case refused(ReadingRefusal)
        case failed(String)
    }

    /// Has other threads read and archive a chunk, and judge its certificates as far as that can be done before their turn.
    /// Nothing is changed by it but that the archive has new files.
    func beginReading(_ chunk: [Passage.Sealed], of passage: Passage) -> Passage.Reading? {
        guard !chunk.isEmpty else { return nil }
        let (archive, isBacklog) = (archive, passage.isBacklog)
        let desk = ReadingDesk(
            reader: standards.reader,
            standards: standards.snapshot,
            ledger: ledger,
            archive: archive,
            attempts: attempts
        )
        let files = chunk.map(\.file)
        let known = knownContents(files.map(\.sha256))
        return Passage.Reading(
            chunk: chunk,
            results: Errands(count: chunk.count, isBulk: passage.isBulk) { number in
                let file = files[number]
                return DiskPriority.lowest(isBacklog) {
                    known.contains(file.sha256)
                        ? Self.keep(file, in: archive)
                        : desk.read(file)
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
            case .delivery(let content, let certificates, let documents):
                ready.append(
                    Passage.Ready(sealed: sealed, content: content, certificates: certificates, documents: documents)
                )
            case .known:
                ready.append(Passage.Ready(sealed: sealed, content: nil, certificates: [], documents: .none))
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
}

/// Where files are read by several threads at once.
private struct ReadingDesk: Sendable {
    let reader: CertificateReader
    let standards: StandardsSnapshot
    let ledger: Ledger
    let archive: Archive
    let attempts: Attempts

    private func prepare(_ certificate: Certificate) throws -> Passage.Prepared {
        Passage.Prepared(
            packed: try PackedCertificate(certificate),
            read: ReadCertificate(certificate, by: standards, in: ledger)
        )
    }

    func read(_ file: SealedFile) -> Pipeline.Reading {
        do {
            var (delivery, certificates) = try attempts.counting([file.facts]) {
                let delivery = try reader.read(file.content, name: file.name.display)
                return (delivery, try delivery.certificates.map(prepare))
            }
            Failpoint.read.reach()
            try archive.store(file)
            Failpoint.archived.reach()
            let kept = try KeptDocuments(delivery.documents, beside: delivery.certificates, in: archive)
            if !delivery.documents.isEmpty { Failpoint.documentsKept.reach() }
            // They are on disk; the memory is needed for the next file.
            delivery.documents = []
            return .delivery(delivery, certificates, kept)
        } catch let refusal as ReadingRefusal {
            return .refused(refusal)
        } catch {
            return .failed("\(error)")
        }
    }
}
