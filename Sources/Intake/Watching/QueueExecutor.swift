@preconcurrency import Dispatch

/// Runs an actor on a Dispatch queue of its own. The pool of Swift's concurrency is as wide as the cores; reading
/// and fsync block, and belong here.
final class QueueExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(_ label: String, qos: DispatchQoS = .userInitiated) {
        queue = DispatchQueue(label: label, qos: qos)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
