/// What can go wrong with the ledger, for a reader who has to do something about it.
public enum LedgerError: Error, Sendable, Equatable {
    // Opening
    case cannotOpen(path: String, detail: String)
    case notALedger(path: String)
    case newerSchema(path: String, found: Int, known: Int)
    case olderSchema(path: String, found: Int, known: Int)
    case corrupt(path: String, detail: String)

    // The world around the file
    case busy(path: String)
    case full(path: String)
    case readOnly(path: String)
    case inputOutput(path: String, detail: String)
    case fileExists(path: String)
    case refused(path: String, detail: String)

    // What was asked for
    case unknownBatch(name: String, nearest: [String])
    case ambiguousBatch(name: String, laboratories: [String])
    case unknownSample(batch: String, name: String, nearest: [String])
    case unknownAnalyte(batch: String, name: String, known: [String])
    case unknownMethod(batch: String, name: String, known: [String])
    case reversedSamples(batch: String, first: String, last: String)
    case unknownMaterial(name: String, nearest: [String])
    case unusedPolicy(name: String, used: [String])
    case unknownRegister(name: String, known: [String])
    case unknownVerdict(batch: String, id: Int64, known: [Int64])
    case wrongState(batch: String, state: String, action: String)
    case notJudged(batch: String)
    case preliminary(batch: String)
    case missingReason(batch: String)
    case missingName(batch: String)
    case secondPerson(batch: String, first: String)
    case unknownCertificate(id: Int64)
    case inconsistentCertificate(batch: String, detail: String)

    /// A word for scripts and tests; it does not change.
    public var code: String {
        switch self {
        case .cannotOpen: "ledger_cannot_open"
        case .notALedger: "ledger_not_a_ledger"
        case .newerSchema: "ledger_newer_schema"
        case .olderSchema: "ledger_older_schema"
        case .corrupt: "ledger_corrupt"
        case .busy: "ledger_busy"
        case .full: "ledger_disk_full"
        case .readOnly: "ledger_read_only"
        case .inputOutput: "ledger_input_output"
        case .fileExists: "ledger_file_exists"
        case .refused: "ledger_refused"
        case .unknownBatch: "unknown_batch"
        case .ambiguousBatch: "ambiguous_batch"
        case .unknownSample: "unknown_sample"
        case .unknownAnalyte: "unknown_analyte"
        case .unknownMethod: "unknown_method"
        case .reversedSamples: "reversed_samples"
        case .unknownVerdict: "unknown_verdict"
        case .unknownMaterial: "unknown_material"
        case .unusedPolicy: "unused_policy"
        case .unknownRegister: "unknown_register"
        case .wrongState: "wrong_state"
        case .notJudged: "batch_not_judged"
        case .preliminary: "preliminary_report"
        case .missingReason: "missing_reason"
        case .missingName: "missing_name"
        case .secondPerson: "second_person"
        case .unknownCertificate: "unknown_certificate"
        case .inconsistentCertificate: "inconsistent_certificate"
        }
    }

