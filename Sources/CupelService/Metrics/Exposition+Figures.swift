public import Intake

extension Exposition {
    /// - Parameters:
    ///   - version: of the program.
    ///   - startedAt: when it was started, in seconds since 1970.
    ///   - watchesSilence: `silent_days` is set.
    public init(_ figures: StandingFigures, version: String, startedAt: Int64, watchesSilence: Bool) {
        self.init()
        add(.build, by: [.version: version], 1)
        add(.started, startedAt)
        for disposition in StandingFigures.dispositions {
            add(.deliveries, by: [.disposition: disposition], figures.deliveries[disposition] ?? 0)
        }
        addVerdicts(figures)
        for outcome in StandingFigures.outcomes {
            add(.findings, by: [.outcome: outcome], figures.findings[outcome] ?? 0)
        }
        add(.waiting, figures.intake.waiting)
        add(figures.intake.latency)
        for state in StandingFigures.states { add(.queue, by: [.state: state], figures.queue[state] ?? 0) }
        add(.oldest, figures.oldestSeconds)
        add(.alertsOwed, figures.intake.alertsOwed)
        add(.hookSuccesses, figures.intake.hookSuccesses)
        add(.hookFailures, figures.intake.hookFailures)
        add(.hookAbandoned, figures.intake.hookAbandoned)
        var last: [String: Int64] = [:]
        for (laboratory, moment) in figures.lastCertificates {
            last[Self.label(laboratory, figures), default: moment] = max(
                last[Self.label(laboratory, figures)] ?? moment,
                moment
            )
        }
        for (laboratory, moment) in last.sorted(by: { $0.key < $1.key }) {
            add(.lastCertificate, by: [.laboratory: laboratory], moment)
        }
        if watchesSilence { add(.silent, figures.intake.silence == nil ? 0 : 1) }
        if let moment = figures.ledgerReadAt {
            add(.ledgerBytes, figures.ledgerBytes)
            add(.ledgerRead, moment)
        }
        if let bytes = figures.diskFreeBytes { add(.diskFree, bytes) }
    }

    /// Every outcome of a laboratory that has a verdict at all, so that a first failure is a step from 0 to 1.
    private mutating func addVerdicts(_ figures: StandingFigures) {
        var counts: [String: [String: Int]] = [:]
        for verdicts in figures.verdicts {
            counts[Self.label(verdicts.laboratory, figures), default: [:]][verdicts.outcome, default: 0] +=
                verdicts.count
        }
        for (laboratory, outcomes) in counts.sorted(by: { $0.key < $1.key }) {
            for outcome in StandingFigures.outcomes {
                add(.verdicts, by: [.laboratory: laboratory, .outcome: outcome], outcomes[outcome] ?? 0)
            }
        }
    }

    private mutating func add(_ latency: LatencyHistogram) {
        for (limit, count) in zip(LatencyHistogram.limits, latency.atMost) {
            add(.latency, suffix: "_bucket", by: [.le: "\(limit)"], "\(count)")
        }
        add(.latency, suffix: "_bucket", by: [.le: "+Inf"], "\(latency.count)")
        add(.latency, suffix: "_sum", "\(latency.sum)")
        add(.latency, suffix: "_count", "\(latency.count)")
    }

    /// A certificate names its laboratory itself in some layouts; only those of the Standards become a label.
    private static func label(_ laboratory: String, _ figures: StandingFigures) -> String {
        figures.intake.laboratories.contains(laboratory) ? laboratory : "other"
    }
}
