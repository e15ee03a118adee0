public import CertificateReading
import Geochemistry
import Glibc
import Standards

/// One root folder of Cupel and where everything below it stands.
///
/// Without a cupel.toml, `Standards/` and `Watch/` stand in the root itself, as in a fresh checkout; installed, the
/// file leads from /etc/cupel to /var/lib/cupel.
public struct Root: Sendable {
    /// As the user gave it, absolute.
    public let path: String
    public let standards: String
    public let watch: String
    public let incoming: String
    public let archive: String
    public let quarantine: String
    public let alerts: String
    public let ledger: String
    public let watching: IncomingWatch.Settings
    /// How long an unfinished container may stay unchanged before it counts as truncated.
    public let patienceSeconds: Int
    public let limits: ReadingLimits
    /// cupel.toml as it was read; empty where there is none.
    public let configuration: [UInt8]
    /// Two persons must accept a batch before it is released.
    public let fourEyes: Bool
    /// At least one certificate is expected in as many days; nil where nothing is expected.
    public let silentDays: Int?
    public let metrics: MetricsSettings
    public let alertHook: AlertHookSettings?

    /// Reads cupel.toml, where there is one.
    /// - Throws: ``StandardsProblems`` with file and line, or ``RootProblem``.
    public init(_ path: String) throws {
        guard let absolute = Self.absolute(path) else { throw RootProblem.missing(path) }
        self.path = absolute
        let log = ProblemLog()
        configuration = try Self.configuration(absolute)
        let file = TOMLFile(file: "cupel.toml", bytes: configuration, log: log)
        let paths = file.root.section("paths", .optional)
        func place(_ key: String, _ base: String, _ standard: String) -> String {
            guard let text = paths?.string(key, .optional) else { return base + "/" + standard }
            return text.hasPrefix("/") ? text : absolute + "/" + text
        }
        standards = place("standards", absolute, "Standards")
        watch = place("watch", absolute, "Watch")
        incoming = place("incoming", watch, "incoming")
        archive = place("archive", watch, "archive")
        quarantine = place("quarantine", watch, "quarantine")
        alerts = place("alerts", watch, "alerts")
        ledger = place("ledger", watch, "ledger.sqlite")

        let settings = file.root.section("watch", .optional)
        func milliseconds(_ key: String, _ standard: Int, _ range: ClosedRange<Int>) -> UInt64 {
            UInt64(settings?.integer(key, in: range, .optional) ?? standard) * 1_000_000
        }
        watching = IncomingWatch.Settings(
            quietNanoseconds: milliseconds("settle_milliseconds", 1_000, 0...600_000),
            rescanNanoseconds: milliseconds("rescan_milliseconds", 10_000, 100...3_600_000),
            poll: settings?.bool("poll", .optional) ?? false,
            slowWriterNanoseconds: UInt64(
                settings?.integer("slow_writer_seconds", in: 1...604_800, .optional) ?? 900
            ) * 1_000_000_000
        )
        patienceSeconds = settings?.integer("patience_seconds", in: 0...86_400, .optional) ?? 30

        silentDays = settings?.integer("silent_days", in: 1...3_650, .optional)

        let bounds = file.root.section("limits", .optional)
        var limits = ReadingLimits()
        let mebibyte = 1 << 20
        if let size = bounds?.integer("file_mebibytes", in: 1...4_096, .optional) {
            limits.deliveredBytes = size * mebibyte
        }
        if let size = bounds?.integer("inflated_mebibytes", in: 1...16_384, .optional) {
            limits.inflatedBytes = size * mebibyte
        }
        self.limits = limits
        fourEyes = file.root.section("review", .optional)?.bool("four_eyes", .optional) ?? false
        metrics = Self.metrics(file.root.section("metrics", .optional), below: absolute)
        alertHook = Self.alertHook(file.root.section("alerts", .optional))
        file.finish()
        guard !log.problems.contains(where: { $0.severity == .error }) else {
            throw StandardsProblems(log.problems)
        }
    }

    /// What a person types to reach this root.
    public var option: String { "--root " + path }

    private static func absolute(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        var facts = stat()
        guard stat(resolved, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        return String(cString: resolved)
    }

    private static func configuration(_ root: String) throws -> [UInt8] {
        let folder = try Folder(root, create: false)
        guard try folder.facts(FileName("cupel.toml")) != nil else { return [] }
        // Whoever has just written it may not have closed it yet; two seconds are enough for that.
        for _ in 0..<40 {
            do throws(SealedFile.Failure) {
                return try SealedFile(FileName("cupel.toml"), in: folder, limit: 1 << 20).content
            } catch .stillChanging {
                usleep(50_000)
            } catch .file(let failure) {
                throw failure
            } catch {
                throw RootProblem.unreadable(root + "/cupel.toml", "it must be a plain file of at most one mebibyte")
            }
        }
        throw RootProblem.unreadable(root + "/cupel.toml", "another program has it open for writing")
    }
}
