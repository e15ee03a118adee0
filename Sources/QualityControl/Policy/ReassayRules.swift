public import Geochemistry

/// Which ordinary samples are to be determined again when a QC sample has failed.
public struct ReassayRules: Sendable, Hashable {
    public enum Window: Sendable, Hashable {
        /// From the last passing to the next passing QC sample of the same kind.
        case betweenPassing
        /// This many ordinary samples on either side.
        case eitherSide(Int)
        case wholeBatch
    }

    /// The smallest result worth a second determination, in a unit of its own.
    public struct Grade: Sendable, Hashable {
        public var value: ExactDecimal
        public var unit: Unit

        public init(value: ExactDecimal, unit: Unit) {
            self.value = value
            self.unit = unit
        }
    }

    public var window: Window
    /// Only samples that reach this grade of the failed analyte are named; an analyte that is absent here has no
    /// such limit. Elements; an oxide counts as its element.
    public var significantGrades: [Analyte: Grade]
    /// A re-assay that answers closes the failure; otherwise a person does. It releases nothing either way.
    public var closes: Bool

    public init(window: Window, significantGrades: [Analyte: Grade] = [:], closes: Bool = false) {
        self.window = window
        self.significantGrades = significantGrades
        self.closes = closes
    }
}
