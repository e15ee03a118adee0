/// A small certificate of ALS in its classic export: ten samples, gold by fire assay, one CRM and one blank of the
/// client among them.
///
/// The CRM stands at row 5 and is OREAS 602b: 2.29 ppm, SD 0.094, so that 2.478 is on two SD and 2.572 on three.
public struct GoldReport: Sendable {
    public static let passing = "2.30"
    /// Between two and three SD above.
    public static let high = "2.50"
    /// Beyond three SD.
    public static let failing = "2.60"

    public var batch: String
    /// What the ten sample numbers begin with.
    public var samples: String
    public var reported: String
    public var status = "Finalized"
    public var standard: String
    public var blank = "<0.005"

    public init(_ batch: String, samples: String, reported: String = "2026-03-01", standard: String = Self.passing) {
        self.batch = batch
        self.samples = samples
        self.reported = reported
        self.standard = standard
    }

    private static let grades = ["0.012", "0.034", "1.250", "0.660", "", "0.088", "0.140", "", "0.019", "0.073"]

    public func sample(_ number: Int) -> String { samples + (number < 10 ? "0" : "") + "\(number)" }

    public var text: String {
        var lines = [
            "\(batch) - \(status)", "CLIENT : \"NORLAC - Exploration Norlac, Inc.\"", "# of SAMPLES : 10",
            "DATE RECEIVED : 2026-02-02  DATE FINALIZED : \(reported)", "PROJECT : \"Lac Chamois\"",
            "CERTIFICATE COMMENTS : \"\"", "PO NUMBER : \" \"", ",WEI-21,Au-AA23", "SAMPLE,Recvd Wt.,Au",
            "DESCRIPTION,kg,ppm",
        ]
        for (index, grade) in Self.grades.enumerated() {
            let text =
                switch index + 1 {
                case 5: standard
                case 8: blank
                default: grade
                }
            lines.append("\(sample(index + 1)),2.10,\(text)")
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// The rows of a register for it, without the header.
    public var registerRows: String {
        "\(sample(5)),crm,OREAS 602b,\n\(sample(8)),blank,,\n"
    }

    public static let registerHeader = "sample,type,reference,parent\n"

    public var register: String { Self.registerHeader + registerRows }
}
