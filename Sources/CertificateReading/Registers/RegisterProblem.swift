/// Something in a register that leaves open what a sample is.
public struct RegisterProblem: Sendable, Hashable {
    /// The line of the file, from 1.
    public let line: Int
    public let sample: String
    /// What is wrong, one sentence without its full stop.
    public let what: String
    /// What to do, one sentence without its full stop.
    public let advice: String

    init(line: Int, sample: String, what: String, advice: String) {
        self.line = line
        self.sample = sample
        self.what = what
        self.advice = advice
    }

    /// `line 12, sample 10010: <what>. <advice>.`
    public var message: String {
        "line \(line)" + (sample.isEmpty ? "" : ", sample \(sample)") + ": \(what). \(advice)."
    }
}
