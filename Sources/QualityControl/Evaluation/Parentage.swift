package import Geochemistry

/// Finds the row that a duplicate repeats.
package struct Parentage {
    /// Client rows and `x Orig` rows by sample number, in laboratory order.
    private var clients: [SampleKey: [Int]] = [:]
    private var originals: [SampleKey: [Int]] = [:]

    /// - Parameter samples: as many as there are roles; of each its number counts, and whether it is the client's.
    package init(_ samples: [SampleRow], roles: [SampleRole]) {
        // Only the numbers that somebody repeats are looked up.
        let wanted = Set(roles.filter(\.kind.isDuplicate).map { SampleKey($0.reference) })
        guard !wanted.isEmpty else { return }
        for (index, role) in roles.enumerated() {
            if samples[index].origin.isClient {
                let key = SampleKey(samples[index].name)
                if wanted.contains(key) { clients[key, default: []].append(index) }
            } else if role.kind == .laboratoryOriginal {
                originals[SampleKey(role.reference), default: []].append(index)
            }
        }
    }

    /// The nearest row before the duplicate, else the first behind it: a number may occur again in one certificate.
    ///
    /// A laboratory's duplicate belongs to the `Orig` row before it, where there is one; else to the client's row.
    package func parent(of index: Int, role: SampleRole) -> Int? {
        let key = SampleKey(role.reference)
        if role.kind == .laboratoryDuplicate, let original = originals[key]?.last(where: { $0 < index }) {
            return original
        }
        let rows = clients[key] ?? []
        return rows.last { $0 < index } ?? rows.first { $0 > index }
    }
}

extension SampleRole.Kind {
    package var isDuplicate: Bool {
        switch self {
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .laboratoryDuplicate: true
        case .routine, .crm, .blank, .check, .laboratoryCRM, .laboratoryCertified, .laboratoryBlank,
            .laboratoryOriginal, .laboratoryOther:
            false
        }
    }
}
