import QualityControl

/// The re-assay list as the laboratory gets it: a CSV by RFC 4180, in UTF-8, its lines ended by CR LF, because that is what
/// the spreadsheets of laboratories read without asking.
///
/// Sample numbers stand exactly as the laboratory printed them. `position` is the place in the certificate, which is the
/// order of the lines; `number_order` is the place among the listed samples in the order of their numbers.
public struct ReassaySheet: Sendable {
    public static let header = ["sample", "position", "repeat", "because_of", "number_order"]

    private let samples: [ReassayDocument]

    public init(_ samples: [ReassayDocument]) { self.samples = samples }

    public var bytes: [UInt8] {
        let ranks = SampleNumberOrder.ranks(of: samples.map(\.sample))
        let rows = zip(samples, ranks).map { sample, rank in
            [
                sample.sample, "\(sample.position)", sample.analytes.joined(separator: "; "),
                sample.because.joined(separator: "; "), "\(rank + 1)",
            ]
        }
        return Array(([Self.header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    private static func cell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != 0x0A && byte != 0x0D
        }
        // A reader that trims would change a number that begins or ends with a blank.
        let isTrimmed = text.utf8.first != UInt8(ascii: " ") && text.utf8.last != UInt8(ascii: " ")
        return isPlain && isTrimmed ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension [ReassayDocument] {
    /// The listed samples in the order of their numbers; nil where the laboratory determined them in that order.
    public var inNumberOrder: [String]? {
        let ranks = SampleNumberOrder.ranks(of: map(\.sample))
        guard ranks != Array<Int>(0..<count) else { return nil }
        return zip(ranks, self).sorted { $0.0 < $1.0 }.map(\.1.sample)
    }
}
