import Foundation
import TestSupport

/// One sequence of the shared definitions of Westgard's rules.
struct WestgardCase: Decodable {
    let name: String
    let z: [Double]
    let expect: [String]
    let batches: [String]?
    /// Rules of three controls, where the case says something of them.
    let extra: [String: [Int]]?

    private struct File: Decodable { let cases: [WestgardCase] }

    static func all() throws -> [WestgardCase] {
        let bytes = try SharedFiles.bytes("golden/westgard_definition_cases.json")
        return try JSONDecoder().decode(File.self, from: Data(bytes)).cases
    }
}
