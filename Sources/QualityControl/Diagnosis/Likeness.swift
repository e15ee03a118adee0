import Geochemistry

/// A row of a certificate held against a reference material: how far the two are apart, and over which elements.
///
/// The distance is the median |z| of the elements that would be judged (not near the detection limit, not information),
/// so that a few elements that the method does not dissolve spoil nothing. Source: Smee and others 2024, doi
/// 10.1144/geochem2023-046, that QC samples reveal mix-ups; the limits of 3 and 1 SD are a proposal of ours.
struct Likeness {
    struct Element {
        /// Place in the sheet's columns.
        let place: Int
        /// |z| by the certified SD, or by a third of the percent window; infinite where a censored result contradicts.
        let distance: Double
        /// Beyond the failure window, by exact comparison.
        let isBeyond: Bool
        /// Result over expected value; nil for a censored result.
        let ratio: Double?
        /// One SD in parts of the expected value.
        let relativeSD: Double
    }

    let material: MaterialName
    /// In the order of the columns.
    let elements: [Element]
    let median: Double
    /// How many elements lie beyond the failure window.
    let beyond: Int

    init(_ material: MaterialName, elements: [Element]) {
        self.material = material
        self.elements = elements
        median = Self.median(of: elements.map(\.distance))
        beyond = elements.count { $0.isBeyond }
    }

    var count: Int { elements.count }

    /// With fewer elements a chance hit is likely, so that more is asked of each of them.
    static let enoughElements = 3

    /// So far from the material that another explanation is worth a look: the median beyond 3 SD, or two elements
    /// beyond 6. Of one or two elements each must lie beyond 6, which no plain failure does.
    var isUnlike: Bool {
        let far = elements.count { $0.distance > 6 }
        return count < Self.enoughElements ? count > 0 && far == count : median > 3 || far >= 2
    }

    /// Near enough to be the material: the median within 1 SD and at most a fifth of the elements outside of their
    /// windows; or none outside, and the median within 2. One or two elements must be inside.
    var isAlike: Bool {
        guard count >= Self.enoughElements else { return count > 0 && beyond == 0 }
        return median < 1 && beyond * 5 <= count || beyond == 0 && median < 2
    }

    /// Of candidates the one that explains most comes first.
    func isNearer(than other: Likeness) -> Bool {
        let (mine, theirs) = (beyond * max(other.count, 1), other.beyond * max(count, 1))
        if mine != theirs { return mine < theirs }
        if median != other.median { return median < other.median }
        if count != other.count { return count > other.count }
        return material.key < other.material.key
    }

    /// nil distances never occur: a median of nothing is infinitely far.
    static func median(of numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        guard let upper = sorted.indices.contains(sorted.count / 2) ? sorted[sorted.count / 2] : nil else {
            return .infinity
        }
        guard sorted.count % 2 == 0 else { return upper }
        let lower = sorted[sorted.count / 2 - 1]
        return upper.isInfinite ? upper : (lower + upper) / 2
    }
}

extension Likeness.Element {
    /// - Returns: nil where the window is not judged, the column is information, or a censored result is consistent
    ///   with it and so proves nothing.
    init?(_ cell: ReportedValue, place: Int, tier: Tier, window: CRMWindow, rules: CRMRules) {
        guard window.standing == .judged, tier.limited(by: window.expectation.kind) != .information else { return nil }
        let expectation = window.expectation
        let reach = expectation.spread ?? window.fail.reach
        let steps = expectation.spread == nil ? max(rules.failSD.approximate, 1) : 1
        guard let relative = reach.approximateRatio(to: expectation.center) else { return nil }
        let verdict: RuleVerdict?
        switch cell {
        case .number(let value):
            guard let deviation = try? expectation.deviation(of: value),
                let distance = deviation.magnitude.approximateRatio(to: reach),
                let bias = deviation.approximateRatio(to: expectation.center)
            else { return nil }
            self.init(
                place: place,
                distance: distance * steps,
                isBeyond: window.fail.isExceeded(byDeviation: deviation),
                ratio: 1 + bias,
                relativeSD: relative / steps
            )
            return
        case .below(let limit?): verdict = try? CensoredReference.judge(.below(limit), against: window)
        case .above(let limit): verdict = try? CensoredReference.judge(.above(limit), against: window)
        case .below(nil), .noResult, .unreadable: verdict = nil
        }
        guard verdict?.outcome == .fail else { return nil }
        self.init(place: place, distance: .infinity, isBeyond: true, ratio: nil, relativeSD: relative / steps)
    }
}
