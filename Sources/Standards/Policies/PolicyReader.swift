import Geochemistry
import QualityControl

/// Reads one file of policies/. Every number must stand there: code has no defaults.
struct PolicyReader {
    let analytes: AnalyteTable
    /// Names of composites, which overrides may name as analytes.
    let composites: [String]
    let log: ProblemLog

    /// nil, with the reasons in the log, where anything is missing.
    func read(_ bytes: [UInt8], file: String, name: String) -> LoadedPolicy? {
        let toml = TOMLFile(file: file, bytes: bytes, log: log)
        guard toml.isReadable else { return nil }
        let root = toml.root
        let projects = projects(root, name: name)
        let tiers = root.section("tiers").map(tiers)
        let crm = root.section("crm").flatMap(crm)
        let blank = root.section("blank").flatMap(clientBlank)
        let duplicate = root.section("duplicate").flatMap(duplicate)
        let insertion = root.section("insertion").flatMap(wholeInsertion)
        let laboratory = root.section("laboratory").flatMap(wholeLaboratory)
        let reassay = root.section("reassay").flatMap(reassay)
        let falseAlarms = root.section("false_alarms", .optional).flatMap(falseAlarms)
        let series = root.section("series", .optional).map(series) ?? SeriesRules()
        guard let tiers, let crm, let blank, let duplicate, let insertion, let laboratory, let reassay else {
            root.skip("override")
            toml.finish()
            return nil
        }
        var policy = Policy(
            name: name,
            projects: projects,
            tiers: tiers,
            crm: crm,
            blank: blank,
            duplicate: duplicate,
            insertion: insertion,
            laboratory: laboratory,
            reassay: reassay,
            falseAlarms: falseAlarms,
            series: series
        )
        let overrides = overrides(root, of: policy)
        policy.overrides = overrides.map(\.override)
        toml.finish()
        let figures = root.leaves.map { PolicyFigure(key: $0.key, text: $0.text, line: $0.line) }
        return LoadedPolicy(
            policy: policy,
            sha256: ContentHash.of(bytes),
            file: file,
            figures: figures + overrides.flatMap(\.figures)
        )
    }

    private func projects(_ root: TOMLSection, name: String) -> [String] {
        let projects = root.strings("projects", .optional) ?? []
        if name == StandardsSnapshot.defaultPolicyName, root.has("projects") {
            root.complain(.defaultWithProjects, at: "projects")
        }
        for pattern in projects where NamePattern(pattern).isEmpty {
            root.complain(.emptyPattern("projects"), at: "projects")
        }
        return projects
    }

    // MARK: Tiers

    private func tiers(_ section: TOMLSection) -> TierRules {
        let decision = elements(section, "decision")
        let information = elements(section, "information")
        for element in decision.intersection(information).sorted() {
            section.complain(.twoTiers(element), at: "information")
        }
        var unsuitable: [DigestionClass: Set<Analyte>] = [:]
        if let lists = section.section("unsuitable", .optional) {
            for key in lists.keys {
                let elements = elements(lists, key)
                guard let digestion = DigestionClass(rawValue: key) else {
                    let known = DigestionClass.allCases.map(\.rawValue)
                    lists.complain(.unknownWord(key, for: "tiers.unsuitable", among: known), at: key)
                    continue
                }
                unsuitable[digestion] = elements
            }
        }
        return TierRules(decision: decision, information: information, unsuitable: unsuitable)
    }

    private func elements(
        _ section: TOMLSection,
        _ key: String,
        _ presence: Presence = .required
    ) -> Set<Analyte> {
        var elements: Set<Analyte> = []
        for text in section.strings(key, presence) ?? [] {
            if let analyte = analytes.analyte(printed: text) {
                elements.insert(analytes.element(of: analyte))
            } else {
                section.complain(.unknownAnalyte(text, in: analytes), at: key)
            }
        }
        return elements
    }

    // MARK: Rules

    func crm(_ section: TOMLSection) -> CRMRules? {
        let warnSD = positive(section, "warn_sd")
        let failSD = positive(section, "fail_sd")
        let consecutive = section.integer("consecutive", in: 0...100)
        let warnPercent = positive(section, "warn_percent")
        let failPercent = positive(section, "fail_percent")
        let gate = section.decimal("detection_limit_gate")
        let unusable = positive(section, "unusable_rsd_percent")
        order(section, ("warn_sd", warnSD), ("fail_sd", failSD))
        order(section, ("warn_percent", warnPercent), ("fail_percent", failPercent))
        guard let warnSD, let failSD, let consecutive, let warnPercent, let failPercent, let gate, let unusable else {
            return nil
        }
        return CRMRules(
            warnSD: warnSD,
            failSD: failSD,
            consecutive: consecutive,
            warnPercent: warnPercent,
            failPercent: failPercent,
            detectionLimitGate: gate,
            unusableRSDPercent: unusable
        )
    }

