/// Something that was waited for and did not come.
public struct NeverHappened: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
}

/// Waits until something is so, looking every few milliseconds. A condition that throws is not so yet.
///
/// Nothing is said of speed: all other tests may have both cores.
public func eventually(
    _ what: @autoclosure () -> String,
    within limit: Duration = .seconds(240),
    _ condition: () throws -> Bool
) async throws {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < limit {
        if (try? condition()) == true { return }
        try await Task.sleep(for: .milliseconds(15))
    }
    // Where all threads were busy for as long, the last look was long ago.
    if (try? condition()) == true { return }
    throw NeverHappened(description: "after \(limit) it was not so that \(what())")
}
