import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

/// Pairs of the shared files, and the figures that belong to them.
enum SharedPairs {
    struct Source: Sendable, CustomTestStringConvertible {
        let pairs: String
        let expected: String
        let original: String
        let duplicate: String

        var testDescription: String { pairs }
    }

    static let synthetic = Source(
        pairs: "golden/duplicates_synthetic_60.csv",
        expected: "golden/duplicates_synthetic_expected.json",
        original: "orig",
        duplicate: "dup"
    )
    static let survey = Source(
        pairs: "real/gsc/gsc_duplicates_cu.csv",
        expected: "real/gsc/gsc_duplicates_expected.json",
        original: "orig",
        duplicate: "dup"
    )
    static let stanley = Source(
        pairs: "real/gsc/stanley2003_ms_pairs.csv",
        expected: "real/gsc/stanley2003_expected.json",
        original: "MS.1",
        duplicate: "MS.2"
    )
    static let all = [synthetic, survey, stanley]

    static func decimals(_ source: Source) throws -> [(ExactDecimal, ExactDecimal)] {
        try SharedFiles.rows(source.pairs).map { row in
            (
                try #require(row[source.original].flatMap { ExactDecimal($0) }),
                try #require(row[source.duplicate].flatMap { ExactDecimal($0) })
            )
        }
    }

    static func values(_ source: Source) throws -> [ValuePair] { try decimals(source).map { ValuePair(exact: $0, $1) } }

    static func expected(_ source: Source) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(SharedFiles.bytes(source.expected)))
        return try #require(object as? [String: Any])
    }

    /// One group of figures.
    static func figures(_ group: String, of source: Source) throws -> [String: Double] {
        let figures = try #require(try expected(source)[group] as? [String: Any])
        return figures.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }

    static func rows(_ group: String, of source: Source) throws -> [[String: Any]] {
        try #require(try expected(source)[group] as? [[String: Any]])
    }
}

/// Equal to as many digits as the source prints.
func isNear(_ found: Double?, _ expected: Double?, _ tolerance: Double = 6e-11) -> Bool {
    guard let found, let expected else { return false }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
}
