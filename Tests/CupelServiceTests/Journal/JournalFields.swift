/// The fields of an entry in the journal's native protocol, read as the journal reads them; nil where it would refuse it.
struct JournalFields {
    private(set) var values: [String: String] = [:]

    init?(_ packet: [UInt8]) {
        var rest = packet[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
                values[Self.text(line[..<equals])] = Self.text(line[(equals + 1)...])
            } else {
                guard rest.count >= 8 else { return nil }
                let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
                rest = rest.dropFirst(8)
                guard rest.count > length, rest.dropFirst(length).first == UInt8(ascii: "\n") else { return nil }
                values[Self.text(line)] = Self.text(rest.prefix(length))
                rest = rest.dropFirst(length + 1)
            }
        }
        guard rest.isEmpty else { return nil }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    subscript(name: String) -> String? { values[name] }
}
