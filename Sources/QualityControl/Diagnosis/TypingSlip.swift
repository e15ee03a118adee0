import Geochemistry

/// How one number or name becomes another with a single slip of the hand.
enum TypingSlip: Hashable {
    case exchanged
    case changed
    case dropped
    case added

    /// - Parameters: both texts as UTF-8.
    /// - Returns: nil for equal texts, and for those that one slip does not make of each other.
    static func between(_ meant: [UInt8], _ typed: [UInt8]) -> TypingSlip? {
        let (a, b) = (meant, typed)
        guard abs(a.count - b.count) <= 1 else { return nil }
        let prefix = zip(a, b).prefix { $0 == $1 }.count
        let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        switch a.count - b.count {
        case 1: return prefix + suffix >= b.count ? .dropped : nil
        case -1: return prefix + suffix >= a.count ? .added : nil
        default:
            switch a.count - prefix - suffix {
            case 1: return .changed
            case 2 where a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]: return .exchanged
            default: return nil
            }
        }
    }
}
