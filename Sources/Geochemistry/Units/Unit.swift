/// A unit as certificates print it. Mass fractions convert into each other exactly; others only equal themselves.
public enum Unit: Sendable, Hashable {
    case percent
    case ppm
    case ppb
    case gramsPerTonne
    case milligramsPerKilogram
    case microgramsPerGram
    case nanogramsPerGram
    /// Troy ounces per SHORT ton of 2,000 lb (`oz/t`, `opt`, `Oz/TC`, `ozt`): 240/7 g/t.
    case ouncesPerShortTon
    /// Troy ounces per metric tonne (`oz/TM`): 31.1034768 g/t.
    case ouncesPerTonne
    /// kg, g, mm, `Unity`: not a mass fraction, so never a result to judge.
    case other(String)
    /// The certificate names no unit.
    case none

    /// Recognises the spellings of the trade, without regard to case and blanks; anything else is ``other(_:)``.
    public init(printed text: String) {
        var key = text.lowercased().filter { $0 != " " && $0 != "\u{A0}" }
        // SGS says of parts per million that they are by mass: `ppm m / m`.
        for ending in ["m/m", "(m/m)", "w/w", "(w/w)"] where key.hasSuffix(ending) && key.count > ending.count {
            key.removeLast(ending.count)
            break
        }
        self = Self.spellings[key] ?? (key.isEmpty ? .none : .other(text.trimmedOfBlanks))
    }

    private static let spellings: [String: Unit] = [
        "%": .percent, "pct": .percent, "wt%": .percent, "wt.%": .percent, "percent": .percent,
        "ppm": .ppm, "ppb": .ppb,
        "g/t": .gramsPerTonne, "gpt": .gramsPerTonne, "g/tm": .gramsPerTonne, "g/mt": .gramsPerTonne,
        "mg/kg": .milligramsPerKilogram, "ug/g": .microgramsPerGram, "µg/g": .microgramsPerGram,
        "μg/g": .microgramsPerGram, "ng/g": .nanogramsPerGram, "ug/kg": .ppb, "µg/kg": .ppb,
        "oz/t": .ouncesPerShortTon, "oz/st": .ouncesPerShortTon, "opt": .ouncesPerShortTon,
        "oz/tc": .ouncesPerShortTon, "ozt": .ouncesPerShortTon, "oz/ton": .ouncesPerShortTon,
        "oz/ton(short)": .ouncesPerShortTon, "oz/shortton": .ouncesPerShortTon,
        "oz/t(shortton)": .ouncesPerShortTon, "oz/tm": .ouncesPerTonne, "oz/mt": .ouncesPerTonne,
        "oz/tonne": .ouncesPerTonne,
    ]

    /// The one spelling that Cupel writes.
    public var symbol: String {
        switch self {
        case .percent: "%"
        case .ppm: "ppm"
        case .ppb: "ppb"
        case .gramsPerTonne: "g/t"
        case .milligramsPerKilogram: "mg/kg"
        case .microgramsPerGram: "ug/g"
        case .nanogramsPerGram: "ng/g"
        case .ouncesPerShortTon: "oz/t (short ton)"
        case .ouncesPerTonne: "oz/tonne"
        case .other(let text): text
        case .none: ""
        }
    }

    /// How many ppm one of this unit is; nil for what is not a mass fraction.
    ///
    /// A troy ounce is 480 grains and a short ton 2,000 pounds of 7,000 grains (international yard and pound
    /// agreement, 1959), so 1 oz/t is 480/14,000,000 = 240/7 ppm, which has no finite decimal; a troy ounce is exactly
    /// 31.1034768 g.
    public var partsPerMillion: ExactRatio? {
        switch self {
        case .percent: ExactRatio(10_000, 1)
        case .ppm, .gramsPerTonne, .milligramsPerKilogram, .microgramsPerGram: .one
        case .ppb, .nanogramsPerGram: ExactRatio(1, 1_000)
        case .ouncesPerShortTon: ExactRatio(240, 7)
        case .ouncesPerTonne: ExactRatio(311_034_768, 10_000_000)
        case .other, .none: nil
        }
    }

    public var isMassFraction: Bool { partsPerMillion != nil }

    /// The factor that turns a value in this unit into one in `other`; nil where they do not convert.
    public func factor(to other: Unit) -> ExactRatio? {
        if self == other { return .one }
        guard let mine = partsPerMillion, let theirs = other.partsPerMillion else { return nil }
        return try? mine * theirs.inverse
    }
}

extension Unit: CustomStringConvertible {
    public var description: String { symbol }
}
