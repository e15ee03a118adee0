import Geochemistry

/// Tells the laboratory's own rows from the client's samples, by the rules of a layout.
struct QCRowClassifier {
    private let rules: [QCRowRule]
    /// Texts of the type column, in the key of a label.
    private let types: [String: QCRowRule.Meaning]
    private let names: [String: QCRowRule.Meaning]
    private let prefixes: [(key: String, meaning: QCRowRule.Meaning)]
    private let suffixes: [(key: String, meaning: QCRowRule.Meaning)]

    init(_ rules: [QCRowRule]) {
        self.rules = rules
        var types: [String: QCRowRule.Meaning] = [:]
        var names: [String: QCRowRule.Meaning] = [:]
        var prefixes: [(key: String, meaning: QCRowRule.Meaning)] = []
        var suffixes: [(key: String, meaning: QCRowRule.Meaning)] = []
        for rule in rules {
            for type in rule.types { types[type.trimmedOfBlanks.lowercased()] = rule.means }
            for name in rule.names { names[name.trimmedOfBlanks.lowercased()] = rule.means }
            for prefix in rule.prefixes { prefixes.append((prefix.lowercased(), rule.means)) }
            for suffix in rule.suffixes { suffixes.append((suffix.lowercased(), rule.means)) }
        }
        self.types = types
        self.names = names
        // The longest first: `*STDBLK ` before `*STD`.
        self.prefixes = prefixes.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
        self.suffixes = suffixes.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
    }

    /// The rule of the rows below a lone heading; nil for a text that is no heading.
    func section(headed heading: String) -> QCRowRule? {
        rules.first { $0.sections.name(heading) }
    }

    /// - Parameter section: the heading above the row, as ``section(headed:)`` understood it.
    func origin(name: String, type: String, section: QCRowRule?) -> SampleRow.Origin {
        let key = name.lowercased()
        // The certified values stand below the measured ones, with the same type or none.
        for (suffix, meaning) in suffixes where meaning == .certified && key.hasSuffix(suffix) && key != suffix {
            return origin(meaning, of: stripped(String(name.dropLast(suffix.count)).trimmedOfBlanks, of: .crm))
        }
        if let meaning = types[type.lowercased()] { return origin(meaning, of: stripped(name, of: meaning)) }
        if let meaning = names[key] { return origin(meaning, of: name) }
        for (prefix, meaning) in prefixes where key.hasPrefix(prefix) {
            return origin(meaning, of: String(name.dropFirst(prefix.count)).trimmedOfBlanks)
        }
        for (suffix, meaning) in suffixes where key.hasSuffix(suffix) && key.count > suffix.count {
            return origin(meaning, of: String(name.dropLast(suffix.count)).trimmedOfBlanks)
        }
        guard let section else { return .client }
        let meaning = type.isEmpty ? section.means : section.sampleTypes ?? section.means
        return origin(meaning, of: stripped(name, of: meaning))
    }

    private func stripped(_ name: String, of meaning: QCRowRule.Meaning) -> String {
        let key = name.lowercased()
        for rule in rules where rule.means == meaning {
            for beginning in rule.stripped where key.hasPrefix(beginning.lowercased()) && key.count > beginning.count {
                return String(name.dropFirst(beginning.count)).trimmedOfBlanks
            }
        }
        return name
    }

    private func origin(_ meaning: QCRowRule.Meaning, of subject: String) -> SampleRow.Origin {
        switch meaning {
        case .crm: .laboratoryCRM(material: subject)
        case .certified: .laboratoryCertified(material: subject)
        case .blank: .laboratoryBlank
        case .preparationBlank: .laboratoryPreparationBlank
        case .original: .laboratoryOriginal(of: subject)
        case .duplicate: .laboratoryDuplicate(of: subject)
        case .other: .laboratoryOther(subject)
        }
    }
}
