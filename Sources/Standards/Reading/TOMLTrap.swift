/// A text that is no TOML, at which the parser under TOMLKit 0.6.0 ends the process instead of refusing it. Fuzzing
/// found them; what is found again stands in Tests/Fuzzing/Corpus/laboratory.
struct TOMLTrap {
    enum Kind {
        /// `[` or `[[` with no name behind it, as a half-saved file leaves it.
        case unnamedHeader
        /// `}` where a list wants a value.
        case braceInList
        /// A value without quotes that has a blank in it, as in `2026-05-27 1`. TOML allows it between a day and a time
        /// of day only, which no table of standards has.
        case blankInValue
    }

    let kind: Kind
    /// From 1.
    let line: Int

    var complaint: Complaint {
        switch kind {
        case .unnamedHeader: .notTOML("no name stands behind the bracket of this table")
        case .braceInList: .notTOML("a brace stands where this list wants a value")
        case .blankInValue: .notTOML("a value with blanks in it stands without quotes")
        }
    }
}
