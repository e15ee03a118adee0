import GRDB
import Geochemistry
import QualityControl

/// Which certificates a change of the Standards or of a register concerns.
extension LedgerReader {
    /// The current certificates in which a material stands: by register, sampling rule or the laboratory's own rows.
    ///
    /// - Throws: ``LedgerError/unknownMaterial(name:nearest:)``.
    public func certificates(naming material: String) throws -> [CertificateReference] {
        let wanted = MaterialName(material)
        var found: [CertificateReference] = []
        var others: Set<String> = []
        // The roles of reference materials and blanks, see PackedRoles; what a duplicate refers to is a sample.
        for row in try database.rows(
            """
            SELECT c.*, json_extract(n.value, '$[1]') AS reference
            FROM certificate c
            JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            JOIN json_each(v.role_sources) n
            WHERE c.superseded_by IS NULL AND json_extract(n.value, '$[1]') <> ''
                AND substr(v.roles, json_extract(n.value, '$[0]'), 1) IN (X'63', X'62', X'43', X'54', X'42')
            ORDER BY c.order_key
            """
        ) {
            let reference = try row.text("reference")
            if MaterialName(reference) != wanted {
                others.insert(reference)
            } else if try found.last?.id != row.integer("id") {
                found.append(try Self.reference(row))
            }
        }
        guard !found.isEmpty else {
            throw LedgerError.unknownMaterial(name: material, nearest: Self.nearest(to: material, in: Array(others)))
        }
        return found
    }

    /// The current certificates whose verdict was made by a policy.
    ///
    /// - Throws: ``LedgerError/unusedPolicy(name:used:)``.
    public func certificates(judgedBy policy: String) throws -> [CertificateReference] {
        let found = try database.rows(
            """
            SELECT c.* FROM certificate c JOIN verdict v ON v.certificate_id = c.id AND v.current = 1
            WHERE c.superseded_by IS NULL AND v.policy = ? ORDER BY c.order_key
            """,
            policy
        ).map(Self.reference)
        guard !found.isEmpty else {
            let used = try database.rows(
                """
                SELECT DISTINCT v.policy FROM verdict v JOIN certificate c ON c.id = v.certificate_id
                WHERE v.current = 1 AND c.superseded_by IS NULL ORDER BY v.policy
                """
            ).map { try $0.text("policy") }
            throw LedgerError.unusedPolicy(name: policy, used: used)
        }
        return found
    }

    /// The current certificates of which a register speaks: by its samples or its dispatch.
    ///
    /// - Parameter name: the SHA-256 of its file, or a name under which it was delivered.
    /// - Throws: ``LedgerError/unknownRegister(name:known:)``.
    public func certificates(ofRegister name: String) throws -> [CertificateReference] {
        let registers = try database.rows(
            """
            SELECT id FROM register WHERE sha256 = ? OR file_name = ?
                OR sha256 IN (SELECT sha256 FROM delivery WHERE file_name = ?)
            """,
            name.lowercased(),
            name,
            name
        ).map { try $0.integer("id") }
        guard !registers.isEmpty else {
            let known = try database.rows("SELECT DISTINCT file_name FROM register ORDER BY file_name")
                .map { try $0.text("file_name") }
            let nearest = Self.nearest(to: name, in: known)
            throw LedgerError.unknownRegister(name: name, known: nearest.isEmpty ? Array(known.prefix(5)) : nearest)
        }
        var samples: [String] = []
        var dispatches: Set<String> = []
        for register in registers {
            for row in try database.rows("SELECT sample, dispatch FROM register_entry WHERE register_id = ?", register)
            {
                samples.append(try row.text("sample"))
                dispatches.insert(try row.text("dispatch"))
            }
        }
        return try certificates(containing: samples, dispatches: dispatches)
    }
}
