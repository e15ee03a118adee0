/// Why nothing was imported: a stable code, what is wrong, and what to do.
public struct ImportRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let code: String
    /// One sentence without its full stop.
    public let what: String
    /// One sentence without its full stop.
    public let advice: String

    init(_ code: String, _ what: String, advice: String) {
        self.code = code
        self.what = what
        self.advice = advice
    }

    /// Whether nobody but us can do anything about it.
    public var isOurFault: Bool { code == "not_read_back" }

    public var description: String { "\(what). \(advice)." }
}
