import Geochemistry

/// The words of a label, without case, accents and signs: `N° de Muestras:` is `n de muestras`.
struct PrintedWords: Hashable {
    let words: [String]

    init(_ text: String) {
        var words: [String] = []
        // `SampleID`, `LabjobNo`: a capital behind a small letter begins a word, as a blank does.
        var word = ""
        var wasSmall = false
        for character in text.prefix(200) {
            if character.isLetter || character.isNumber {
                if wasSmall, character.isUppercase {
                    words.append(word)
                    word = ""
                }
                word.append(character)
                wasSmall = character.isLowercase
            } else {
                if character == "#" { words += [word, "number"] } else { words.append(word) }
                word = ""
                wasSmall = false
            }
        }
        words.append(word)
        self.words = words.map(HeaderKey.key).filter { !$0.isEmpty }
    }

    var isEmpty: Bool { words.isEmpty }
    var joined: String { words.joined() }

    func holds(_ any: Set<String>) -> Bool { words.contains { any.contains($0) } }

    /// Whether one of the words begins so: `muestra` is in `muestras`.
    func holdsBeginning(_ beginnings: [String]) -> Bool {
        words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
}
