import Geochemistry

/// A judged batch as a diagnosis looks at it: the client's rows in laboratory order, what failed, and likenesses that
/// are worked out once.
struct DiagnosisSheet {
    /// A reference material of the client's with a result that fails.
    struct FailedMaterial {
        let row: Int
        /// To the material that the register names.
        let claimed: Likeness
    }

    private(set) var sheet: BatchSheet
    /// The client's rows, in laboratory order.
    let clients: [Int]
    /// Rows of known reference materials of the client, failed or not.
    let materialRows: [Int]
    private(set) var failedMaterials: [FailedMaterial] = []
    private(set) var failedBlanks: [Int] = []
    /// Materials that the client uses: of the certificate's rows, and of all that registers say.
    let used: Set<MaterialName>
    let registers: [SampleKey: [RegisterStatement]]

    private let places: [Int: Int]
    private let ceilings: BlankCeilings
    private var references: CRMReferences
    private var likenesses: [Pair: Likeness] = [:]
    private var blankLikenesses: [Int: BlankLikeness] = [:]

    private struct Pair: Hashable {
        let row: Int
        let material: MaterialName
    }

    init(_ sheet: BatchSheet, statements: [RegisterStatement]) {
        self.sheet = sheet
        clients = sheet.certificate.samples.indices.filter { sheet.certificate.samples[$0].origin.isClient }
        places = Dictionary(
            clients.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        materialRows = sheet.roles.indices.filter { index in
            sheet.roles[index].kind == .crm && sheet.materials[MaterialName(sheet.roles[index].reference)] != nil
        }
        let names =
            sheet.roles.filter { $0.kind == .crm }.map(\.reference)
            + statements.filter { $0.entry.type == .crm }.map(\.entry.reference)
        used = Set(names.compactMap { sheet.materials[MaterialName($0)]?.name })
        registers = Dictionary(grouping: statements) { SampleKey($0.entry.sample) }
        references = CRMReferences(columns: sheet.columns, materials: sheet.materials)
        ceilings = BlankCeilings(sheet)
        findFailures()
    }

    private mutating func findFailures() {
        var suspects: [Int: Outcome] = [:]
        for result in sheet.results where result.origin == .client && result.kind != .duplicate {
            guard result.outcome == .fail || result.outcome == .warn else { continue }
            if suspects[result.sampleIndex] != .fail { suspects[result.sampleIndex] = result.outcome }
        }
        for (row, outcome) in suspects.sorted(by: { $0.key < $1.key }) {
            if sheet.roles[row].kind == .blank {
                // A warning of a support element counts where a decision element would have failed.
                if outcome == .fail || !blankLikeness(of: row).above.isEmpty { failedBlanks.append(row) }
            } else if let material = material(of: row) {
                let claimed = likeness(of: row, to: material)
                if outcome == .fail || claimed.beyond > 0 {
                    failedMaterials.append(FailedMaterial(row: row, claimed: claimed))
                }
            }
        }
    }

    // MARK: Rows

    func row(_ index: Int) -> SampleRow { sheet.certificate.samples[index] }

    func role(_ index: Int) -> SampleRole { sheet.roles[index] }

    /// The material that a row is said to be, as the Standards spell it.
    func material(of row: Int) -> MaterialName? {
        let role = sheet.roles[row]
        return role.kind == .crm || role.kind == .blank ? sheet.materials[MaterialName(role.reference)]?.name : nil
    }

    /// The place of a row among the client's, in laboratory order.
    func place(of row: Int) -> Int? { places[row] }

    /// The client's rows next to a row, in laboratory order.
    func neighbours(of row: Int) -> [Int] {
        guard let place = places[row] else { return [] }
        return [place - 1, place + 1].filter(clients.indices.contains).map { clients[$0] }
    }

    /// What a register says of a row; nil where none does, or they contradict each other.
    func statement(of row: Int) -> RegisterStatement? {
        guard let statements = registers[SampleKey(sheet.certificate.samples[row].name)],
            case .says(let statement)? = RegisterVoice(statements, dispatch: sheet.certificate.dispatch)
        else { return nil }
        return statement
    }

    // MARK: Likenesses

    mutating func likeness(of row: Int, to material: MaterialName) -> Likeness {
        let pair = Pair(row: row, material: material)
        if let known = likenesses[pair] { return known }
        let windows = windows(of: material)
        let rules = sheet.rules(for: material)
        let elements = sheet.columns.enumerated().compactMap { place, column -> Likeness.Element? in
            guard let window = windows[place], let cell = sheet.cell(sample: row, column: column) else { return nil }
            return Likeness.Element(
                cell,
                place: place,
                tier: rules.tiers[place],
                window: window,
                rules: rules.crm(of: .client, at: place)
            )
        }
        let likeness = Likeness(material, elements: elements)
        likenesses[pair] = likeness
        return likeness
    }

    /// What a material is held against, column by column.
    mutating func windows(of material: MaterialName) -> [CRMWindow?] {
        references.references(.init(origin: .client, material: material), rules: sheet.rules(for: material)).map {
            if case .window(let window) = $0 { window } else { nil }
        }
    }

    mutating func blankLikeness(of row: Int) -> BlankLikeness {
        if let known = blankLikenesses[row] { return known }
        let likeness = ceilings.likeness(of: row, in: sheet)
        blankLikenesses[row] = likeness
        return likeness
    }
}
