/// All reference materials of the Standards folder.
public struct MaterialLibrary: Sendable {
    public let materials: [ReferenceMaterial]
    private let byName: [MaterialName: Int]
    private let byValue: [ValueKey: [Int]]
    /// The same values by what was measured, for questions that go to all materials.
    package let index: ValueIndex

    private struct ValueKey: Hashable {
        let material: Int
        let element: Analyte
        let digestion: DigestionClass
    }

    /// The certified value that answers for a result, and how it was brought to the reported analyte and unit.
    public struct Match: Sendable, Hashable {
        public let certified: CertifiedValue
        public let conversion: Conversion

        public init(certified: CertifiedValue, conversion: Conversion) {
            self.certified = certified
            self.conversion = conversion
        }
    }

    public init(_ materials: [ReferenceMaterial], analytes: AnalyteTable) {
        self.materials = materials
        self.analytes = analytes
        var names: [MaterialName: Int] = [:]
        var values: [ValueKey: [Int]] = [:]
        for (index, material) in materials.enumerated() where names[material.name] == nil {
            names[material.name] = index
            for (place, value) in material.values.enumerated() {
                let element = analytes.element(of: value.analyte)
                values[ValueKey(material: index, element: element, digestion: value.digestion), default: []]
                    .append(place)
            }
        }
        byName = names
        byValue = values
        index = ValueIndex(materials, taking: names.values.sorted(), analytes: analytes)
    }

    public let analytes: AnalyteTable

    public subscript(_ name: MaterialName) -> ReferenceMaterial? {
        byName[name].map { materials[$0] }
    }

    /// The certified value of a material for this analyte, digestion class and unit, converted where it must be.
    ///
    /// The same analyte in the same unit comes first, then the same analyte in another unit, then the element for
    /// its oxide or the reverse. Never another digestion class: no match is nil.
    public func match(
        _ name: MaterialName,
        analyte: Analyte,
        digestion: DigestionClass,
        unit: Unit
    ) -> Match? {
        guard digestion != .unknown, digestion != .none, let material = byName[name] else { return nil }
        let key = ValueKey(material: material, element: analytes.element(of: analyte), digestion: digestion)
        var best: (rank: Int, match: Match)?
        for place in byValue[key] ?? [] {
            let certified = materials[material].values[place]
            let source = (certified.analyte, certified.unit)
            guard let conversion = Conversion(from: source, to: (analyte, unit), analytes: analytes) else { continue }
            let kindRank = certified.kind == .certified ? 0 : 4
            let rank = (certified.analyte == analyte ? 0 : 2) + (certified.unit == unit ? 0 : 1) + kindRank
            if best.map({ rank < $0.rank }) ?? true {
                best = (rank, Match(certified: certified, conversion: conversion))
            }
        }
        return best?.match
    }

    /// The names most like an unknown one, nearest first, at most `limit`, none further away than a third of its length.
    public func nearest(to name: MaterialName, limit: Int = 3) -> [MaterialName] {
        let reach = max(1, name.key.count / 3)
        let length = name.key.count
        // Names whose lengths differ by more than the reach are further apart than it: a cell of thirty thousand
        // letters is compared with nothing.
        return materials.filter { abs($0.name.key.count - length) <= reach }
            .map { ($0.name, name.distance(to: $0.name)) }
            .filter { $0.1 <= reach }
            .sorted { ($0.1, $0.0.key) < ($1.1, $1.0.key) }
            .prefix(limit)
            .map(\.0)
    }
}
