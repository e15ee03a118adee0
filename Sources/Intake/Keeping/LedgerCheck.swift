@preconcurrency import Dispatch
public import Ledger

/// Reads through the ledger on a queue of its own, at the lowest priority, while work goes on.
public struct LedgerCheck: Sendable {
    private let ledger: Ledger

    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// What came of it, for the log; nil where no fault was found.
    /// - Throws: ``LedgerError/corrupt(path:detail:)`` only: what is written to a damaged ledger could be lost with it.
    public func run() async throws -> String? {
        do {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                DispatchQueue.global(qos: .background).async {
                    continuation.resume(with: Result { try ledger.check() })
                }
            }
            return nil
        } catch let error as LedgerError {
            if case .corrupt = error { throw error }
            return "\(error)"
        }
    }
}
