import Geochemistry

/// Problems of policies and sampling rules.
extension Complaint {

    static func twoTiers(_ element: Analyte) -> Complaint {
        Complaint(
            .warning,
            "two_tiers",
            "\(element) stands under decision and information; decision counts"
        )
    }

    static func warnAboveFail(_ warn: String, _ fail: String) -> Complaint {
        Complaint(
            .error,
            "warn_above_fail",
            "'\(warn)' is above '\(fail)', so that a result would fail without a warning; exchange them"
        )
    }

    static func zeroLimit(_ key: String) -> Complaint {
        Complaint(.error, "zero_limit", "'\(key)' is 0, so that every result would be beyond it")
    }

    static func notBelowOne(_ key: String) -> Complaint {
        Complaint(.error, "not_below_one", "'\(key)' must lie between 0 and 1")
    }

    static func moreThan(_ key: String, _ other: String) -> Complaint {
        Complaint(.error, "more_than", "'\(key)' is more than '\(other)', so that there would never be enough")
    }

    static func ruleTwice(_ rule: String) -> Complaint {
        Complaint(.error, "rule_twice", "'\(rule)' stands in the lists twice; one rule has one consequence")
    }

    static func endlessHyperbola(_ percent: ExactDecimal) -> Complaint {
        Complaint(
            .error,
            "endless_hyperbola",
            "'percent' is \(percent), and no two results differ by more than 200 % of their mean; a hyperbola wants less"
        )
    }

    static func wordNotHere(_ word: String, for key: String, known: [String]) -> Complaint {
        Complaint(
            .error,
            "word_not_here",
            "'\(key)' cannot be '\(word)'; it may be: \(known.joined(separator: ", "))"
        )
    }

    static func unreadableGrade(_ text: String, element: String) -> Complaint {
        Complaint(.error, "unreadable_grade", "'\(text)' for \(element) is no grade; write for instance \"0.3 g/t\"")
    }

    static func gradeOfOxide(_ symbol: String) -> Complaint {
        Complaint(.error, "grade_of_oxide", "'\(symbol)' is an oxide; give the grade of its element")
    }

    static let defaultWithProjects = Complaint(
        .error,
        "default_with_projects",
        "the default policy is for every project that has no policy of its own; remove 'projects'"
    )

    static func emptyPattern(_ key: String) -> Complaint {
        Complaint(.error, "empty_pattern", "'\(key)' is empty, or nothing but *, so that everything would fit")
    }

    static func projectsOverlap(_ pattern: String, other: String, file: String) -> Complaint {
        Complaint(
            .error,
            "projects_overlap",
            "a project can fit '\(pattern)' and '\(other)' of \(file) at once; one project has one policy"
        )
    }

    static let noDefaultPolicy = Complaint(
        .error,
        "no_default_policy",
        "the file is missing; batches whose project has no policy of its own are judged by it"
    )

    static func parentOfNoDuplicate(_ key: String, type: String) -> Complaint {
        Complaint(.error, "parent_of_no_duplicate", "'\(key)' is for duplicates, and this rule's type is \(type)")
    }

    static let noParent = Complaint(
        .error,
        "no_parent",
        "a duplicate needs its original: write parent = \"previous\", or strip = \"-D\" for the ending to remove"
    )

    static let twoParents = Complaint(.error, "two_parents", "write 'parent' or 'strip', not both")

    static let noReference = Complaint(
        .error,
        "no_reference",
        "a rule for a crm must name the material in 'reference'"
    )

    static func unknownMaterial(_ name: String, nearest: [String]) -> Complaint {
        let hint =
            nearest.isEmpty
            ? "add it to materials/"
            : "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
        return Complaint(.warning, "unknown_material", "no reference material is called '\(name)'; \(hint)")
    }

    static func samePattern(_ pattern: String, line: Int) -> Complaint {
        Complaint(
            .error,
            "same_pattern",
            "the rule on line \(line) has the same pattern '\(pattern)' and says something else; "
                + "one number is one kind of sample"
        )
    }
}
