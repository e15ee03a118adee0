import Geochemistry

/// What each reference material of a batch is held against, column by column, looked up once a material.
struct CRMReferences {
    enum Reference {
        case unknownMaterial
        /// The material is known, and not for this analyte, digestion and unit.
        case noCertifiedValue
        /// Exact terms that do not fit; only a senseless number in the Standards can cause it.
        case outOfRange
        case window(CRMWindow)
    }

    struct Key: Hashable {
        let origin: QCOrigin
        let material: MaterialName
    }

    private let columns: [JudgedColumn]
    private let materials: MaterialLibrary
    private var known: [Key: [Reference]] = [:]

    init(columns: [JudgedColumn], materials: MaterialLibrary) {
        self.columns = columns
        self.materials = materials
    }

    /// One reference for each judged column.
    mutating func references(_ key: Key, rules: RulesInForce) -> [Reference] {
        if let found = known[key] { return found }
        let isKnown = materials[key.material] != nil
        let references = columns.enumerated().map { place, column in
            let rules = rules.crm(of: key.origin, at: place)
            return isKnown ? reference(key.material, column: column, rules: rules) : .unknownMaterial
        }
        known[key] = references
        return references
    }

    private func reference(_ material: MaterialName, column: JudgedColumn, rules: CRMRules) -> Reference {
        guard
            let match = materials.match(
                material,
                analyte: column.analyte,
                digestion: column.digestion,
                unit: column.unit
            )
        else { return .noCertifiedValue }
        do throws(ArithmeticOverflow) {
            let expectation = try CertifiedExpectation(match)
            return .window(try CRMWindow(expectation, detectionLimit: column.detectionLimit, rules: rules))
        } catch {
            return .outOfRange
        }
    }
}
