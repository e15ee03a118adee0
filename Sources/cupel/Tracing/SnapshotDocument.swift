import Foundation
import Geochemistry
import Intake
import Ledger
import QualityControl

/// `show --snapshot --json`: one for each verdict.
struct SnapshotDocument: Encodable {
    struct Part: Encodable {
        let sha256: String
        let held: Bool
        /// The files give the hash.
        let verified: Bool
        let files: [File]
    }

    struct File: Encodable {
        let path: String
        let size: Int
        /// null where the content is not UTF-8; then ``base64`` has it.
        let text: String?
        let base64: String?
    }

    struct Registers: Encodable {
        let sha256: String
        let held: Bool
        let statements: [Statement]
    }

    struct Statement: Encodable {
        let register: String
        let sha256: String
        let part: Int
        let revision: Int
        let row: Int
        let sample: String
        let type: String
        let reference: String
        let parent: String
        let dispatch: String
        let project: String
    }

    let verdict: VerdictDocument
    let engineVersion: String
    let standards: Part
    let policy: Part
    let registers: Registers

    init(_ snapshot: VerdictSnapshot) {
        verdict = VerdictDocument(snapshot.verdict)
        engineVersion = snapshot.verdict.state.engineVersion
        standards = Part(snapshot.standards)
        policy = Part(snapshot.policy)
        registers = Registers(
            sha256: snapshot.verdict.state.registerSHA256,
            held: snapshot.statements != nil,
            statements: (snapshot.statements ?? []).map(Statement.init)
        )
    }
}

extension SnapshotDocument.Part {
    fileprivate init(_ part: VerdictSnapshot.Part) {
        sha256 = part.sha256
        held = !part.files.isEmpty
        verified = part.isVerified
        files = part.files.map { file in
            let text = String(validating: file.bytes, as: UTF8.self)
            return SnapshotDocument.File(
                path: file.path,
                size: file.bytes.count,
                text: text,
                base64: text == nil ? Data(file.bytes).base64EncodedString() : nil
            )
        }
    }
}

extension SnapshotDocument.Statement {
    fileprivate init(_ statement: RegisterStatement) {
        register = statement.registerName
        sha256 = statement.registerSHA256
        part = statement.registerPart
        revision = statement.revision
        row = statement.entry.row
        sample = statement.entry.sample
        type = statement.entry.type.rawValue
        reference = statement.entry.reference
        parent = statement.entry.parent
        dispatch = statement.entry.dispatch
        project = statement.entry.project
    }
}
