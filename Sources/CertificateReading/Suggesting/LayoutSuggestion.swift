/// A laboratory's file to start from: what a certificate that nobody knows seems to be, and how sure each part is.
public struct LayoutSuggestion: Sendable, Hashable {
    /// A part of the file, beside its layouts, that a remark stands beside.
    public enum Part: Sendable, Hashable {
        case file
        case name
        case token(String)
        case method(String)
    }

    /// The file, or the member of a container, that it was made from.
    public var source: String
    /// The laboratory as its file will say it.
    public var laboratory: Laboratory {
        var laboratory = described
        laboratory.layouts = layouts.map(\.layout)
        return laboratory
    }
    public internal(set) var layouts: [SuggestedLayout] = []
    public private(set) var notes: [Part: [SuggestionNote]] = [:]
    /// The laboratory without its layouts.
    var described: Laboratory

    init(source: String, laboratory: Laboratory) {
        self.source = source
        described = laboratory
    }

    /// How many lines ask a person to look.
    public var guesses: Int {
        let all = notes.values.flatMap(\.self) + layouts.flatMap { $0.notes.values.flatMap(\.self) }
        return all.count(where: \.isGuess)
    }

    mutating func note(_ part: Part, _ text: String) {
        notes[part, default: []].append(SuggestionNote(text: text, isGuess: false))
    }

    /// A note that asks a person to look.
    mutating func check(_ part: Part, _ text: String) {
        notes[part, default: []].append(SuggestionNote(text: text, isGuess: true))
    }
}
