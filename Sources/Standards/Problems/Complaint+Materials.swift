import Geochemistry

/// Problems of reference materials.
extension Complaint {
    static func unknownAnalyte(_ text: String, nearest: String?) -> Complaint {
        let hint = nearest.map { "did you mean '\($0)'?" } ?? "add it to analytes.csv if it is one"
        return Complaint(.error, "unknown_analyte", "unknown analyte '\(text)'; \(hint)")
    }

    static func unknownUnit(_ text: String) -> Complaint {
        Complaint(
            .error,
            "unknown_unit",
            "'\(text)' is no unit of a mass fraction; write %, ppm, ppb, g/t, mg/kg, ug/g, ng/g or oz/t"
        )
    }

    static func negativeNumber(_ text: String, column: String) -> Complaint {
        Complaint(.error, "negative_number", "'\(column)' is negative: \(text)")
    }

    static let zeroValue = Complaint(
        .error,
        "zero_value",
        "a certified value of 0 says nothing; leave the line out"
    )

    static let zeroSD = Complaint(
        .error,
        "zero_sd",
        "an SD of 0 would fail every result; leave the cell empty if the certificate states none"
    )

    static func moreThanAll(_ value: ExactDecimal, _ unit: Unit, analyte: Analyte) -> Complaint {
        Complaint(
            .error,
            "more_than_all",
            "\(analyte) \(value) \(unit) is more than 100 % of the sample; is the unit right?"
        )
    }

    static func rowTwice(_ value: CertifiedValue, line: Int) -> Complaint {
        Complaint(
            .error,
            "row_twice",
            "\(value.analyte) by \(value.digestion.rawValue) in \(value.unit) stands on line \(line) already; "
                + "one certificate has one value"
        )
    }

    static func materialTwice(_ name: MaterialName, other: String, line: Int) -> Complaint {
        Complaint(
            .error,
            "material_twice",
            "\(name.printed) stands in \(other):\(line) too; keep all its values in one file"
        )
    }

    static func noCertificate(_ name: MaterialName) -> Complaint {
        Complaint(
            .warning,
            "no_certificate",
            "no certificate is named for \(name.printed); fill the column 'certificate' with its name and date, "
                + "so that a verdict can be explained later"
        )
    }

    static func wideSD(_ value: CertifiedValue, sd: ExactDecimal) -> Complaint {
        Complaint(
            .warning,
            "wide_sd",
            "the SD of \(value.analyte) (\(sd)) is more than half its value (\(value.value) \(value.unit)); "
                + "is it in another unit?"
        )
    }

    static func sdEqualsUncertainty(_ value: CertifiedValue, sd: ExactDecimal) -> Complaint {
        Complaint(
            .warning,
            "sd_equals_uncertainty",
            "the SD of \(value.analyte) equals its uncertainty (\(sd)); an uncertainty or a confidence interval of the "
                + "mean is no SD, and makes false failures"
        )
    }

    static func farFromOther(_ value: CertifiedValue, other: CertifiedValue, times: Int) -> Complaint {
        Complaint(
            .warning,
            "far_from_other",
            "\(value.analyte) \(value.value) \(value.unit) by \(value.digestion.rawValue) is \(times) times "
                + "\(other.analyte) \(other.value) \(other.unit) by \(other.digestion.rawValue); is the unit right?"
        )
    }

    static func disagrees(_ value: CertifiedValue, with other: CertifiedValue) -> Complaint {
        Complaint(
            .warning,
            "disagrees",
            "\(value.analyte) \(value.value) \(value.unit) by \(value.digestion.rawValue) is not "
                + "\(other.analyte) \(other.value) \(other.unit) by the same digestion; keep the right one"
        )
    }

    static func oxideSum(_ name: MaterialName, _ digestion: DigestionClass, percent: String) -> Complaint {
        Complaint(
            .warning,
            "oxide_sum",
            "the oxides of \(name.printed) by \(digestion.rawValue) add up to \(percent) %; is a unit or a value wrong?"
        )
    }
}
