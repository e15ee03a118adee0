import Geochemistry

/// Problems of analytes.csv.
extension Complaint {
    static func symbolTwice(_ symbol: String, line: Int) -> Complaint {
        Complaint(.error, "symbol_twice", "'\(symbol)' stands on line \(line) already; remove one")
    }

    static func aliasTwice(_ alias: String, owner: String, line: Int) -> Complaint {
        Complaint(
            .error,
            "alias_twice",
            "'\(alias)' already means \(owner) (line \(line)); one spelling can mean one analyte only"
        )
    }

    static func oxideWithout(_ column: String, symbol: String) -> Complaint {
        Complaint(.error, "oxide_incomplete", "the oxide \(symbol) has no \(column)")
    }

    static func unknownElement(_ element: String, symbol: String) -> Complaint {
        Complaint(
            .error,
            "unknown_element",
            "\(symbol) is said to be an oxide of '\(element)', which is no element of this table"
        )
    }

    static func onlyOxides(_ column: String, symbol: String) -> Complaint {
        Complaint(.error, "only_oxides", "\(symbol) is no oxide, so '\(column)' must be empty")
    }

    static func notPositive(_ column: String, _ text: String) -> Complaint {
        Complaint(.error, "not_positive", "'\(column)' must be greater than 0, and is \(text)")
    }

    static func factorFarOff(_ symbol: String, factor: ExactDecimal, computed: String) -> Complaint {
        Complaint(
            .error,
            "factor_far_off",
            "the factor of \(symbol) is \(factor), and IUPAC atomic weights give \(computed); "
                + "more than 0.1 % apart is a slip"
        )
    }
}
