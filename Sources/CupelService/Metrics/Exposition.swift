/// Metrics as text, in Prometheus' exposition format 0.0.4.
public struct Exposition: Sendable {
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    public private(set) var text = ""
    private var begun: Metric?

    public init() {}

    /// Adds a series. All series of a metric are added one after another, each label set once.
    /// - Parameter suffix: `_bucket`, `_sum` or `_count` of a histogram.
    public mutating func add(
        _ metric: Metric,
        suffix: String = "",
        by labels: KeyValuePairs<MetricLabel, String> = [:],
        _ value: String
    ) {
        if begun != metric {
            text += "# HELP \(metric.rawValue) \(Self.escaped(metric.help, quote: false))\n"
            text += "# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"
            begun = metric
        }
        text += metric.rawValue + suffix
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.key.rawValue)=\"\(Self.escaped($0.value, quote: true))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    public mutating func add(_ metric: Metric, by labels: KeyValuePairs<MetricLabel, String> = [:], _ value: Int64) {
        add(metric, by: labels, "\(value)")
    }

    public mutating func add(_ metric: Metric, by labels: KeyValuePairs<MetricLabel, String> = [:], _ value: Int) {
        add(metric, by: labels, "\(value)")
    }

    private static func escaped(_ text: String, quote: Bool) -> String {
        let plain = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quote ? plain.replacing("\"", with: "\\\"") : plain
    }
}
