import QualityControl

/// The roles of a certificate's samples under one verdict, a byte each, in their order.
///
/// The view `determinations` spells the same bytes out; a new kind needs a migration that replaces the view.
enum PackedRoles {
    static func bytes(_ roles: [SampleRole]) -> [UInt8] { roles.map { byte($0.kind) } }

    /// JSON array of `[position, reference, source]` for the samples of which somebody said something.
    static func sources(_ roles: [SampleRole]) -> String {
        var json = PackedJSON()
        json.array { json in
            for (index, role) in roles.enumerated() where !role.reference.isEmpty || !role.source.isEmpty {
                json.array { json in
                    json.number(index + 1)
                    json.string(role.reference)
                    json.string(role.source)
                }
            }
        }
        return json.text
    }

    static func kind(_ byte: UInt8) -> SampleRole.Kind? { kinds[byte] }

    /// Reads back what ``bytes(_:)`` and ``sources(_:)`` write.
    /// - Returns: nil for anything else.
    static func roles(_ bytes: UnsafeRawBufferPointer, _ sources: String) -> [SampleRole]? {
        var roles: [SampleRole] = []
        roles.reserveCapacity(bytes.count)
        for byte in bytes {
            guard let kind = kinds[byte] else { return nil }
            roles.append(SampleRole(kind))
        }
        var reading = UnpackedJSON.Reading(bytes: Array(sources.utf8))
        let said = reading.list { said -> (position: Int, reference: String, source: String)? in
            guard said.take("["), let position = said.number(), said.take(","), let reference = said.text(),
                said.take(","), let source = said.text(), said.take("]")
            else { return nil }
            return (position, reference, source)
        }
        guard let said, reading.isAtEnd else { return nil }
        for (position, reference, source) in said {
            guard roles.indices.contains(position - 1) else { return nil }
            roles[position - 1] = SampleRole(roles[position - 1].kind, reference: reference, source: source)
        }
        return roles
    }

    static func byte(_ kind: SampleRole.Kind) -> UInt8 {
        switch kind {
        case .routine: UInt8(ascii: "r")
        case .crm: UInt8(ascii: "c")
        case .blank: UInt8(ascii: "b")
        case .fieldDuplicate: UInt8(ascii: "f")
        case .coarseDuplicate: UInt8(ascii: "o")
        case .pulpDuplicate: UInt8(ascii: "p")
        case .check: UInt8(ascii: "k")
        case .laboratoryCRM: UInt8(ascii: "C")
        case .laboratoryCertified: UInt8(ascii: "T")
        case .laboratoryBlank: UInt8(ascii: "B")
        case .laboratoryOriginal: UInt8(ascii: "O")
        case .laboratoryDuplicate: UInt8(ascii: "D")
        case .laboratoryOther: UInt8(ascii: "X")
        }
    }

    private static let kinds = Dictionary(
        SampleRole.Kind.allCases.map { (byte($0), $0) },
        uniquingKeysWith: { first, _ in first }
    )
}
