/// One layout of a suggestion: the sheets of a workbook may need one each.
public struct SuggestedLayout: Sendable, Hashable {
    /// A part of the layout that a remark stands beside.
    public enum Part: Sendable, Hashable {
        case whole
        case sheets
        case delimiter
        case decimal
        case dates
        case declared
        case negative
        case repeats
        case continues
        case blankRow
        case sentinels
        case records
        case headless
        case marks
        case mark(Int)
        case field(Int)
        case header(Int)
        case column(ColumnRole)
        case qc(Int)
    }

    public var layout: Layout
    public private(set) var notes: [Part: [SuggestionNote]] = [:]

    init(_ layout: Layout) { self.layout = layout }

    mutating func note(_ part: Part, _ text: String) {
        notes[part, default: []].append(SuggestionNote(text: text, isGuess: false))
    }

    /// A note that asks a person to look.
    mutating func check(_ part: Part, _ text: String) {
        notes[part, default: []].append(SuggestionNote(text: text, isGuess: true))
    }
}

/// What was taken for what, and where it stood.
public struct SuggestionNote: Sendable, Hashable {
    public var text: String
    /// Whether a person has to look: it was guessed.
    public var isGuess: Bool
}
