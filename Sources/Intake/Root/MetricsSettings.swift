/// `[metrics]` of cupel.toml: where figures go. Without a word there, nowhere.
public struct MetricsSettings: Sendable, Hashable {
    /// A file that the collector of node_exporter reads; absolute.
    public var textfile: String?
    public var listen: ListenAddress?

    public init(textfile: String? = nil, listen: ListenAddress? = nil) {
        self.textfile = textfile
        self.listen = listen
    }
}
