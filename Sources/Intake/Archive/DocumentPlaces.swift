import Geochemistry

/// Beside which certificates of a delivery each of its documents belongs.
///
/// A document whose path in the container names a work order stands beside that certificate; any other beside all of
/// them, because nobody can tell whose it is.
struct DocumentPlaces {
    /// Beyond so many places, a document that belongs to all stands beside the first only.
    static let limit = 1000

    /// For each document, the certificates by their part, in order; never empty where there is a certificate.
    let parts: [[Int]]

    init(names: [String], batches: [String]) {
        let named = names.map { name in
            batches.indices.filter { Self.name(name, holds: batches[$0]) }
        }
        let shared = named.filter(\.isEmpty).count
        let (places, overflow) = shared.multipliedReportingOverflow(by: batches.count)
        let all = overflow || places > Self.limit ? Array(batches.indices.prefix(1)) : Array(batches.indices)
        parts = named.map { $0.isEmpty ? all : $0 }
    }

    /// Whether a name holds a work order whole: `VA19012345_QC.pdf` holds VA19012345 and not VA1901234.
    static func name(_ name: String, holds batch: String) -> Bool {
        let (name, batch) = (Array(name.utf8).map(lowered), Array(batch.utf8).map(lowered))
        guard let first = batch.first, let last = batch.last, batch.count <= name.count else { return false }
        for start in 0...(name.count - batch.count) where name[start...].starts(with: batch) {
            let end = start + batch.count
            let goesOnBefore = start > 0 && continues(name[start - 1], first)
            let goesOnBehind = end < name.count && continues(last, name[end])
            if !goesOnBefore, !goesOnBehind { return true }
        }
        return false
    }

    /// Digits go on in digits, letters in letters.
    private static func continues(_ one: UInt8, _ next: UInt8) -> Bool {
        (isDigit(one) && isDigit(next)) || (isLetter(one) && isLetter(next))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
