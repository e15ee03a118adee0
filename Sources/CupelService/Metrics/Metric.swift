/// Everything that is measured, under names by one grammar: `cupel_<noun>_<unit>`, counters with `_total`.
///
/// The unit is `seconds`, `bytes`, `files`, `batches`, `alerts` or `info`; `cupel_silent` is a state, 0 or 1. Labels are those of
/// ``MetricLabel``, so that there are never more series than laboratories in the Standards times a few words.
public enum Metric: String, CaseIterable, Sendable {
    case build = "cupel_build_info"
    case started = "cupel_process_start_timestamp_seconds"
    case deliveries = "cupel_deliveries_total"
    case verdicts = "cupel_verdicts_total"
    case findings = "cupel_findings_total"
    case waiting = "cupel_waiting_files"
    case latency = "cupel_intake_latency_seconds"
    case queue = "cupel_queue_batches"
    case oldest = "cupel_queue_oldest_age_seconds"
    case alertsOwed = "cupel_owed_alerts"
    case hookSuccesses = "cupel_alert_hook_successes_total"
    case hookFailures = "cupel_alert_hook_failures_total"
    case hookAbandoned = "cupel_alert_hook_abandoned_total"
    case lastCertificate = "cupel_certificate_last_timestamp_seconds"
    case silent = "cupel_silent"
    case ledgerBytes = "cupel_ledger_bytes"
    case ledgerRead = "cupel_ledger_read_timestamp_seconds"
    case diskFree = "cupel_disk_free_bytes"

    public var kind: MetricKind {
        switch self {
        case .deliveries, .verdicts, .findings, .hookSuccesses, .hookFailures, .hookAbandoned: .counter
        case .latency: .histogram
        case .build, .started, .waiting, .queue, .oldest, .alertsOwed, .lastCertificate, .silent, .ledgerBytes,
            .ledgerRead, .diskFree:
            .gauge
        }
    }

    /// One line for whoever looks at it.
    public var help: String {
        switch self {
        case .build: "1, with the version as a label."
        case .started: "When this daemon was started, in seconds since 1970."
        case .deliveries: "Deliveries in the ledger, by what became of them."
        case .verdicts: "Verdicts in the ledger, superseded ones too."
        case .findings: "Findings in the ledger, those of superseded verdicts too."
        case .waiting: "Files in incoming/ that are seen and not done."
        case .latency: "From the first sight of a file until its verdict was on disk, since the start."
        case .queue: "Batches of the failure queue, by state."
        case .oldest: "How long the oldest batch that waits for a person has waited; 0 where none does."
        case .alertsOwed: "Alerts that could not be written yet."
        case .hookSuccesses: "Runs of the alert command that ended well, since the start."
        case .hookFailures: "Runs of the alert command that failed, since the start."
        case .hookAbandoned: "Alerts that the alert command was given up for, since the start."
        case .lastCertificate: "When the last certificate was taken in, in seconds since 1970."
        case .silent: "1 where no certificate has come for longer than silent_days."
        case .ledgerBytes: "Size of the ledger."
        case .ledgerRead: "When the ledger was read for these figures, in seconds since 1970."
        case .diskFree: "Free space where the ledger is."
        }
    }
}
