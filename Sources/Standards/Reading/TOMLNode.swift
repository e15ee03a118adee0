import TOMLKit

/// A parsed value as plain Swift, so that nothing refers to TOMLKit's memory.
indirect enum TOMLNode {
    case string(String)
    /// The text as typed.
    case integer(Int, String)
    /// The text as typed; the Double that TOMLKit makes of it is not used.
    case float(String)
    case bool(Bool)
    case array([TOMLNode])
    case table([String: TOMLNode])
    /// A date or a time: no key of ours wants one.
    case date

    init(_ value: TOMLValue, at path: [TOMLPlaces.Step], in places: TOMLPlaces) {
        switch value.type {
        case .string: self = .string(value.string ?? "")
        case .int:
            let number = value.int ?? 0
            self = .integer(number, places.places[path]?.text ?? String(number))
        case .double: self = .float(places.places[path]?.text ?? "")
        case .bool: self = .bool(value.bool ?? false)
        case .array:
            var elements: [TOMLNode] = []
            if let array = value.array {
                for index in 0..<array.count {
                    elements.append(TOMLNode(array[index].tomlValue, at: path + [.index(index)], in: places))
                }
            }
            self = .array(elements)
        case .table:
            self = .table(value.table.map { Self.members(of: $0, at: path, in: places) } ?? [:])
        case .date, .time, .dateTime: self = .date
        }
    }

    static func members(
        of table: TOMLTable,
        at path: [TOMLPlaces.Step],
        in places: TOMLPlaces
    ) -> [String: TOMLNode] {
        var members: [String: TOMLNode] = [:]
        for key in table.keys {
            guard let value = table[key] else { continue }
            members[key] = TOMLNode(value.tomlValue, at: path + [.key(key)], in: places)
        }
        return members
    }

    /// What stands there, in words.
    var kind: String {
        switch self {
        case .string(let text): "the text \"\(text.prefix(40))\""
        case .integer(_, let text): "the whole number \(text)"
        case .float(let text): "the number \(text)"
        case .bool(let flag): "\(flag)"
        case .array: "a list"
        case .table: "a table"
        case .date: "a date"
        }
    }
}
