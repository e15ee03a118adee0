extension LeftRow {
    /// Why a row was left: a stable code, and the words.
    public enum Reason: Sendable, Hashable {
        /// Among the issuer's indicative values, which have no SD.
        case indicative
        /// `< 3`
        case below
        /// `> 5000`
        case above
        /// `~25`
        case approximate
        /// `IND`, `NR`, an empty cell.
        case noValue
        /// `#REF!`
        case spreadsheetError
        case notANumber
        case negativeValue
        case zeroValue
        case moreThanAll
        case negativeSD
        case zeroSD
        case sdNotANumber
        /// No digestion class of ours.
        case unknownHeading
        /// Another quantity than the loss on ignition, by thermogravimetry.
        case notLossOnIgnition
        case unknownAnalyte
        /// Soluble copper, carbonate carbon.
        case partOfElement
        /// `Sn, Gold (ppm)`
        case severalAnalytes
        case noUnit
        /// Specific gravity, pH.
        case notAMassFraction
        /// A number beside a method heading.
        case strayNumber
        /// The same row once more.
        case repeated(place: String)
        /// Two values under one heading.
        case contradicts(place: String)
        /// The other table of the workbook says something else.
        case gatesContradict(place: String, value: String, sd: String)
        /// Another heading of the same digestion class has this analyte.
        case otherHeading(String, digestion: String)

        public var code: String {
            switch self {
            case .indicative: "indicative"
            case .below: "below_limit"
            case .above: "above_limit"
            case .approximate: "approximate"
            case .noValue: "no_value"
            case .spreadsheetError: "spreadsheet_error"
            case .notANumber: "not_a_number"
            case .negativeValue: "negative_value"
            case .zeroValue: "zero_value"
            case .moreThanAll: "more_than_all"
            case .negativeSD: "negative_sd"
            case .zeroSD: "zero_sd"
            case .sdNotANumber: "sd_not_a_number"
            case .unknownHeading: "unknown_heading"
            case .notLossOnIgnition: "not_loss_on_ignition"
            case .unknownAnalyte: "unknown_analyte"
            case .partOfElement: "part_of_element"
            case .severalAnalytes: "several_analytes"
            case .noUnit: "no_unit"
            case .notAMassFraction: "not_a_mass_fraction"
            case .strayNumber: "stray_number"
            case .repeated: "repeated"
            case .contradicts: "contradicts"
            case .gatesContradict: "gates_contradict"
            case .otherHeading: "other_heading"
            }
        }

        /// One sentence without its full stop.
        public var words: String {
            switch self {
            case .indicative: "the issuer calls it indicative: without an SD it never judges anything"
            case .below: "below what the issuer's laboratories could determine"
            case .above: "above what the issuer's laboratories could determine"
            case .approximate: "approximate, not certified"
            case .noValue: "the issuer states no value"
            case .spreadsheetError: "the cell holds an error of the spreadsheet"
            case .notANumber: "the value is no number"
            case .negativeValue: "the value is negative"
            case .zeroValue: "a certified value of 0 says nothing"
            case .moreThanAll: "more than 100 % of the sample; its unit is wrong"
            case .negativeSD: "the SD is negative"
            case .zeroSD: "an SD of 0 would fail every result"
            case .sdNotANumber: "the SD is no number"
            case .unknownHeading:
                "no digestion class of ours has this name; if you know what it is, say so with --method"
            case .notLossOnIgnition: "only the loss on ignition is taken from this heading"
            case .unknownAnalyte: "no analyte of analytes.csv"
            case .partOfElement: "a part of the element only; it must not answer for the whole"
            case .severalAnalytes: "it names more than one analyte"
            case .noUnit: "no unit that we know stands beside it"
            case .notAMassFraction: "a physical property, no content"
            case .strayNumber: "a number beside a method heading belongs to nothing"
            case .repeated(let place): "stands at \(place) already, the same"
            case .contradicts(let place):
                "another value of the same analyte stands at \(place); look at the certificate, and write the right one"
            case .gatesContradict(let place, let value, let sd):
                "\(place) says \(value), SD \(sd); look at the certificate, and write the right one"
            case .otherHeading(let heading, let digestion):
                "'\(heading)' has it for \(digestion) already, and one digestion has one value"
            }
        }
    }
}
