import Geochemistry

/// What a method code means, and whose it is.
struct MethodLookup {
    private let laboratories: [Laboratory]

    init(_ laboratories: [Laboratory]) { self.laboratories = laboratories }

    /// The laboratory that a plain table means by `ALS Chemex` or `als`.
    func laboratory(named text: String) -> Laboratory? {
        let key = Label.key(of: text)
        if let same = laboratories.first(where: { Label.key(of: $0.name) == key }) { return same }
        // The longest name first: `SGS Geosol Lab` is SGS Geosol's, not SGS's.
        return laboratories.filter { key.hasPrefix(Label.key(of: $0.name) + " ") }
            .max { $0.name.count < $1.name.count }
    }

    /// The meaning of a code in a table that names no laboratory, or one without a file: what all tables that know the
    /// code agree on. Where they differ in the digestion, nobody guesses.
    func meaning(of code: String, at laboratory: Laboratory?) -> MethodCatalogue.Meaning {
        guard !code.isEmpty else { return .unknown }
        if let own = laboratory?.methods[code], own != .unknown { return own }
        let meanings = laboratories.map { $0.methods[code] }.filter { $0 != .unknown }
        guard let first = meanings.first, meanings.allSatisfy({ $0.digestion == first.digestion }) else {
            return .unknown
        }
        return first
    }

    func isKnown(_ code: String) -> Bool {
        laboratories.contains { $0.methods[code] != .unknown }
    }
}

extension MethodLookup {
    /// The laboratories whose tables have a code.
    func names(knowing code: String) -> [String] {
        laboratories.filter { $0.methods[code] != .unknown }.map(\.name)
    }
}
