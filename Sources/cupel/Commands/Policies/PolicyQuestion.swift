import CertificateReading
import Geochemistry
import QualityControl
import Standards

/// What `policy show --for` asks: `laboratory=ALS method=ME-ICP61`, in words or with commas.
struct PolicyQuestion {
    /// Why a policy file is taken.
    enum Reason {
        case named
        case project(String)
        case standing
    }

    let policy: LoadedPolicy
    let reason: Reason
    let subject: PolicySubject
    /// The digestion was not asked for; it is that of the method.
    let isDigestionOfMethod: Bool

    private static let words = ["project"] + PolicySelector.allCases.reversed().map(\.rawValue)

    /// - Parameter name: of a policy; nil takes the one for the project.
    init(_ terms: [String], policy name: String?, in standards: StandardsSnapshot) throws {
        let answers = try Self.answers(terms)
        if let name {
            guard answers["project"] == nil else {
                throw CommandFailure(
                    ExitStatus.usage,
                    "a project chooses its policy: give a name or project=, not both"
                )
            }
            policy = try standards.policy(named: name)
            reason = .named
        } else if let project = answers["project"] {
            policy = standards.policy(for: project)
            reason = .project(project)
        } else {
            policy = standards.defaultPolicy
            reason = .standing
        }
        var subject = PolicySubject(laboratory: answers["laboratory"], method: answers["method"])
        subject.material = answers["material"].map { name in
            let typed = MaterialName(name)
            return standards.materials[typed]?.name ?? typed
        }
        subject.element = try answers["analyte"].map { try Self.element($0, in: standards.analytes) }
        subject.digestion = try answers["digestion"].map(Self.digestion)
        let meant = subject.digestion == nil ? Self.digestion(of: subject, in: standards) : nil
        isDigestionOfMethod = meant != nil
        if let meant { subject.digestion = meant }
        self.subject = subject
    }

    private static func answers(_ terms: [String]) throws -> [String: String] {
        var answers: [String: String] = [:]
        for term in terms.flatMap({ $0.split(separator: ",") }) {
            let parts = term.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let word = parts[0].trimmedOfSpaces.lowercased()
            guard parts.count == 2, words.contains(word) else {
                throw CommandFailure(
                    ExitStatus.usage,
                    "'\(term)' is not understood; write word=name, with a word of: \(words.joined(separator: ", "))"
                )
            }
            guard answers.updateValue(parts[1].trimmedOfSpaces, forKey: word) == nil else {
                throw CommandFailure(ExitStatus.usage, "'\(word)' is given twice")
            }
        }
        return answers.filter { !$0.value.isEmpty }
    }

    private static func element(_ name: String, in analytes: AnalyteTable) throws -> Analyte {
        guard let analyte = analytes.analyte(printed: name) else {
            throw CommandFailure(ExitStatus.usage, "no analyte '\(name)' in Standards/analytes.csv")
        }
        return analytes.element(of: analyte)
    }

    private static func digestion(_ word: String) throws -> DigestionClass {
        if let digestion = DigestionClass(rawValue: word) { return digestion }
        let known = DigestionClass.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(ExitStatus.usage, "no digestion '\(word)'; there are: \(known)")
    }

    /// What the method is, where the laboratory says so, or all laboratories that know it say the same.
    private static func digestion(of subject: PolicySubject, in standards: StandardsSnapshot) -> DigestionClass? {
        guard let method = subject.method else { return nil }
        let laboratories = standards.laboratories.filter { laboratory in
            subject.laboratory.map { NamePattern($0).matches(laboratory.name) } ?? true
        }
        let digestions = Set(laboratories.map { $0.methods[method].digestion }).subtracting([.unknown])
        return digestions.count == 1 ? digestions.first : nil
    }
}

extension StandardsSnapshot {
    func policy(named name: String) throws -> LoadedPolicy {
        if let policy = policies[name] { return policy }
        let known = policies.keys.sorted().joined(separator: ", ")
        throw CommandFailure(ExitStatus.usage, "there is no policy '\(name)' in policies/; there are: \(known)")
    }
}

extension Substring {
    fileprivate var trimmedOfSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