    /// True where the same call can succeed later without anybody doing anything.
    public var isTemporary: Bool {
        if case .busy = self { true } else { false }
    }
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let detail):
            "The ledger \(path) cannot be opened (\(detail)). Check the path and who may read and write its folder."
        case .notALedger(let path):
            "\(path) is not a ledger of Cupel. It was left untouched; check the path, or move the file away."
        case .newerSchema(let path, let found, let known):
            "The ledger \(path) has schema \(found), this program knows schema \(known). Install the newer Cupel."
        case .olderSchema(let path, let found, let known):
            "The ledger \(path) has schema \(found), this program needs schema \(known). "
                + "Start 'cupel serve' or run 'cupel ingest' once: it brings the ledger up to date."
        case .corrupt(let path, let detail):
            "The ledger \(path) is damaged (\(detail)). Stop Cupel, keep the file, and restore the last backup; "
                + "the archive can be ingested again."
        case .busy(let path):
            "The ledger \(path) is in use by another program. Try again in a moment."
        case .full(let path):
            "There is no space left for the ledger \(path). Nothing was changed; free space on its disk."
        case .readOnly(let path):
            "The ledger \(path) cannot be written to. Nothing was changed; check who owns it and how its disk is mounted."
        case .inputOutput(let path, let detail):
            "Reading or writing the ledger \(path) failed (\(detail)). Nothing was changed; check its disk."
        case .fileExists(let path):
            "\(path) exists already and is not overwritten. Give another name, or move it away."
        case .refused(let path, let detail):
            "The ledger \(path) refused a change: \(detail)."
        case .unknownBatch(let name, let nearest):
            nearest.isEmpty
                ? "The ledger knows no batch '\(name)'. 'cupel queue list' shows what waits."
                : "The ledger knows no batch '\(name)'. Near it: \(nearest.joined(separator: ", "))."
        case .ambiguousBatch(let name, let laboratories):
            "Batch '\(name)' exists at \(laboratories.joined(separator: " and ")). Name the laboratory as well."
        case .unknownSample(let batch, let name, let nearest):
            nearest.isEmpty
                ? "Batch '\(batch)' has no sample '\(name)', and none whose number is near it."
                : "Batch '\(batch)' has no sample '\(name)'. Near it: \(nearest.joined(separator: ", "))."
        case .unknownAnalyte(let batch, let name, let known):
            "Nothing in batch '\(batch)' determines \(name). There is: \(known.joined(separator: ", "))."
        case .unknownMethod(let batch, let name, let known):
            "Batch '\(batch)' has no method '\(name)'."
                + (known.isEmpty ? " Its certificate names none." : " There is: \(known.joined(separator: ", ")).")
        case .reversedSamples(let batch, let first, let last):
            "In batch '\(batch)' sample '\(last)' does not stand behind '\(first)'. Give the first and the last in "
                + "laboratory order."
        case .unknownVerdict(let batch, let id, let known):
            known.isEmpty
                ? "Batch '\(batch)' has no verdict yet."
                : "Batch '\(batch)' has no verdict \(id). There is: "
                    + known.map { "\($0)" }.joined(separator: ", ") + "."
        case .unknownMaterial(let name, let nearest):
            "No certificate holds the material '\(name)'."
                + (nearest.isEmpty ? "" : " Near it: \(nearest.joined(separator: ", ")).")
        case .unusedPolicy(let name, let used):
            "No certificate was judged by the policy '\(name)'."
                + (used.isEmpty ? "" : " There is: \(used.joined(separator: ", ")).")
        case .unknownRegister(let name, let known):
            "The ledger has taken in no register '\(name)'; 'cupel ingest' takes one in, and judges again by itself."
                + (known.isEmpty ? "" : " There is: \(known.joined(separator: ", ")).")
        case .wrongState(let batch, let state, let action):
            "Batch '\(batch)' is \(state), so '\(action)' does not apply. 'cupel queue show \(batch)' tells more."
        case .notJudged(let batch):
            "Batch '\(batch)' has no verdict to decide on yet. Run 'cupel revalidate' for it first."
        case .preliminary(let batch):
            "The certificate of batch '\(batch)' is preliminary, and a preliminary report is never released. "
                + "Wait for the final one, or reject or re-assay."
        case .missingReason(let batch):
            "A decision on batch '\(batch)' needs a reason. Give one with --reason."
        case .missingName(let batch):
            "A decision on batch '\(batch)' needs the name of who decides. Give it with --by."
        case .secondPerson(let batch, let first):
            "Batch '\(batch)' was accepted by \(first) already, and two must accept it. Another person has to, with --by; "
                + "'reopen' or 'reject' take the first decision back."
        case .unknownCertificate(let id):
            "The ledger has no certificate number \(id)."
        case .inconsistentCertificate(let batch, let detail):
            "Certificate '\(batch)' was not stored: \(detail). This is a fault of the program; please report it."
        }
    }
}

extension LedgerError {
    /// True where the cause lies with the file and its surroundings, and has nothing to do with what was being written:
    /// the same call can succeed when somebody has mended it.
    public var concernsTheFile: Bool {
        switch self {
        case .cannotOpen, .notALedger, .newerSchema, .olderSchema, .corrupt, .busy, .full, .readOnly, .inputOutput: true
        case .fileExists, .refused, .unknownBatch, .ambiguousBatch, .unknownSample, .unknownAnalyte, .unknownMethod,
            .reversedSamples, .unknownVerdict,
            .unknownMaterial, .unusedPolicy, .unknownRegister,
            .wrongState, .notJudged, .preliminary,
            .missingReason, .missingName, .secondPerson, .unknownCertificate, .inconsistentCertificate:
            false
        }
    }
}
