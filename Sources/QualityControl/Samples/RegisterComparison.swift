import Geochemistry

/// What registers expect of a certificate, held against what it holds, in both directions.
///
/// Only the certificate and the registers count, never what other certificates hold or when they came. A dispatch that
/// the laboratory reported in two certificates is no fault of either: what a register lists outside the samples of this
/// one is asked for only where the register's own dispatch ends there.
struct RegisterComparison {
    private let certificate: Certificate
    private let bySample: [SampleKey: [RegisterStatement]]
    /// The client's samples, each once, in laboratory order.
    private let samples: [(key: SampleKey, row: SampleRow)]
    private let present: Set<SampleKey>
    /// Samples that a sampling rule knows: a register need not list them.
    private let ruled: Set<SampleKey>

    /// - Parameter roles: of the certificate's samples, in their order.
    init(_ certificate: Certificate, bySample: [SampleKey: [RegisterStatement]], roles: [SampleRole]) {
        self.certificate = certificate
        self.bySample = bySample
        var samples: [(key: SampleKey, row: SampleRow)] = []
        var present: Set<SampleKey> = []
        var ruled: Set<SampleKey> = []
        for (row, role) in zip(certificate.samples, roles) where row.origin.isClient && !row.name.isEmpty {
            let key = SampleKey(row.name)
            if present.insert(key).inserted { samples.append((key, row)) }
            if role.kind != .routine, bySample[key] == nil { ruled.insert(key) }
        }
        self.samples = samples
        self.present = present
        self.ruled = ruled
    }

    var findings: [Finding] {
        guard !bySample.isEmpty else { return [] }
        return missing + unlisted + otherProject + otherDispatch
    }

    private func voice(of key: SampleKey) -> RegisterStatement? {
        guard let statements = bySample[key],
            case .says(let statement)? = RegisterVoice(statements, dispatch: certificate.dispatch)
        else { return nil }
        return statement
    }

    // MARK: Expected, and not there

    /// QC samples that a register expects and the certificate lacks: one finding a register.
    private var missing: [Finding] {
        let registers = Dictionary(grouping: bySample.values.joined(), by: RegisterKey.init)
        return registers.sorted { $0.key < $1.key }.compactMap { register, statements in
            let ordered = statements.sorted { ($0.entry.row, $0.entry.sample) < ($1.entry.row, $1.entry.sample) }
            // A register that knows no sample of this certificate does not speak of it.
            guard ordered.contains(where: { present.contains(SampleKey($0.entry.sample)) }) else { return nil }
            let ofDispatch = ordered.filter { RegisterVoice.names(certificate.dispatch, in: $0.entry) }
            let undecided = ordered.filter { certificate.dispatch.isEmpty || $0.entry.dispatch.isEmpty }
            let absent =
                absent(among: ofDispatch, of: register, endsCount: true)
                + absent(among: undecided, of: register, endsCount: false)
            guard !absent.isEmpty else { return nil }
            return Finding(
                rule: RuleName.registerSampleMissing.rawValue,
                outcome: .warn,
                message: QualityWords.registerSamplesMissing(absent, isDispatch: !ofDispatch.isEmpty)
            )
        }
    }

    /// The QC samples that are absent though the ordinary samples next to them in the register are here.
    /// - Parameters:
    ///   - statements: of one register, in its order.
    ///   - endsCount: the statements are a whole dispatch, so nothing but QC samples may stand before the first and
    ///     behind the last of its samples.
    private func absent(
        among statements: [RegisterStatement],
        of register: RegisterKey,
        endsCount: Bool
    ) -> [RegisterStatement] {
        var absent: [RegisterStatement] = []
        var waiting: [RegisterStatement] = []
        /// The ordinary sample before; nil at the beginning.
        var before: RegisterStatement?
        func take(until after: RegisterStatement?) {
            defer {
                waiting = []
                before = after
            }
            guard isHere(before, endsCount), isHere(after, endsCount) else { return }
            for statement in waiting {
                // A corrected register may have dropped the sample: then its neighbours have a higher revision.
                let around = [before, after].compactMap { $0.flatMap { voice(of: SampleKey($0.entry.sample)) } }
                guard around.allSatisfy({ $0.revision <= statement.revision }),
                    let said = voice(of: SampleKey(statement.entry.sample)), said.entry.type.isControl,
                    RegisterKey(said) == register
                else { continue }
                absent.append(statement)
            }
        }
        for statement in statements {
            if !statement.entry.type.isControl {
                take(until: statement)
            } else if !present.contains(SampleKey(statement.entry.sample)) {
                waiting.append(statement)
            }
        }
        take(until: nil)
        return absent
    }

    private func isHere(_ neighbour: RegisterStatement?, _ endsCount: Bool) -> Bool {
        neighbour.map { present.contains(SampleKey($0.entry.sample)) } ?? endsCount
    }

    // MARK: There, and not expected

