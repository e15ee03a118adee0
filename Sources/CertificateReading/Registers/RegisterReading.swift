public import Geochemistry

/// What came of reading a register. It is taken whole or not at all: with half a register, a blank that it should
/// have named is judged as an ordinary sample.
public enum RegisterReading: Sendable, Hashable {
    case register(SampleRegister)
    /// At least one problem, in the order of the file.
    case refused([RegisterProblem], name: String)

    /// How many problems a refusal shows.
    public static let problemsShown = 20

    /// The register, or the refusal that lists what is wrong with it.
    public func get() throws(ReadingRefusal) -> SampleRegister {
        switch self {
        case .register(let register): return register
        case .refused(let problems, let name): throw .registerProblems(problems, name: name)
        }
    }
}
