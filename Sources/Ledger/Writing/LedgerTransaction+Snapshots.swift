import Foundation
import GRDB

extension LedgerTransaction {
    /// Keeps the files that standards, a policy or the configuration were read from, each content once, and notes a change of what is in
    /// force in the audit log.
    ///
    /// - Parameters:
    ///   - name: the policy's name; empty for everything else.
    ///   - sha256: the hash that verdicts name (``VerdictState``).
    public func insertSnapshot(
        _ kind: SnapshotKind,
        name: String = "",
        sha256: String,
        files: [SnapshotFile],
        at: String
    ) throws {
        if try database.row("SELECT 1 FROM snapshot_file WHERE snapshot_sha256 = ? LIMIT 1", sha256) == nil {
            for file in files {
                let content = Digest.sha256(of: file.bytes)
                try database.run(
                    "INSERT INTO file_content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
                    content,
                    Data(file.bytes)
                )
                try database.run(
                    "INSERT INTO snapshot_file (snapshot_sha256, path, content_sha256) VALUES (?, ?, ?)",
                    sha256,
                    file.path,
                    content
                )
            }
        }
        let inForce = try database.row(
            "SELECT sha256 FROM snapshot_use WHERE kind = ? AND name = ? ORDER BY id DESC LIMIT 1",
            kind.rawValue,
            name
        )?.text("sha256")
        guard inForce != sha256 else { return }
        try database.run(
            "INSERT INTO snapshot_use (kind, name, sha256, since) VALUES (?, ?, ?, ?)",
            kind.rawValue,
            name,
            sha256,
            at
        )
        try appendAudit(
            at: at,
            action: kind.rawValue,
            subject: name.isEmpty ? kind.rawValue : name,
            detail: "\(sha256) in force" + (inForce.map { ", before \($0)" } ?? "")
        )
    }

    /// Keeps cupel.toml, and notes a change of it in the audit log: the settings decide, among others, how many persons
    /// must accept.
    ///
    /// - Parameter bytes: empty where there is none. Where there never was one there is nothing to note.
    public func insertConfiguration(_ bytes: [UInt8], at: String) throws {
        let kind = SnapshotKind.configuration
        if bytes.isEmpty,
            try database.row("SELECT 1 FROM snapshot_use WHERE kind = ? LIMIT 1", kind.rawValue) == nil
        {
            return
        }
        try insertSnapshot(
            kind,
            sha256: Digest.sha256(of: bytes),
            files: [SnapshotFile(path: "cupel.toml", bytes: bytes)],
            at: at
        )
    }
}
