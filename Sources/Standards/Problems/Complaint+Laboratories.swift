/// Problems of the files of laboratories.
extension Complaint {
    static func methodTwice(_ code: String, line: Int) -> Complaint {
        Complaint(
            .error,
            "method_twice",
            "the method code '\(code)' stands on line \(line) already; remove one of them"
        )
    }

    static func unknownLimitAnalyte(_ symbol: String) -> Complaint {
        Complaint(.error, "unknown_analyte", "analytes.csv knows no '\(symbol)'; add it there, or correct the spelling")
    }

    static func layoutTwice(_ id: String, line: Int) -> Complaint {
        Complaint(.error, "layout_twice", "the layout '\(id)' stands on line \(line) already; give it another id")
    }

    static func delimiter(_ text: String) -> Complaint {
        Complaint(.error, "delimiter", "'\(text)' is no delimiter; it may be: \",\" \";\" \"|\" \"tab\"")
    }

    static func layoutWithoutMark(_ id: String) -> Complaint {
        Complaint(
            .error,
            "layout_without_mark",
            "the layout '\(id)' has no [[layout.mark]]; name texts by which its files are known"
        )
    }

    static func analyteRows(_ id: String, count: Int) -> Complaint {
        Complaint(
            .error,
            "analyte_rows",
            "the layout '\(id)' has \(count) header rows of the role 'analyte' with labels; it wants one"
        )
    }

    static func noWorkOrder(_ id: String) -> Complaint {
        Complaint(
            .error,
            "no_work_order",
            "the layout '\(id)' has no field that holds 'work_order'; say where its files name it"
        )
    }

    static func columnsMissing(_ missing: [String], layout: String) -> Complaint {
        Complaint(
            .error,
            "columns_missing",
            "the layout '\(layout)' names no column for \(missing.joined(separator: ", ")); add the headings that it has"
        )
    }

    static let fieldWithoutPlace = Complaint(
        .error,
        "field_without_place",
        "a field wants 'labels', a 'pattern' or 'file_name'; give one of them"
    )

    static let headerRowWithoutPlace = Complaint(
        .error,
        "header_row_without_place",
        "a header row wants 'labels' or an 'offset' from the row of analytes"
    )

    static let emptyQCRule = Complaint(
        .error,
        "empty_qc_rule",
        "a QC rule wants 'types', 'names', 'prefixes', 'suffixes' or 'sections', and none of them blank"
    )
}
