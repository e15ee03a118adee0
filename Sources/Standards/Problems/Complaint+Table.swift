import CertificateReading

/// Problems of any CSV file.
extension Complaint {
    static func unreadableTable(_ refusal: ReadingRefusal) -> Complaint {
        Complaint(.error, "unreadable_table", "\(refusal.what). \(refusal.advice)")
    }

    static func noHeader(_ required: [String]) -> Complaint {
        Complaint(.error, "no_header", "the file is empty; its first line must be: \(required.joined(separator: ","))")
    }

    static func missingColumn(_ name: String, required: [String]) -> Complaint {
        Complaint(
            .error,
            "missing_column",
            "the header has no column '\(name)'; it must have \(required.joined(separator: ", "))"
        )
    }

    static func unknownColumn(_ name: String, known: [String]) -> Complaint {
        let hint =
            if let nearest = Spelling.nearest(to: name, among: known) {
                "did you mean '\(nearest)'?"
            } else {
                "known: \(known.joined(separator: ", "))"
            }
        return Complaint(.error, "unknown_column", "unknown column '\(name)'; \(hint)")
    }

    static func columnTwice(_ name: String) -> Complaint {
        Complaint(.error, "column_twice", "the column '\(name)' stands twice in the header; remove one")
    }

    static func tooManyCells(_ count: Int, header: Int) -> Complaint {
        Complaint(
            .error,
            "too_many_cells",
            "this line has \(count) cells and the header \(header); put a text that contains the separator in quotes, "
                + "and write numbers with a decimal point"
        )
    }

    static func emptyCell(_ column: String) -> Complaint {
        Complaint(.error, "empty_cell", "the cell '\(column)' is empty")
    }

    static func notANumber(_ text: String, column: String) -> Complaint {
        let hint =
            text.contains(",") ? "write a decimal point" : "write a plain number such as 0.783, or leave the line out"
        return Complaint(.error, "not_a_number", "'\(text)' in '\(column)' is not a number; \(hint)")
    }
}
