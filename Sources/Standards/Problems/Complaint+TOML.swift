/// Problems of any TOML file.
extension Complaint {
    static func unreadableFile(_ reason: String) -> Complaint {
        Complaint(.error, "unreadable_file", "the file cannot be read: \(reason)")
    }

    static let notUTF8 = Complaint(
        .error,
        "not_utf8",
        "this line is not UTF-8 text; save the file as UTF-8"
    )

    static func notTOML(_ reason: String) -> Complaint {
        Complaint(.error, "not_toml", "not valid TOML: \(reason)")
    }

    static let nestedTooDeeply = Complaint(
        .error,
        "nested_too_deeply",
        "lists and tables stand inside each other more than \(TOMLNesting.deepest) deep here; no table of ours does"
    )

    static func unknownKey(_ key: String, in section: String, nearest: String?, known: [String]) -> Complaint {
        let place = section.isEmpty ? "at the top of the file" : "in [\(section)]"
        let hint =
            if let nearest {
                "did you mean '\(nearest)'?"
            } else if known.isEmpty {
                "remove it"
            } else {
                "known here: \(known.joined(separator: ", "))"
            }
        return Complaint(.error, "unknown_key", "unknown key '\(key)' \(place); \(hint)")
    }

    static func missingKey(_ key: String, in section: String, wanted: String) -> Complaint {
        let place = section.isEmpty ? "at the top of the file" : "in [\(section)]"
        return Complaint(.error, "missing_key", "missing key '\(key)' \(place); it wants \(wanted)")
    }

    static func wrongType(_ key: String, wanted: String, found: String) -> Complaint {
        Complaint(.error, "wrong_type", "'\(key)' wants \(wanted), and has \(found)")
    }

    static func outOfBounds(_ key: String, wanted: String, found: String) -> Complaint {
        Complaint(.error, "out_of_bounds", "'\(key)' wants \(wanted), and is \(found)")
    }

    static func unknownWord(_ word: String, for key: String, among known: [String]) -> Complaint {
        let nearest = Spelling.nearest(to: word, among: known)
        let hint = nearest.map { "did you mean '\($0)'? " } ?? ""
        return Complaint(
            .error,
            "unknown_word",
            "'\(word)' is not a value of '\(key)'; \(hint)it may be: \(known.joined(separator: ", "))"
        )
    }
}
