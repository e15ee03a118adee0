import Geochemistry
public import Ledger

/// Which certificates are to be judged again.
public struct RevalidationScope: Sendable, Hashable {
    /// Everything.
    public var all = false
    /// Batches, as people give their names.
    public var batches: [String] = []
    /// Whose register, sampling rule or laboratory rows name this material.
    public var materials: [String] = []
    /// Judged by this policy.
    public var policies: [String] = []
    /// Of which this register speaks: its SHA-256, or the name under which it was taken in.
    public var registers: [String] = []

    public init(batches: [String] = []) { self.batches = batches }

    public var isEmpty: Bool {
        !all && batches.isEmpty && materials.isEmpty && policies.isEmpty && registers.isEmpty
    }

    /// The certificates that count now, each once, in order. All of a batch are judged together.
    ///
    /// - Throws: ``LedgerError`` for a name that the ledger does not know, with those near it.
    public func certificates(in reader: LedgerReader) throws -> [CertificateReference] {
        if all { return try reader.allCurrentCertificates() }
        var found = try batches.flatMap { name in
            try reader.certificates(of: try reader.batch(named: name)).map(\.reference).filter(\.isCurrent)
        }
        for material in materials { found += try reader.certificates(naming: material) }
        for policy in policies { found += try reader.certificates(judgedBy: policy) }
        for register in registers { found += try reader.certificates(ofRegister: register) }
        var seen: Set<Int64> = []
        return found.filter { seen.insert($0.id).inserted }.sorted { $0.order < $1.order }
    }
}
