/// The third schema: what the whole rule book remembers.
enum Migration3 {
    /// Each part in a file of its own, in the order in which they are run.
    static let all = [series, reassays, composites]
}
