import ArgumentParser
import QualityControl

/// `--censored WORD`.
enum CensoringOption {
    static func policy(_ text: String) throws -> CensoringPolicy {
        guard let policy = CensoringPolicy(rawValue: text) else {
            let known = CensoringPolicy.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(text)' is no policy on censored results; there are: \(known).")
        }
        return policy
    }
}
