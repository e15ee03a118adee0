/// The name of a part in its package (ECMA-376 part 2, 6.2): a path without a slash first. Upper and lower case are
/// the same.
struct PartPath: Sendable, Hashable {
    let text: String
    private let key: String

    init(_ text: String) {
        self.text = text
        self.key = text.lowercased()
    }

    /// What a relationship of a part points to; nil where it leads out of the package.
    ///
    /// - Parameters:
    ///   - target: absolute (`/xl/styles.xml`) or relative to the folder of `source`, `%20` for a blank.
    ///   - source: the part that has the relationship; nil for the package itself.
    init?(target: String, of source: PartPath?) {
        let target = Self.decoded(target)
        var folders: [Substring] = []
        if !target.hasPrefix("/"), let source { folders = source.text.split(separator: "/").dropLast() }
        for step in target.split(separator: "/") where step != "." {
            if step != ".." {
                folders.append(step)
            } else if folders.popLast() == nil {
                return nil
            }
        }
        guard !folders.isEmpty else { return nil }
        self.init(folders.joined(separator: "/"))
    }

    /// The part that holds the relationships of this one: `xl/_rels/workbook.xml.rels`.
    var relationships: PartPath {
        let steps = text.split(separator: "/")
        let folder = steps.dropLast().map { $0 + "/" }.joined()
        return PartPath(folder + "_rels/" + (steps.last ?? "") + ".rels")
    }

    static func == (left: PartPath, right: PartPath) -> Bool { left.key == right.key }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
