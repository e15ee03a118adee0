import Intake
import Ledger
import QualityControl

/// The words of `cupel show --snapshot`.
enum SnapshotWords {
    static func heading(_ verdict: VerdictSummary, _ key: BatchKey) -> String {
        "Verdict \(verdict.id) on \(verdict.batch) (\(key.laboratory)): "
            + "\(VerdictText.word(verdict.outcome.rawValue)), \(verdict.evaluatedAt)"
            + (verdict.isCurrent ? ", current" : ", superseded")
    }

    static func part(_ name: String, _ part: VerdictSnapshot.Part) -> String {
        let count = "\(part.files.count) \(part.files.count == 1 ? "file" : "files")"
        if part.files.isEmpty {
            return "\(name) \(part.sha256): NOT HELD - the ledger keeps no files under this hash; look into the backups"
        }
        return "\(name) \(part.sha256): \(count), "
            + (part.isVerified ? "whole, the hash fits" : "but they DO NOT give this hash")
    }

    static func registers(_ snapshot: VerdictSnapshot) -> String {
        let hash = snapshot.verdict.state.registerSHA256
        guard let statements = snapshot.statements else {
            return "Registers \(hash): NOT HELD - the registers that are kept do not say together what they said then; "
                + "each of them is in the archive"
        }
        if statements.isEmpty { return "Registers: none said anything of this certificate" }
        return "Registers \(hash): \(statements.count) lines, whole, the hash fits"
    }

    static func engine(_ snapshot: VerdictSnapshot) -> String {
        "Engine \(snapshot.verdict.state.engineVersion); this program has \(Engine.version)"
    }

    static func file(_ file: SnapshotFile) -> String { "--- \(file.path) (\(file.bytes.count) bytes)" }

    static let registerHeader = "register,sha256,part,revision,row,sample,type,reference,parent,dispatch,project"
}
