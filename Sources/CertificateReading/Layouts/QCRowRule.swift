/// How the laboratory marks one sort of its own rows.
public struct QCRowRule: Sendable, Hashable {
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// A reference material was measured.
        case crm
        /// The certified values printed beside a measurement.
        case certified
        case blank
        /// Barren rock that went through the preparation; no detection limit can judge its background.
        case preparationBlank = "preparation_blank"
        case original
        case duplicate
        /// A preparation wash and other rows that no rule judges.
        case other
    }

    public var means: Meaning
    /// Texts of the type column, without regard to case: `REP`, `Prep Blank`.
    public var types: [String]
    /// Whole names: `BRANCO_PREP`, `Method Blank`.
    public var names: [String]
    /// `*STD `; what follows is the material or the sample.
    public var prefixes: [String]
    /// ` Meas`; what stands before is the material or the sample.
    public var suffixes: [String]
    /// Beginnings that are no part of the material's or sample's name, where type or section already tell the sort:
    /// `STD OREAS 620` of type `STD`. Alone they tell nothing, because a client may call a sample so.
    public var stripped: [String]
    /// Lone headings; rows below them that no other rule knows are of this sort.
    public var sections: [Label]
    /// Of rows in a section that have a type which no rule knows, such as `Rock`: the sample whose repetition follows.
    /// nil: such rows are what the section says.
    public var sampleTypes: Meaning?

    public init(
        _ means: Meaning,
        types: [String] = [],
        names: [String] = [],
        prefixes: [String] = [],
        suffixes: [String] = [],
        stripped: [String] = [],
        sections: [Label] = [],
        sampleTypes: Meaning? = nil
    ) {
        self.means = means
        self.types = types
        self.names = names
        self.prefixes = prefixes
        self.suffixes = suffixes
        self.stripped = stripped
        self.sections = sections
        self.sampleTypes = sampleTypes
    }
}
