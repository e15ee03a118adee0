import Geochemistry

/// Which numbers stand next to each other: in the registers as they were delivered, and by counting.
struct RegisterOrder {
    private var previous: [SampleKey: [SampleKey]] = [:]
    private var next: [SampleKey: [SampleKey]] = [:]

    init(_ registers: [SampleKey: [RegisterStatement]]) {
        struct Part: Hashable {
            let sha256: String
            let number: Int
        }
        let parts = Dictionary(grouping: registers.values.joined()) { statement in
            Part(sha256: statement.registerSHA256, number: statement.registerPart)
        }
        for (_, statements) in parts.sorted(by: { ($0.key.sha256, $0.key.number) < ($1.key.sha256, $1.key.number) }) {
            let keys = statements.sorted { ($0.entry.row, $0.entry.sample) < ($1.entry.row, $1.entry.sample) }
                .map { SampleKey($0.entry.sample) }
            for (one, other) in zip(keys, keys.dropFirst()) {
                next[one, default: []].append(other)
                previous[other, default: []].append(one)
            }
        }
    }

    func before(_ key: SampleKey) -> [SampleKey] { previous[key] ?? [] }

    func after(_ key: SampleKey) -> [SampleKey] { next[key] ?? [] }

    /// The number some steps further, with the same letters before it and as many digits: 10010 and -1 is 10009.
    func number(_ key: SampleKey, _ step: Int) -> SampleKey? {
        let digits = key.text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard (1...15).contains(digits), let number = Int(key.text.suffix(digits)), number + step >= 0 else {
            return nil
        }
        let text = String(number + step)
        guard text.count <= digits else { return nil }
        return SampleKey(String(key.text.dropLast(digits)) + String(repeating: "0", count: digits - text.count) + text)
    }
}
