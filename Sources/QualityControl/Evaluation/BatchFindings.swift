import Geochemistry

/// Findings on the batch as a whole: what is missing, unknown, or could not be evaluated.
enum BatchFindings {
    /// What the reader saw, in its own words.
    static func remarks(of certificate: Certificate) -> [Finding] {
        certificate.remarks.map { remark in
            Finding(
                rule: remark.code,
                outcome: remark.needsPerson ? .notEvaluated : .warn,
                sample: remark.sample,
                position: remark.position,
                analyte: remark.analyte,
                method: remark.method,
                message: remark.message
            )
        }
    }

    static func preliminary(_ certificate: Certificate) -> [Finding] {
        guard certificate.status == .preliminary else { return [] }
        return [finding(.preliminaryReport, .warn, QualityWords.preliminary)]
    }

    /// Methods that no table of the laboratory explains.
    static func unknownMethods(_ sheet: BatchSheet) -> [Finding] {
        let unknown = sheet.columns.filter { $0.digestion == .unknown }
        var methods: [String] = []
        for column in unknown where !column.method.isEmpty && !methods.contains(column.method) {
            methods.append(column.method)
        }
        let unnamed = unknown.filter(\.method.isEmpty)
        var messages: [String] = []
        if !methods.isEmpty {
            messages.append(QualityWords.unknownMethods(methods, laboratory: sheet.certificate.laboratory))
        }
        if !unnamed.isEmpty { messages.append(QualityWords.columnsWithoutMethod(unnamed)) }
        return messages.map { finding(.unknownMethod, .warn, $0) }
    }

    static func shortages(_ sheet: BatchSheet) -> [Finding] {
        InsertionCount.shortages(of: sheet.roles, results: sheet.results, rules: sheet.policy.insertion).map {
            let rule: RuleName =
                switch $0.kind {
                case .crm: .missingCRM
                case .blank: .missingBlank
                case .duplicate: .missingDuplicate
                }
            return finding(rule, .notEvaluated, QualityWords.shortage($0, policy: sheet.policy.name))
        }
    }

    static func uncovered(_ sheet: BatchSheet) -> [Finding] {
        let outcome = sheet.policy.insertion.uncoveredDecisionAnalyte
        guard outcome != .pass else { return [] }
        let columns = AnalyteCoverage.uncovered(in: sheet)
        return columns.isEmpty ? [] : [finding(.uncoveredAnalyte, outcome, QualityWords.uncovered(columns))]
    }

    /// One finding for each material of the client that no file of the Standards knows; one for all of the
    /// laboratory's, whose in-house materials nobody else can know.
    static func unknownMaterials(_ sheet: BatchSheet) -> [Finding] {
        var rows: [QCOrigin: [MaterialName: [Int]]] = [:]
        var order: [QCOrigin: [MaterialName]] = [:]
        var judged: Set<Int> = []
        for result in sheet.results where result.origin == .laboratory && result.expected != nil {
            judged.insert(result.sampleIndex)
        }
        for (index, role) in sheet.roles.enumerated() where role.kind == .crm || role.kind == .laboratoryCRM {
            let material = MaterialName(role.reference)
            // The laboratory's printed values make its material known for this batch.
            guard sheet.materials[material] == nil, !judged.contains(index) else { continue }
            let origin: QCOrigin = role.kind == .crm ? .client : .laboratory
            if rows[origin]?[material] == nil { order[origin, default: []].append(material) }
            rows[origin, default: [:]][material, default: []].append(index)
        }
        var findings = (order[.client] ?? []).map { material in
            let samples = (rows[.client]?[material] ?? []).map { sheet.certificate.samples[$0] }
            return Finding(
                rule: RuleName.crmUnknownMaterial.rawValue,
                outcome: .notEvaluated,
                sample: samples.first?.name ?? "",
                position: samples.first?.position ?? 0,
                reference: material.printed,
                message: QualityWords.unknownMaterial(
                    material,
                    samples: samples.map(\.name),
                    nearest: sheet.materials.nearest(to: material)
                )
            )
        }
        if let own = order[.laboratory] {
            findings.append(
                Finding(
                    rule: RuleName.crmUnknownMaterial.rawValue,
                    outcome: .notEvaluated,
                    origin: .laboratory,
                    message: QualityWords.unknownLaboratoryMaterials(own)
                )
            )
        }
        return findings
    }

    /// Decision results of the client's QC without a verdict for a reason that a person should know: one finding for
    /// each QC sample and rule. A cell that the reader has remarked on already, with its place, is not told again.
    static func withoutVerdict(_ sheet: BatchSheet) -> [Finding] {
        struct Group: Hashable {
            let sample: Int
            let rule: RuleName
        }
        struct Cell: Hashable {
            let position: Int
            let analyte: String
            let method: String
        }
        let told = Set(
            sheet.certificate.remarks.filter { $0.code == RuleName.unreadable.rawValue }
                .map { Cell(position: $0.position, analyte: $0.analyte, method: $0.method) }
        )
        var groups: [Group: (columns: [JudgedColumn], reasons: [String])] = [:]
        var order: [Group] = []
        let columns = Dictionary(sheet.columns.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        for result in sheet.results where result.origin == .client && result.tier == .decision {
            switch result.rule {
            case .noResult, .unreadable, .outOfRange, .blankNoDetectionLimit: break
            default: continue
            }
            guard let column = columns[result.columnIndex] else { continue }
            let cell = Cell(
                position: sheet.certificate.samples[result.sampleIndex].position,
                analyte: sheet.certificate.columns[result.columnIndex].analyteText,
                method: column.method
            )
            if result.rule == .unreadable, told.contains(cell) { continue }
            let group = Group(sample: result.sampleIndex, rule: result.rule)
            if groups[group] == nil { order.append(group) }
            groups[group, default: ([], [])].columns.append(column)
            let reason = QualityWords.reason(
                sheet.certificate.value(sample: result.sampleIndex, column: result.columnIndex)
            )
            if groups[group]?.reasons.contains(reason) == false { groups[group]?.reasons.append(reason) }
        }
        return order.map { group in
            let row = sheet.certificate.samples[group.sample]
            let reference = sheet.roles[group.sample].reference
            return Finding(
                rule: group.rule.rawValue,
                outcome: .notEvaluated,
                sample: row.name,
                position: row.position,
                reference: reference,
                message: QualityWords.withoutVerdict(
                    group.rule,
                    sample: QualityWords.sample(row.name, reference: reference),
                    columns: groups[group]?.columns ?? [],
                    reasons: groups[group]?.reasons ?? []
                )
            )
        }
    }

    private static func finding(_ rule: RuleName, _ outcome: Outcome, _ message: String) -> Finding {
        Finding(rule: rule.rawValue, outcome: outcome, message: message)
    }
}
