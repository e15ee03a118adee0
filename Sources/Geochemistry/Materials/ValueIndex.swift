/// The certified values of a whole library by element and digestion, so that a result is held against four hundred
/// materials in one pass.
///
/// The numbers are Doubles: good for finding the materials that are worth an exact comparison, never for a verdict.
package struct ValueIndex: Sendable {
    /// One certified value, in its own analyte and unit.
    package struct Entry: Sendable {
        /// Index into the library's materials.
        package let material: Int
        /// Index into ``ValueIndex/sources``.
        package let source: Int
        package let value: Double
        package let sd: Double?
        package let kind: CertifiedValue.Kind
    }

    /// An analyte in a unit: few of them stand in a library, so conversions are worked out once for each.
    package struct Source: Sendable, Hashable {
        package let analyte: Analyte
        package let unit: Unit
    }

    private struct Key: Hashable {
        let element: Analyte
        let digestion: DigestionClass
    }

    package private(set) var sources: [Source] = []
    private var entries: [Key: [Entry]] = [:]

    init(_ materials: [ReferenceMaterial], taking: [Int], analytes: AnalyteTable) {
        var numbers: [Source: Int] = [:]
        for index in taking {
            for certified in materials[index].values {
                let source = Source(analyte: certified.analyte, unit: certified.unit)
                let number = numbers[source] ?? sources.count
                if number == sources.count {
                    sources.append(source)
                    numbers[source] = number
                }
                let key = Key(element: analytes.element(of: certified.analyte), digestion: certified.digestion)
                entries[key, default: []].append(
                    Entry(
                        material: index,
                        source: number,
                        value: certified.value.approximate,
                        sd: certified.sd?.approximate,
                        kind: certified.kind
                    )
                )
            }
        }
    }

    /// In the order of the library's materials, so that those of one stand together.
    package func entries(of element: Analyte, after digestion: DigestionClass) -> [Entry] {
        entries[Key(element: element, digestion: digestion)] ?? []
    }
}
