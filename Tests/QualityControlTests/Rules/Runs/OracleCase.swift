import Foundation
import TestSupport

/// A series of the shared oracle, on whose every index two programs agree.
struct OracleCase: Decodable {
    struct CUSUM: Decodable {
        let pos: [Double]
        let neg: [Double]?
        let high: [Int]
        let low: [Int]

        enum CodingKeys: String, CodingKey {
            case pos, neg
            case high = "pos_signal_idx"
            case low = "neg_signal_idx"
        }
    }

    struct EWMA: Decodable {
        let ewma: [Double]
        let limit: [Double]?
        let signals: [Int]

        enum CodingKeys: String, CodingKey {
            case ewma, limit
            case signals = "signal_idx"
        }
    }

    let name: String
    let z: [Double]
    let violations: [String: [Int]]
    let qcc: [String: [Int]]
    let cusum: CUSUM
    let ewma: EWMA

    enum CodingKeys: String, CodingKey {
        case name = "case"
        case z
        case violations = "violations_1based_index_of_last_point"
        case qcc = "qcc_oracle"
        case cusum = "cusum_k0.5_h5"
        case ewma = "ewma_lambda0.2_L3_time_varying"
    }

    static func all() throws -> [OracleCase] {
        try JSONDecoder().decode([OracleCase].self, from: Data(SharedFiles.bytes("golden/spc_rules_oracle.json")))
    }
}
