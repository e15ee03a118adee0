/// One line of a policy file, so that a number in force can be explained.
public struct PolicyFigure: Sendable, Hashable {
    /// `crm.fail_sd`, in an override too.
    public let key: String
    /// The number as typed; a text without its quotes, a list with commas.
    public let text: String
    public let line: Int
    /// The place of its override in the policy; nil for what stands for all results.
    public let override: Int?

    public init(key: String, text: String, line: Int, override: Int? = nil) {
        self.key = key
        self.text = text
        self.line = line
        self.override = override
    }
}
