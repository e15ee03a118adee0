/// A laboratory's file to start from: what a certificate that nobody knows seems to be, and how sure each part is.
public struct LayoutSuggestion: Sendable, Hashable {
    /// A part of the file that a remark stands beside.
    public enum Part: Sendable, Hashable {
        case file
        case name
        case token(String)
        case method(String)
        case layout
        case delimiter
        case decimal
        case dates
        case declared
        case negative
        case repeats
        case blankRow
        case sentinels
        case marks
        case mark(Int)
        case field(Int)
        case header(Int)
        case column(ColumnRole)
        case qc(Int)
    }

    /// What was taken for what, and where it stood.
    public struct Note: Sendable, Hashable {
        public var text: String
        /// Whether a person has to look: it was guessed.
        public var isGuess: Bool
    }

    /// The file, or the member of a container, that it was made from.
    public var source: String
    /// One laboratory with one layout.
    public var laboratory: Laboratory
    public private(set) var notes: [Part: [Note]] = [:]

    init(source: String, laboratory: Laboratory) {
        self.source = source
        self.laboratory = laboratory
    }

    public var layout: Layout? { laboratory.layouts.first }

    public var guesses: Int { notes.values.reduce(0) { $0 + $1.count(where: \.isGuess) } }

    mutating func note(_ part: Part, _ text: String, isGuess: Bool = false) {
        notes[part, default: []].append(Note(text: text, isGuess: isGuess))
    }

    mutating func check(_ part: Part, _ text: String) { note(part, text, isGuess: true) }
}
