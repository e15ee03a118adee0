import ArgumentParser
import CertificateReading
import Geochemistry
import Intake
import Ledger
import Logging
import QualityControl

struct Validate: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge certificates without writing anything.",
        discussion: """
            Registers and earlier certificates in the ledger are taken into account, where there is a ledger. With
            --explain, it is shown first how every layout saw each file and what was read where, also of a file that
            cannot be read.

            EXAMPLE
              cupel validate --root /srv/lab VA19012345.csv --register dispatch-17.csv
              cupel validate --root /srv/lab VA19012345.csv --json | jq '.[0].outcome'
              cupel validate --root /srv/lab --explain NA-1042.csv
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "Certificates, plain or compressed.") var files: [String]
    @Option(help: "A sample register that says which samples are CRMs, blanks and duplicates.") var register: String?
    @Option(help: "The policy by name, instead of the one for the certificate's project.") var policy: String?
    @Flag(help: "Show how every layout saw each file, and what was read where.") var explain = false
    @Flag(help: "One JSON document: an array of batches; with --explain, an object of explanations and batches.")
    var json = false

    func perform() throws {
        let root = try root.open()
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: .quiet)
        let judge = CertificateJudge(standards.snapshot, policyName: policy)
        let given = try register.map { try statements(in: $0, root: root, reader: standards.reader) } ?? []
        let ledger = try FileName.exists(root.ledger) ? root.openLedger(.readOnly) : nil

        var documents: [BatchDocument] = []
        var explanations: [ExplanationDocument] = []
        var isUnreadable = false
        for path in files {
            let file = try NamedFile(path).seal(limit: root.limits)
            if explain {
                let explained = standards.reader.explain(file.content, name: file.name.display)
                if json {
                    explanations += explained.map(ExplanationDocument.init)
                } else {
                    for document in explained { Terminal.print(document.text) }
                }
                // What is not read is not judged; the files behind it are explained all the same.
                guard explained.contains(where: { !$0.certificates.isEmpty }),
                    (try? standards.reader.read(file.content, name: file.name.display)) != nil
                else {
                    isUnreadable = isUnreadable || !explained.allSatisfy(\.isRead)
                    continue
                }
            }
            let delivery = try standards.reader.read(file.content, name: file.name.display)
            guard !delivery.certificates.isEmpty else {
                throw CommandFailure(
                    ExitStatus.unreadable,
                    "\(path) is a register, not a certificate; pass it with --register"
                )
            }
            // What the file itself says of its samples (GeochemXL) is a register of the same delivery.
            let own = statements(of: delivery.registers, in: file)
            for (part, certificate) in delivery.certificates.enumerated() {
                let judged = try judge.judge(
                    certificate,
                    statements: given + own + (try recorded(certificate, in: ledger)),
                    history: { keys in
                        let order = CertificateOrder(certificate, sha256: file.sha256, part: part)
                        return try ledger?.read { try $0.history(before: order, keys: keys) } ?? SeriesHistory()
                    }
                )
                documents.append(
                    BatchDocument(judged.judgement, of: certificate, file: file.name.display, sha256: file.sha256)
                )
            }
        }
        if json, explain {
            Terminal.print(
                try JSONText.bytes(ExplainedBatches(explanations: explanations, batches: documents), snakeCase: true)
            )
        } else if json {
            Terminal.print(try JSONText.bytes(documents))
        } else {
            for document in documents { Terminal.print(VerdictText(document: document).text) }
        }
        if isUnreadable { throw ExitStatus.unreadable }
        if documents.contains(where: { VerdictText.isHeldBack($0.outcome) }) { throw ExitStatus.heldBack }
    }

    /// The one document of `--explain --json`.
    private struct ExplainedBatches: Encodable {
        let explanations: [ExplanationDocument]
        let batches: [BatchDocument]
    }

    private func recorded(_ certificate: Certificate, in ledger: Ledger?) throws -> [RegisterStatement] {
        let samples = certificate.samples.filter(\.origin.isClient).map(\.name)
        return try ledger?.read { try $0.statements(for: samples, dispatch: certificate.dispatch) } ?? []
    }

    private func statements(in path: String, root: Root, reader: CertificateReader) throws -> [RegisterStatement] {
        let file = try NamedFile(path).seal(limit: root.limits)
        let delivery = try reader.read(file.content, name: file.name.display)
        guard !delivery.registers.isEmpty else {
            throw CommandFailure(
                ExitStatus.unreadable,
                "\(path) is no sample register; a register is a CSV headed sample,type,reference,parent"
            )
        }
        return statements(of: delivery.registers, in: file)
    }

    private func statements(of registers: [SampleRegister], in file: SealedFile) -> [RegisterStatement] {
        registers.enumerated().flatMap { part, register in
            register.entries.map {
                RegisterStatement(
                    entry: $0,
                    revision: register.revision,
                    registerSHA256: file.sha256,
                    registerName: file.name.display,
                    registerPart: part
                )
            }
        }
    }
}
