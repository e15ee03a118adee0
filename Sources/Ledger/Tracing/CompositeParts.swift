/// Reads what the ledger says that a composite is made of: `La2O3 = La by FUS-MS x 1.172769, ...`.
public enum CompositeParts {
    /// The part that a determination has: `La2O3 = La by FUS-MS x 1.172769`; nil where it has none, also where it only
    /// stands behind the one that was taken.
    public static func part(of determination: String, in members: String) -> String? {
        for piece in members.split(separator: ", ") {
            var part = piece
            for prefix in ["part: ", "rest of the whole: "] where part.hasPrefix(prefix) {
                part = part.dropFirst(prefix.count)
            }
            // A share names its whole behind its parts.
            part = part.split(separator: ";", maxSplits: 1).first ?? part
            let sides = part.split(separator: " = ", maxSplits: 1)
            guard sides.count == 2, sides[1].hasPrefix(determination) else { continue }
            let rest = sides[1].dropFirst(determination.count)
            if rest.isEmpty || rest.hasPrefix(" x ") || rest.hasPrefix(" (") {
                return String(rest.hasPrefix(" (not ") ? sides[0] + " = " + determination : part)
            }
        }
        return nil
    }
}
