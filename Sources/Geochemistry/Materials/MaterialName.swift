/// The name of a reference material, comparable however a laboratory types it.
///
/// `OREAS 922 (AQUA REGIA)`, `Oreas-922`, `OREAS922` and `OREAS 45h  (Aqua Regia)` differ in case, blanks, hyphens
/// and a trailing digestion note only; none of them is part of the name.
public struct MaterialName: Sendable, Hashable {
    public let printed: String
    /// Upper case letters and digits, without a trailing note in brackets.
    public let key: String

    public init(_ printed: String) {
        self.printed = printed.trimmedOfBlanks
        var name = Substring(self.printed)
        if name.last == ")", let bracket = name.lastIndex(of: "("), bracket != name.startIndex {
            name = name[..<bracket]
        }
        key = name.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
    }

    public static func == (left: MaterialName, right: MaterialName) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// How many letters must be inserted, removed or replaced to get from one key to the other (Levenshtein 1966).
    public func distance(to other: MaterialName) -> Int {
        let a = Array(key)
        let b = Array(other.key)
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var diagonal = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
