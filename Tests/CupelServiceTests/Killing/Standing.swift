import Foundation
import TestSupport

/// How a root stands, without the times at which it came to stand so.
struct Standing {
    let lab: LabRoot

    init(_ lab: LabRoot) { self.lab = lab }

    static let queries = [
        "verdicts": """
        SELECT batch, outcome, passed, warned, failed, not_evaluated, policy, policy_sha256, standards_sha256
        FROM verdicts WHERE current ORDER BY batch
        """,
        "findings": """
        SELECT f.batch, f.rule, f.outcome, f.sample, f.message FROM findings f JOIN verdicts v USING (verdict_id)
        WHERE v.current ORDER BY f.batch, f.position, f.rule, f.message
        """,
        "queue": """
        SELECT batch, laboratory, project, state, outcome, summary FROM failure_queue
        WHERE state NOT IN ('resolved', 'accepted', 'rejected') ORDER BY batch
        """,
        "documents": "SELECT batch, name, kind, sha256, size, path FROM documents ORDER BY batch, name",
        "contents taken": "SELECT sha256, count(*) FROM certificates GROUP BY sha256 ORDER BY sha256",
    ]

    func rows(_ query: String) throws -> [String] { try LedgerView(lab: lab).rows(query) }

    /// Each open alert whole, but for the time at which it was opened, the root that it names, and which of two files
    /// with the same content came first.
    func alerts() throws -> [String] {
        try LabRoot.names(in: lab.alerts).filter { $0 != "closed" }.map { name in
            let lines = try LabRoot.text(lab.alerts + "/" + name).replacing(lab.path, with: "ROOT")
                .split(separator: "\n", omittingEmptySubsequences: false)
                .filter { line in
                    !["Opened:", "  \"opened_at\"", "File:", "  \"file\""].contains { line.hasPrefix($0) }
                }
            return name + "\n" + lines.joined(separator: "\n")
        }
    }

    var quarantined: [String] { LabRoot.names(in: lab.quarantine) }

    /// Contents in the ledger that the archive does not hold byte for byte, or that cannot be found by certificate.
    func missingOriginals() throws -> [String] {
        try rows("SELECT DISTINCT sha256 || ' ' || laboratory || '/' || batch FROM certificates").filter { row in
            let words = row.split(separator: " ").map(String.init)
            let shelf = lab.archive + "/by-hash/" + words[0].prefix(2)
            let links = lab.archive + "/by-certificate/" + words[1]
            guard let file = LabRoot.names(in: shelf).first(where: { $0.hasPrefix(words[0]) }),
                let link = LabRoot.names(in: links).first(where: { $0.hasPrefix(words[0].prefix(12)) }),
                let content = FileManager.default.contents(atPath: shelf + "/" + file)
            else { return true }
            return FileManager.default.contents(atPath: links + "/" + link) != content
        }
    }

    /// Files that a process which died did not finish, wherever they are.
    var halfWritten: [String] {
        FileManager.default.enumerator(atPath: lab.watch)?.compactMap { $0 as? String }
            .filter { $0.split(separator: "/").last?.hasPrefix(".new-") == true }.sorted() ?? []
    }

    /// Documents in the ledger that the archive does not hold, or not in their length, and files beside certificates
    /// that the ledger does not know.
    func wrongDocuments() throws -> [String] {
        let known = try rows("SELECT path || ' ' || size FROM documents")
        let certificates = try rows("SELECT DISTINCT laboratory || '/' || batch FROM certificates")
        let found = try certificates.flatMap { certificate in
            let shelf = "by-certificate/" + certificate
            return try LabRoot.names(in: lab.archive + "/" + shelf).compactMap { name -> String? in
                let facts = try FileManager.default.attributesOfItem(atPath: "\(lab.archive)/\(shelf)/\(name)")
                guard facts[.type] as? FileAttributeType == .typeRegular else { return nil }
                return "\(shelf)/\(name) \(facts[.size] as? Int ?? -1)"
            }
        }
        return Set(known).symmetricDifference(found).sorted()
    }
}
