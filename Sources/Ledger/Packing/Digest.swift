import Crypto
import Foundation
import QualityControl

/// SHA-256 over a list of texts, each as `length:bytes,` so that no two lists read alike.
struct Digest {
    private var hasher = SHA256()

    /// - Parameter domain: what is hashed, with a version: `cupel-audit-1`.
    init(_ domain: String) { add(domain) }

    mutating func add(_ text: String) {
        var bytes = Array("\(text.utf8.count):".utf8)
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: ","))
        hasher.update(data: bytes)
    }

    /// Lower case hexadecimal.
    var hexadecimal: String { Self.hexadecimal(hasher.finalize()) }

    static func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        let digits = Array("0123456789abcdef".utf8)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Digest {
    /// What a decision is made on: the outcome and every finding. Counts and plain passes do not change it.
    static func content(outcome: Outcome, findings: [Finding]) -> String {
        var digest = Digest("cupel-verdict-1")
        digest.add(outcome.rawValue)
        for finding in findings {
            digest.add(finding.rule)
            digest.add(finding.outcome.rawValue)
            digest.add(finding.origin.rawValue)
            digest.add(finding.sample)
            digest.add(String(finding.position))
            digest.add(finding.reference)
            digest.add(finding.analyte)
            digest.add(finding.method)
            digest.add(finding.message)
        }
        return digest.hexadecimal
    }
}
