public import Geochemistry

/// What a person says about an import.
public struct ImportOptions: Sendable {
    /// Which numbers of a workbook are taken.
    public enum Figures: Sendable {
        /// As the workbook stores them, to ten significant digits.
        case stored
        /// As its cells show them, which is what a certificate prints. Where that would be 0, as stored.
        case shown
    }

    public var figures: Figures
    /// What method headings mean that the table of headings does not know, or means otherwise.
    public var headings: [String: DigestionClass]

    public init(figures: Figures = .stored, headings: [String: DigestionClass] = [:]) {
        self.figures = figures
        self.headings = headings
    }
}
