/// A determination that a re-assay list asks for, with what the failed certificate reports of it.
public struct ListedDetermination: Sendable, Hashable {
    /// Of the sample in the failed certificate, from 1.
    public var position: Int
    public var sample: String
    /// Analyte and method as the list words them: `Cu ME-ICP61`.
    public var words: String
    /// The first results; several only where two columns go by the same words. Never empty.
    public var first: [ReassayResult]

    public init(position: Int, sample: String, words: String, first: [ReassayResult]) {
        self.position = position
        self.sample = sample
        self.words = words
        self.first = first
    }
}
