import Geochemistry

extension QualityWords {
    static func registerConflict(sample: String, _ statements: [RegisterStatement]) -> String {
        let sayings = statements.map { statement in
            let entry = statement.entry
            let of = entry.type.isDuplicate ? entry.parent : entry.reference
            let what = entry.type.rawValue + (of.isEmpty ? "" : " \(of)")
            return "\(statement.registerName) row \(entry.row): \(what)"
        }
        return "\(sample): registers of the same revision contradict each other (\(sayings.joined(separator: "; "))). "
            + "Deliver a corrected register with a higher revision"
    }

    static func takenForLaboratoryRow(sample: String, _ statement: RegisterStatement) -> String {
        let kind = statement.entry.type.rawValue.split(separator: "_").joined(separator: " ")
        return
            "\(sample): \(statement.registerName) row \(statement.entry.row) calls it a \(kind), but by its name it is "
            + "a row of the laboratory's own QC, and was judged as one. Look at it yourself, and give such samples "
            + "another number"
    }

    static func registerSamplesMissing(_ statements: [RegisterStatement], isDispatch: Bool) -> String {
        let samples = statements.map { "\($0.entry.sample) (\($0.entry.type.rawValue))" }
        return "the register \(statements.first?.registerName ?? "") expects QC samples "
            + (isDispatch ? "in this dispatch" : "between the samples of this certificate")
            + " that the certificate lacks: \(list(samples))"
    }

    static func registerSamplesUnlisted(
        _ unlisted: [String],
        registers: [String],
        listed: Int,
        samples: Int
    ) -> String {
        "\(named(registers)) \(listed) of the \(samples) samples in this certificate, and no register lists "
            + "\(list(unlisted)). Find out whose \(unlisted.count == 1 ? "it is" : "they are"), and deliver a register that "
            + "names \(unlisted.count == 1 ? "it" : "them")"
    }

    private static func named(_ registers: [String]) -> String {
        registers.count == 1 ? "the register \(list(registers)) lists" : "the registers \(list(registers)) list"
    }

    static func registerOtherProject(
        _ samples: [String],
        project: String,
        certificate: String,
        registers: [String]
    ) -> String {
        "\(list(samples)): \(said(registers)) project '\(project)', and the certificate belongs to '\(certificate)'. Find out "
            + "whether the samples or the names were mixed up"
    }

    static func registerOtherDispatch(
        _ samples: [String],
        dispatch: String,
        certificate: String,
        registers: [String]
    ) -> String {
        "\(list(samples)): \(said(registers)) dispatch '\(dispatch)', and the certificate answers dispatch "
            + "'\(certificate)'. Find out whether samples were mixed up or numbers given twice"
    }

    private static func said(_ registers: [String]) -> String {
        registers.count == 1 ? "by the register \(list(registers)) of" : "by the registers \(list(registers)) of"
    }
}
