/// One place where bytes of strangers come in, and what must hold for any bytes at all.
///
/// `make fuzz` runs it on bytes that libFuzzer makes up; `make test` runs it on its seeds and on every input that once
/// broke it.
public protocol FuzzTarget: Sendable {
    /// One word: the folder of its inputs in Tests/Fuzzing/Corpus.
    var name: String { get }
    /// Small inputs that reach deep, to start from.
    var seeds: [[UInt8]] { get }
    /// Words of the format, for the dictionary of libFuzzer.
    var words: [String] { get }
    /// The longest input that is worth making up, in bytes.
    var longestInput: Int { get }

    /// Whether the input is read to its end, and not refused: seeds must be, or they lead nowhere.
    func reads(_ input: [UInt8]) -> Bool
    /// Reads the input in every way, and holds what comes out to what was promised.
    func check(_ input: [UInt8]) throws(BrokenPromise)
}

/// Something that must hold for any input, and did not.
public struct BrokenPromise: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(promise()) }
}
