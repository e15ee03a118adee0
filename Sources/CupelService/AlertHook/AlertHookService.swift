import ServiceLifecycle

/// Runs the command of `[alerts]` for every new alert, until the daemon ends.
struct AlertHookService: Service {
    private let hook: AlertHook

    init(_ hook: AlertHook) { self.hook = hook }

    func run() async throws {
        try? await cancelWhenGracefulShutdown { [hook] in
            try await withTaskCancellationHandler {
                while true {
                    let pause = await hook.step()
                    try Task.checkCancellation()
                    if pause > 0 { try await Task.sleep(for: .seconds(pause)) }
                }
            } onCancel: {
                hook.stop()
            }
        }
    }
}
