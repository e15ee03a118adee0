/// Texts as people compare them: lower case, without accents.
enum FoldedText {
    /// `LÍMITE DE DETECCIÓN` is `limite de deteccion`, `Nº` is `no`: people leave accents out, and exports lose them.
    static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            // An accent that stands behind its letter as a character of its own.
            if (0x300...0x36F).contains(scalar.value) { continue }
            folded.unicodeScalars.append(letters[scalar] ?? scalar)
        }
        return folded
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        let bases: [(Unicode.Scalar, String)] = [
            ("a", "áàâãäå"), ("c", "ç"), ("e", "éèêë"), ("i", "íìîï"), ("n", "ñ"), ("o", "óòôõöº°"), ("u", "úùûü"),
            ("y", "ýÿ"),
        ]
        for (base, accented) in bases {
            for scalar in accented.unicodeScalars { letters[scalar] = base }
        }
        return letters
    }()
}
