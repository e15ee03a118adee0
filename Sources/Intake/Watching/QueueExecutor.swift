@preconcurrency package import Dispatch

/// Runs an actor on a Dispatch queue of its own. The pool of Swift's concurrency is as wide as the cores; reading
/// and fsync block, and belong here.
package final class QueueExecutor: SerialExecutor {
    package let queue: DispatchQueue

    package init(_ label: String, qos: DispatchQoS = .default) {
        queue = DispatchQueue(label: label, qos: qos)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    package func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
