public import Geochemistry

/// One certified value that an import would make other than it is.
public struct MaterialChange: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case added, removed, changed
    }

    public let kind: Kind
    public let analyte: Analyte
    public let digestion: DigestionClass
    /// `value 0.685 -> 0.6846007033; sd 0.021 -> 0.02144523056`; for one that is added or removed the value itself.
    public let text: String
    /// Whether nothing changes but the number of digits.
    public let isRounding: Bool

    /// All changes from one state of a material to another, in the order of the new state; what is gone comes last.
    public static func between(_ old: ReferenceMaterial, _ new: ReferenceMaterial) -> [MaterialChange] {
        var rest = old.values
        func take(_ value: CertifiedValue, sameUnit: Bool) -> CertifiedValue? {
            let index = rest.firstIndex {
                $0.analyte == value.analyte && $0.digestion == value.digestion && (!sameUnit || $0.unit == value.unit)
            }
            return index.map { rest.remove(at: $0) }
        }
        // A value in another unit takes the place of what is left over only after all equal units have met.
        let sameUnit = new.values.map { take($0, sameUnit: true) }
        let partners = zip(new.values, sameUnit).map { $1 ?? take($0, sameUnit: false) }
        let changes = zip(new.values, partners).compactMap { value, partner in
            partner.map { change(from: $0, to: value) } ?? MaterialChange(.added, value, words(value))
        }
        return changes + rest.map { MaterialChange(.removed, $0, words($0)) }
    }

    private init(_ kind: Kind, _ value: CertifiedValue, _ text: String, isRounding: Bool = false) {
        self.kind = kind
        analyte = value.analyte
        digestion = value.digestion
        self.text = text
        self.isRounding = isRounding
    }

    private static func words(_ value: CertifiedValue) -> String {
        "\(value.value) \(value.unit)" + (value.sd.map { ", SD \($0)" } ?? ", no SD")
            + (value.kind == .certified ? "" : ", \(value.kind.rawValue)")
    }

    private static func change(from old: CertifiedValue, to new: CertifiedValue) -> MaterialChange? {
        var parts: [String] = []
        func compare(_ name: String, _ before: String, _ after: String) {
            func shown(_ text: String) -> String { text.isEmpty ? "(nothing)" : text }
            if before != after { parts.append("\(name) \(shown(before)) -> \(shown(after))") }
        }
        compare("value", "\(old.value)", "\(new.value)")
        compare("sd", old.sd.map { "\($0)" } ?? "", new.sd.map { "\($0)" } ?? "")
        let numbers = parts.count
        compare("unit", old.unit.symbol, new.unit.symbol)
        compare("kind", old.kind.rawValue, new.kind.rawValue)
        compare("sd_kind", old.sdKind, new.sdKind)
        compare("uncertainty", old.uncertainty, new.uncertainty)
        compare("method", old.method, new.method)
        guard !parts.isEmpty else { return nil }
        let isRounding =
            parts.count == numbers && isRounding(old.value, new.value)
            && (old.sd == new.sd || zip2(old.sd, new.sd).map(Self.isRounding) == true)
        return MaterialChange(.changed, new, parts.joined(separator: "; "), isRounding: isRounding)
    }

    private static func zip2(_ a: ExactDecimal?, _ b: ExactDecimal?) -> (ExactDecimal, ExactDecimal)? {
        guard let a, let b else { return nil }
        return (a, b)
    }

    private static func isRounding(_ a: ExactDecimal, _ b: ExactDecimal) -> Bool {
        let scale = min(a.scale, b.scale)
        return a.rounded(toScale: scale) == b.rounded(toScale: scale)
    }
}