    func blank(_ section: TOMLSection) -> BlankRules? {
        let warn = positive(section, "warn_detection_limits")
        let fail = positive(section, "fail_detection_limits")
        let background = positive(section, "background_sd")
        let rockForming = elements(section, "rock_forming", .optional)
        order(section, ("warn_detection_limits", warn), ("fail_detection_limits", fail))
        guard let warn, let fail, let background else { return nil }
        return BlankRules(
            warnDetectionLimits: warn,
            failDetectionLimits: fail,
            backgroundSD: background,
            rockForming: rockForming
        )
    }

    func insertion(_ section: TOMLSection) -> InsertionRules? {
        let crms = section.integer("crms", in: 0...1000)
        let blanks = section.integer("blanks", in: 0...1000)
        let duplicates = section.integer("duplicates", in: 0...1000)
        let uncovered = outcome(section, "uncovered_decision_analyte", of: [.pass, .warn, .notEvaluated])
        guard let crms, let blanks, let duplicates, let uncovered else { return nil }
        return InsertionRules(
            crms: crms,
            blanks: blanks,
            duplicates: duplicates,
            uncoveredDecisionAnalyte: uncovered
        )
    }

    func laboratory(_ section: TOMLSection) -> LaboratoryRules? {
        let worst = outcome(section, "worst_outcome", of: [.pass, .warn, .fail])
        let crm = section.section("crm").flatMap(crm)
        let blank = section.section("blank").flatMap(blank)
        let pair = section.section("duplicate")
        let duplicate = pair.flatMap(limit)
        let floor = pair?.decimal("floor_detection_limits")
        guard let worst, let crm, let blank, let duplicate, let floor else { return nil }
        return LaboratoryRules(
            worstOutcome: worst,
            crm: crm,
            blank: blank,
            duplicate: duplicate,
            floorDetectionLimits: floor
        )
    }

    private enum Window: String, CaseIterable {
        case betweenPassing = "between_passing"
        case eitherSide = "either_side"
        case wholeBatch = "whole_batch"
    }

    func reassay(_ section: TOMLSection) -> ReassayRules? {
        let grades = section.section("significant_grade", .optional).map(grades) ?? [:]
        // Policies of before do not have it; a person closes the failure then.
        let closes = section.bool("closes", .optional) ?? false
        return reassayWindow(section).map { ReassayRules(window: $0, significantGrades: grades, closes: closes) }
    }

    private func reassayWindow(_ section: TOMLSection) -> ReassayRules.Window? {
        switch section.word("window", as: Window.self) {
        case .betweenPassing: .betweenPassing
        case .wholeBatch: .wholeBatch
        case .eitherSide: section.integer("samples", in: 1...10_000).map { .eitherSide($0) }
        case nil: nil
        }
    }

    private func grades(_ section: TOMLSection) -> [Analyte: ReassayRules.Grade] {
        var grades: [Analyte: ReassayRules.Grade] = [:]
        for key in section.keys {
            guard let text = section.string(key) else { continue }
            guard let analyte = analytes.analyte(printed: key) else {
                section.complain(.unknownAnalyte(key, in: analytes), at: key)
                continue
            }
            if analytes.element(of: analyte) != analyte {
                section.complain(.gradeOfOxide(key), at: key)
            } else if let grade = Self.grade(text) {
                grades[analyte] = grade
            } else {
                section.complain(.unreadableGrade(text, element: key), at: key)
            }
        }
        return grades
    }

    /// `0.3 g/t`
    private static func grade(_ text: String) -> ReassayRules.Grade? {
        let text = text.trimmedOfBlanks
        let end = text.firstIndex { !$0.isNumber && $0 != "." } ?? text.endIndex
        let unit = Unit(printed: String(text[end...]))
        guard let value = ExactDecimal(String(text[..<end])), unit.isMassFraction else { return nil }
        return ReassayRules.Grade(value: value, unit: unit)
    }

    // MARK: Numbers and words

    func positive(_ section: TOMLSection, _ key: String) -> ExactDecimal? {
        guard let number = section.decimal(key) else { return nil }
        if !number.isZero { return number }
        section.complain(.zeroLimit(key), at: key)
        return nil
    }

    func outcome(_ section: TOMLSection, _ key: String, of allowed: [Outcome]) -> Outcome? {
        guard let text = section.string(key) else { return nil }
        let known = allowed.map(\.rawValue)
        guard let outcome = Outcome(rawValue: text) else {
            section.complain(.unknownWord(text, for: key, among: known), at: key)
            return nil
        }
        if allowed.contains(outcome) { return outcome }
        section.complain(.wordNotHere(text, for: key, known: known), at: key)
        return nil
    }

    func order(
        _ section: TOMLSection,
        _ warn: (key: String, value: ExactDecimal?),
        _ fail: (key: String, value: ExactDecimal?)
    ) {
        if let low = warn.value, let high = fail.value, low > high {
            // In an override, the one that stands there.
            section.complain(.warnAboveFail(warn.key, fail.key), at: section.has(warn.key) ? warn.key : fail.key)
        }
    }
}
