/// How one layout saw one sheet: that it fits, or where it stopped fitting and what stands there instead.
public struct LayoutView: Sendable, Hashable {
    /// What a layout looks for, in the order in which it looks.
    public enum Step: String, Sendable, Hashable {
        case sheet
        case mark
        case headerRow = "header_row"
        case heading
    }

    public struct Stop: Sendable, Hashable {
        public var step: Step
        /// What is missing, and where it was looked for.
        public var reason: String
        /// What stands there instead, at most ``LayoutView/textsShown`` of it.
        public var found: [PlacedText]
    }

    public var laboratory: String
    public var layout: String
    public var shape: Layout.Shape
    /// How many marks it has: of several layouts that fit, the one with the most is meant.
    public var marks: Int
    /// Which share of what it wants was found, 0 to 100.
    public var percent: Int
    /// nil where it fits.
    public var stop: Stop?

    public var fits: Bool { stop == nil }

    /// More would hide the first.
    static let textsShown = 4
}

/// A text with its place in a sheet, both from 1.
public struct PlacedText: Sendable, Hashable {
    public var text: String
    public var line: Int
    public var column: Int

    public init(_ text: String, line: Int, column: Int) {
        self.text = text
        self.line = line
        self.column = column
    }
}
