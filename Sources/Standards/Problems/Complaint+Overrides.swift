import QualityControl

/// Problems of the overrides of a policy.
extension Complaint {
    static func tooManyOverrides(_ count: Int, most: Int) -> Complaint {
        Complaint(
            .error,
            "too_many_overrides",
            "\(count) overrides, and at most \(most) are read; write lists of names, or a policy file for a project"
        )
    }

    static let overrideForAll = Complaint(
        .error,
        "override_for_all",
        "'for' names nothing; a number for all results stands in the file itself, outside of [[override]]"
    )

    static let emptyOverride = Complaint(
        .error,
        "empty_override",
        "this override states no number; write for instance [override.crm] and fail_sd = 4 below it, or remove it"
    )

    static func notInOverride(_ key: String) -> Complaint {
        Complaint(.error, "not_in_override", "'\(key)' cannot be stated in an override; it holds for the whole file")
    }

    static func selectorNotHere(
        _ selector: PolicySelector,
        for key: String,
        scope: PolicyField.Scope
    ) -> Complaint {
        let reason =
            switch scope {
            case .batch: "is of a whole batch, which only 'laboratory' can select"
            case .column: "is of a column, and has no \(selector.rawValue)"
            case .material: "has no \(selector.rawValue)"
            }
        return Complaint(
            .error,
            "selector_not_here",
            "'\(key)' \(reason), so that an override for '\(selector.rawValue)' would never be used for it; "
                + "state it in an override of its own"
        )
    }

    static func brokenTogether(_ order: PolicyOrder, with line: Int) -> Complaint {
        Complaint(
            .error,
            "broken_together",
            "this override and the one on line \(line) can hold for one result, and there '\(order.low)' would be above "
                + "'\(order.high)', so that it would fail without a warning; state both numbers in both overrides"
        )
    }

    static func unknownLaboratory(_ name: String, known: [String]) -> Complaint {
        Complaint(
            .warning,
            "unknown_laboratory",
            "no file of laboratories/ is of a laboratory '\(name)'; \(hint(name, among: known))"
        )
    }

    static func unknownMethodCode(_ code: String, known: [String]) -> Complaint {
        Complaint(
            .warning,
            "unknown_method_code",
            "no laboratory that this override is for has a method '\(code)'; \(hint(code, among: known))"
        )
    }

    static func methodOfOtherDigestion(_ methods: [String], digestions: [String]) -> Complaint {
        Complaint(
            .warning,
            "method_of_other_digestion",
            "no method \(methods.joined(separator: ", ")) is by \(digestions.joined(separator: ", ")), so that this "
                + "override is never used; take one of the two out"
        )
    }

    static func noSuchValue(_ materials: [String], analytes: [String]) -> Complaint {
        Complaint(
            .warning,
            "no_such_value",
            "\(materials.joined(separator: ", ")) has no certified value that this override could be used for "
                + "(\(analytes.joined(separator: ", ")))"
        )
    }

    private static func hint(_ word: String, among known: [String]) -> String {
        Spelling.nearest(to: word, among: known).map { "did you mean '\($0)'?" } ?? "this override is never used for it"
    }
}
