/// Makes words comparable however people type them: `Échantillon`, `ECHANTILLON ` and `échantillon` are one word,
/// and so are `sample_id`, `Sample ID` and `SAMPLE-ID`.
enum HeaderKey {
    /// Small ASCII letters and digits; accents fall, all else is left out.
    static func key(of text: String) -> String {
        var key = ""
        for scalar in text.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                key.unicodeScalars.append(scalar)
            } else if let plain = withoutAccent[scalar] {
                key.unicodeScalars.append(plain)
            }
        }
        return key
    }

    /// Composed letters of French, Spanish and Portuguese. Of a decomposed one, the accent is a character of its own,
    /// and left out like any other.
    private static let withoutAccent: [Unicode.Scalar: Unicode.Scalar] = [
        "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e",
        "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o",
        "ù": "u", "ú": "u", "û": "u", "ü": "u",
    ]
}
