import ArgumentParser
import Geochemistry
import Intake
import Ledger
import QualityControl
import Standards

struct PolicyTest: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Judge the archive by a policy that is not in force, and say which verdicts would differ.",
        discussion: """
            A FILE is tried as if it stood in Standards/policies: under its own name, or under the one given with --as.
            A NAME is a policy that is there; all selected certificates are judged by it. Nothing is written. The status
            is 0 when the replay ran, whatever came of it.

            EXAMPLE
              cupel policy test --root /srv/lab new.toml --as default
              cupel policy test --root /srv/lab resource --laboratory ALS --from 2026-01-01 --to 2026-06-30
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "A policy file (.toml), or the name of a policy that is there.") var policy: String
    @Option(name: .customLong("as"), help: "For a file: the policy that it would be or replace.") var name: String?
    @Option(help: "Only certificates of this laboratory.") var laboratory: String?
    @Option(help: "Only certificates of this project; * stands for anything.") var project: String?
    @Option(help: "Only certificates reported on this day or later (2026-01-31).", transform: Self.day)
    var from: CalendarDate?
    @Option(help: "Only certificates reported on this day or earlier.", transform: Self.day) var to: CalendarDate?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if let from, let to, to < from { throw ValidationError("--to \(to) lies before --from \(from).") }
        if name != nil, !isFile { throw ValidationError("--as is for a file; '\(policy)' is the name of a policy.") }
    }

    func perform() throws {
        let root = try root.open()
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: .quiet)
        let trial = try trial(in: root, beside: standards.snapshot)
        let replay = PolicyReplay(
            root: root,
            ledger: try root.openLedger(.readOnly),
            reader: standards.reader,
            inForce: CertificateJudge(standards.snapshot),
            tried: trial.judge
        )
        let references = try replay.certificates(
            ResultSelection(laboratory: laboratory, project: project, from: from, to: to)
        )
        var progress = Progress(total: references.count)
        var summary = ReplaySummary()
        var changed: [ReplayedVerdict] = []
        var unreadable = 0
        for reference in references {
            do {
                let verdict = try replay.replay(reference)
                summary.add(verdict)
                if verdict.isChanged {
                    changed.append(verdict)
                    if !json { Terminal.print(ReplayText.verdict(verdict)) }
                }
            } catch {
                unreadable += 1
                Terminal.complain("\(reference.batch): \(error)")
            }
            progress.advance(by: 1, "\(changed.count) would differ")
        }
        progress.finish()
        if json {
            let document = ReplayDocument(summary, policy: trial.name, verdicts: changed, unreadable: unreadable)
            Terminal.print(try JSONText.bytes(document, snakeCase: true))
        } else {
            Terminal.print(ReplayText.summary(summary, of: trial.words))
        }
        if unreadable > 0 { throw ExitStatus.unreadable }
    }

    // MARK: What is tried

    private struct Trial {
        let judge: CertificateJudge
        let name: String
        let words: String
    }

    private var isFile: Bool { policy.contains("/") || policy.hasSuffix(".toml") }

    private func trial(in root: Root, beside standards: StandardsSnapshot) throws -> Trial {
        guard isFile else {
            _ = try standards.policy(named: policy)
            return Trial(
                judge: CertificateJudge(standards, policyName: policy),
                name: policy,
                words: "the policy '\(policy)'"
            )
        }
        let sealed = try NamedFile(policy).seal(limit: root.limits)
        let file = FolderFile(path: policy, bytes: sealed.content)
        let name = name ?? file.stem
        let changed = try StandardsFolder(root.standards).load(trying: file, as: name)
        if standards.policies[name] == nil, changed.policies[name]?.policy.projects.isEmpty ?? true {
            throw CommandFailure(
                ExitStatus.usage,
                "\(policy) names no projects, and there is no policy '\(name)', so that nothing would be judged by it; "
                    + "add --as default, or projects = [...] at the top of the file"
            )
        }
        return Trial(judge: CertificateJudge(changed), name: name, words: "\(policy) as the policy '\(name)'")
    }

    private static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(iso: text) else {
            throw ValidationError("'\(text)' is no day; write it as 2026-01-31.")
        }
        return day
    }
}
