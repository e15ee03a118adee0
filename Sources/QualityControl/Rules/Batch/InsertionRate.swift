public import Geochemistry

/// How many QC samples of a kind stand among the samples of a batch, a hole or a project.
///
/// A rate is a percentage of all samples that the client delivers, QC samples included: a CRM at every 25th number is
/// 4 %. What a stretch of numbers must hold is rounded down. A protocol of one in 25 puts one or two into any 30
/// consecutive samples, and a batch is such a stretch, cut where the laboratory cut it; rounded up, half of the batches
/// of a faultless client would fall short.
///
/// Source: 3 to 5 % CRMs and blanks, 5 to 10 % duplicates (Abzalov 2008); 1 CRM in 20 to 30 (OREAS). No code prescribes
/// a number.
public struct InsertionRate: Sendable, Hashable {
    public let kind: QCKind
    public let inserted: Int
    /// All samples of the client, QC samples included.
    public let samples: Int
    public let percent: ExactDecimal
    /// The least that so many samples hold under the policy's rate.
    public let demanded: Int

    public init(_ kind: QCKind, inserted: Int, samples: Int, percent: ExactDecimal) {
        self.kind = kind
        self.inserted = inserted
        self.samples = samples
        self.percent = percent
        demanded = Self.demanded(percent, of: samples)
    }

    public var isShort: Bool { inserted < demanded }

    /// 100 × inserted / samples, for people.
    public var reached: ExactDecimal? {
        guard samples > 0 else { return nil }
        return ExactDecimal(inserted * 100).divided(by: ExactDecimal(samples), scale: 1)?.withoutTrailingZeros
    }

    private static func demanded(_ percent: ExactDecimal, of samples: Int) -> Int {
        guard let hundredfold = try? percent * ExactDecimal(samples),
            let rounded = hundredfold.divided(by: 100, scale: 0), let back = try? rounded * 100
        else { return 0 }
        return Int(clamping: back > hundredfold ? rounded.coefficient - 1 : rounded.coefficient)
    }
}
