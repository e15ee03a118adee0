/// Text in Prometheus' exposition format 0.0.4, read strictly, and everything that is wrong with it.
struct ExpositionLint {
    /// By series as it is printed: `cupel_queue_batches{state="open"}`.
    private(set) var values: [String: Double] = [:]
    private(set) var problems: [String] = []
    private(set) var names: Set<String> = []

    private var kinds: [String: String] = [:]
    private var current = ""

    init(_ text: String) {
        if !text.hasSuffix("\n") { problems.append("the last line has no end") }
        for line in text.split(separator: "\n") { read(String(line)) }
        for name in kinds.keys where kinds[name] == "histogram" { lintHistogram(name) }
    }

    private mutating func read(_ line: String) {
        if let match = line.wholeMatch(of: /# HELP ([a-z_]+) (.+)/) {
            current = String(match.1)
            if !names.insert(current).inserted { problems.append("twice begun: \(current)") }
            if current.wholeMatch(of: Self.grammar) == nil { problems.append("not by the grammar: \(current)") }
        } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
            if match.1 != current { problems.append("TYPE without HELP: \(line)") }
            kinds[current] = String(match.2)
            if (match.2 == "counter") != current.hasSuffix("_total") { problems.append("_total and counter: \(line)") }
        } else if let match = line.wholeMatch(of: Self.sample) {
            let endings = kinds[current] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
            if !endings.contains(where: { current + $0 == match.1 }) { problems.append("out of place: \(line)") }
            let series = String(match.1) + (match.2.map(String.init) ?? "")
            if values.updateValue(Double(match.3) ?? .nan, forKey: series) != nil {
                problems.append("twice: \(series)")
            }
            for label in (match.2 ?? "").matches(of: /([a-z]+)="/) where !Self.labels.contains(String(label.1)) {
                problems.append("label: \(line)")
            }
        } else {
            problems.append("unreadable: \(line)")
        }
    }

    private mutating func lintHistogram(_ name: String) {
        let buckets = values.filter { $0.key.hasPrefix(name + "_bucket{") }
            .map {
                ($0.key.contains("+Inf") ? Double.infinity : Double($0.key.split(separator: "\"")[1]) ?? -1, $0.value)
            }
            .sorted { $0.0 < $1.0 }
        if buckets.last?.0 != .infinity || buckets.last?.1 != values[name + "_count"] {
            problems.append("\(name): the last bucket is not the count")
        }
        if zip(buckets, buckets.dropFirst()).contains(where: { $0.1 > $1.1 }) {
            problems.append("\(name): buckets fall")
        }
    }

    private static let labels = ["laboratory", "outcome", "disposition", "state", "version", "le"]
    nonisolated(unsafe) private static let grammar =
        /cupel_silent|cupel(_[a-z]+)+_(total|seconds|bytes|files|batches|alerts|info)/
    nonisolated(unsafe) private static let sample =
        /([a-z_]+)(\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\})? (-?[0-9.e+-]+)/
}
