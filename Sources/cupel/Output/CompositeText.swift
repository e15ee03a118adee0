import Geochemistry
import QualityControl

/// Composites as `standards list` and `standards show` print them.
enum CompositeText {
    static func table(_ composites: [Composite]) -> String {
        var table = TextTable(["COMPOSITE", "UNIT", "TIER", "CONVENTION", "MEMBERS", "DIGESTIONS"])
        for composite in composites {
            table.add([
                composite.name, composite.unit.symbol, composite.tier.rawValue, composite.convention,
                composite.members.map(\.counted.symbol).joined(separator: " "),
                composite.digestions.map(\.rawValue).joined(separator: " "),
            ])
        }
        return table.text
    }

    static func whole(_ composite: Composite, analytes: AnalyteTable) -> String {
        let form = composite.convention.isEmpty ? "" : ", \(composite.convention)"
        var table = TextTable(["ELEMENT", "COUNTED AS", "FACTOR", "PART"])
        for (index, member) in composite.all.enumerated() {
            let factor = analytes.factor(from: member.element, to: member.counted).map { "\($0.numerator)" } ?? "-"
            let isPart = composite.kind == .sum || index < composite.members.count
            table.add([member.element.symbol, member.counted.symbol, factor, isPart ? "yes" : "of the whole"])
        }
        let sd = composite.spread == .correlated ? "added up (correlated)" : "root of the sum of squares (independent)"
        return """
            \(composite.name): \(composite.kind.rawValue) in \(composite.unit.symbol)\(form); tier \(composite.tier.rawValue)
            after \(composite.digestions.map(\.rawValue).joined(separator: ", ")); SDs \(sd); \(composite.place)

            \(table.text)
            """
    }
}
