/// A plain value of a TOML file with its place.
struct TOMLLeaf {
    /// From the section that was asked: `duplicate.pulp.percent`.
    let key: String
    /// A number as typed, a text without quotes, a list with commas.
    let text: String
    let line: Int
}

extension TOMLSection {
    /// Every plain value of the section itself and of the tables in it, in the order of the file. Lists of tables are
    /// left out: each of them is a section of its own.
    var leaves: [TOMLLeaf] {
        Self.leaves(of: members, below: "", at: path, in: source.places).sorted {
            ($0.line, $0.key) < ($1.line, $1.key)
        }
    }

    private static func leaves(
        of members: [String: TOMLNode],
        below prefix: String,
        at path: [TOMLPlaces.Step],
        in places: TOMLPlaces
    ) -> [TOMLLeaf] {
        members.flatMap { key, node -> [TOMLLeaf] in
            let place = path + [.key(key)]
            if case .table(let inner) = node {
                return leaves(of: inner, below: "\(prefix)\(key).", at: place, in: places)
            }
            return node.plainText.map { [TOMLLeaf(key: prefix + key, text: $0, line: places.line(of: place))] } ?? []
        }
    }
}

extension TOMLNode {
    /// As a person writes it; nil for tables, and for lists that hold some.
    fileprivate var plainText: String? {
        switch self {
        case .string(let text), .integer(_, let text), .float(let text): return text
        case .bool(let flag): return "\(flag)"
        case .date: return ""
        case .table: return nil
        case .array(let elements):
            var texts: [String] = []
            for element in elements {
                guard let text = element.plainText else { return nil }
                texts.append(text)
            }
            return texts.joined(separator: ", ")
        }
    }
}
