import Geochemistry

extension LayoutSuggestion {
    /// The file as TOML, with what was taken for what in comments, and `# CHECK:` wherever it was guessed.
    public var text: String {
        var text = TOMLLines()
        text.comments(notes[.file] ?? [])
        text.blank()
        text.comments(notes[.name] ?? [])
        text.pair("name", .text(described.name))
        if !described.tokens.isEmpty {
            text.section("[tokens]")
            for (token, meaning) in described.tokens.sorted(by: { $0.key < $1.key }) {
                text.comments(notes[.token(token)] ?? [])
                text.pair(TOMLLines.quoted(token), .text(meaning.rawValue))
            }
        }
        for entry in described.methods.entries {
            text.section("[[method]]")
            text.comments(notes[.method(entry.code)] ?? [])
            text.pair("codes", .texts([entry.code]))
            text.pair("digestion", .text(entry.meaning.digestion.rawValue))
            text.pair("technique", .text(entry.meaning.technique.rawValue))
            text.pair("name", .text(entry.meaning.name))
        }
        for layout in layouts { layout.write(into: &text) }
        return text.text
    }
}
