import Geochemistry
import Intake
import Ledger
import QualityControl

/// What a verdict was made by, whole, as bytes: the files are printed as they are.
struct SnapshotText {
    let key: BatchKey
    let snapshot: VerdictSnapshot

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ text: String) { bytes += Array((text + "\n").utf8) }
        func files(_ name: String, _ part: VerdictSnapshot.Part) {
            line("")
            line(SnapshotWords.part(name, part))
            for file in part.files {
                line(SnapshotWords.file(file))
                bytes += file.bytes
                if let last = file.bytes.last, last != UInt8(ascii: "\n") { line("") }
            }
        }
        line(SnapshotWords.heading(snapshot.verdict, key))
        line(SnapshotWords.engine(snapshot))
        files("Standards", snapshot.standards)
        files("Policy '\(snapshot.verdict.state.policy)'", snapshot.policy)
        line("")
        line(SnapshotWords.registers(snapshot))
        guard let statements = snapshot.statements, !statements.isEmpty else { return bytes }
        line(SnapshotWords.registerHeader)
        for statement in statements { line(Self.csv(statement)) }
        return bytes
    }

    private static func csv(_ statement: RegisterStatement) -> String {
        let entry = statement.entry
        return [
            statement.registerName, statement.registerSHA256, "\(statement.registerPart)", "\(statement.revision)",
            "\(entry.row)", entry.sample, entry.type.rawValue, entry.reference, entry.parent, entry.dispatch,
            entry.project,
        ].map(quoted).joined(separator: ",")
    }

    private static func quoted(_ text: String) -> String {
        let needs = text.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
        return needs ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