    /// Samples that no register lists, where registers list most of the certificate's or name its dispatch.
    ///
    /// Registers that list QC samples only are usual, and expect nobody to be in them.
    private var unlisted: [Finding] {
        let unlisted = samples.filter { bySample[$0.key] == nil && !ruled.contains($0.key) }
        let statements = samples.flatMap { bySample[$0.key] ?? [] }
        let whole = Set(statements.filter { !$0.entry.type.isControl }.map(RegisterKey.init))
        let speaking = statements.filter { whole.contains(RegisterKey($0)) }
        guard !unlisted.isEmpty, !speaking.isEmpty else { return [] }
        let listed = samples.filter { sample in
            bySample[sample.key]?.contains { whole.contains(RegisterKey($0)) } ?? false
        }
        let isOfDispatch = speaking.contains { RegisterVoice.names(certificate.dispatch, in: $0.entry) }
        guard isOfDispatch || listed.count * 2 > samples.count else { return [] }
        return [
            finding(
                .registerSampleUnlisted,
                unlisted.map(\.row),
                QualityWords.registerSamplesUnlisted(
                    unlisted.map(\.row.name),
                    registers: Self.names(of: speaking),
                    listed: listed.count,
                    samples: samples.count
                )
            )
        ]
    }

    /// Samples that registers put into another project than the certificate: one finding for each project.
    private var otherProject: [Finding] {
        let own = ProjectKey(certificate.project)
        let isKnown = bySample.values.joined().contains { !$0.entry.project.isEmpty }
        guard !own.isEmpty, isKnown else { return [] }
        return others { statement in
            let project = statement.entry.project.trimmedOfBlanks
            return ProjectKey(project).isOther(than: own) ? project : nil
        } finding: { project, rows, statements in
            finding(
                .registerOtherProject,
                rows,
                QualityWords.registerOtherProject(
                    rows.map(\.name),
                    project: project,
                    certificate: certificate.project.trimmedOfBlanks,
                    registers: Self.names(of: statements)
                )
            )
        }
    }

    /// Samples that registers list under another dispatch than the certificate's.
    ///
    /// What stands in a certificate may be a purchase order and no dispatch at all. So this asks only where some register
    /// names what the certificate names.
    private var otherDispatch: [Finding] {
        let isKnown = bySample.values.joined().contains { RegisterVoice.names(certificate.dispatch, in: $0.entry) }
        guard isKnown else { return [] }
        return others { statement in
            let dispatch = statement.entry.dispatch.trimmedOfBlanks
            return dispatch.isEmpty || RegisterVoice.names(certificate.dispatch, in: statement.entry) ? nil : dispatch
        } finding: { dispatch, rows, statements in
            finding(
                .registerOtherDispatch,
                rows,
                QualityWords.registerOtherDispatch(
                    rows.map(\.name),
                    dispatch: dispatch,
                    certificate: certificate.dispatch.trimmedOfBlanks,
                    registers: Self.names(of: statements)
                )
            )
        }
    }

    /// Groups the samples by what is wrong with them, in the order of the certificate.
    private func others(
        _ wrong: (RegisterStatement) -> String?,
        finding: (String, [SampleRow], [RegisterStatement]) -> Finding
    ) -> [Finding] {
        var order: [String] = []
        var rows: [String: [SampleRow]] = [:]
        var statements: [String: [RegisterStatement]] = [:]
        for sample in samples {
            guard let statement = voice(of: sample.key), let word = wrong(statement) else { continue }
            if rows[word] == nil { order.append(word) }
            rows[word, default: []].append(sample.row)
            statements[word, default: []].append(statement)
        }
        return order.map { finding($0, rows[$0] ?? [], statements[$0] ?? []) }
    }

    private func finding(_ rule: RuleName, _ rows: [SampleRow], _ message: String) -> Finding {
        let only = rows.count == 1 ? rows.first : nil
        return Finding(
            rule: rule.rawValue,
            outcome: .warn,
            sample: only?.name ?? "",
            position: only?.position ?? 0,
            message: message
        )
    }

    /// The names of registers, each once, in alphabetical order.
    private static func names(of statements: [RegisterStatement]) -> [String] {
        Set(statements.map(\.registerName)).sorted()
    }
}

/// One register, however many a delivered file holds.
private struct RegisterKey: Hashable, Comparable {
    let sha256: String
    let part: Int

    init(_ statement: RegisterStatement) {
        sha256 = statement.registerSHA256
        part = statement.registerPart
    }

    static func < (left: RegisterKey, right: RegisterKey) -> Bool {
        (left.sha256, left.part) < (right.sha256, right.part)
    }
}

extension SampleType {
    /// Inserted to control the laboratory.
    var isControl: Bool {
        switch self {
        case .crm, .blank, .coarseBlank, .pulpBlank, .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: true
        case .routine, .check: false
        }
    }
}
