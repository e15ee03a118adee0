import Geochemistry

/// Problems of composites.toml.
extension Complaint {
    static func compositeTwice(_ name: String, other: String) -> Complaint {
        Complaint(.error, "composite_twice", "'\(name)' is defined at \(other) already; give one of them another name")
    }

    static let noMembers = Complaint(.error, "no_members", "'members' is empty; name the elements that are added up")

    static func memberTwice(_ element: Analyte) -> Complaint {
        Complaint(.error, "member_twice", "\(element) is counted twice; name each element once, as one oxide")
    }

    static func memberIsNoElement(_ analyte: Analyte) -> Complaint {
        Complaint(
            .error,
            "member_is_no_element",
            "\(analyte) is neither an element nor an oxide, and cannot be added up"
        )
    }

    static func noOxide(_ element: Analyte, convention: String?) -> Complaint {
        let known = convention.map { "[conventions.\($0)] has no oxide for \(element)" }
        return Complaint(
            .error,
            "no_oxide",
            "\(known ?? "no convention says in which oxide \(element) is counted"); add it there, or name the oxide in "
                + "'members'"
        )
    }

    static func noOxideOf(_ element: Analyte, _ text: String) -> Complaint {
        Complaint(.error, "no_oxide_of", "analytes.csv knows no oxide '\(text)' of \(element)")
    }

    static func notInWhole(_ members: [String], whole: String) -> Complaint {
        Complaint(
            .error,
            "not_in_whole",
            "\(members.joined(separator: ", ")) is no member of '\(whole)', or counted otherwise there; a share is a part "
                + "of its whole"
        )
    }

    static let sumOfWhole = Complaint(.error, "sum_of_whole", "'of' is for kind = \"share\"; a sum has no whole")

    static func notForShares(_ key: String) -> Complaint {
        Complaint(.error, "not_for_shares", "'\(key)' is for kind = \"sum\"; remove it")
    }

    static func noMassFraction(_ unit: String) -> Complaint {
        Complaint(.error, "no_mass_fraction", "'\(unit)' is no unit of a content; write for instance \"ppm\" or \"%\"")
    }

    static let shareNotInPercent = Complaint(
        .error,
        "share_not_in_percent",
        "a share is in percent: write unit = \"%\""
    )

    static let noDigestions = Complaint(
        .error,
        "no_digestions",
        "'digestions' is empty; name those that bring all members into solution"
    )
}
