import ArgumentParser

/// The group of commands that look at many batches at once. They judge nothing and write nothing.
struct StatisticsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "What the results of many batches say together.",
        discussion: """
            Only current verdicts on current revisions count. Without options, all of the ledger.

            EXAMPLE
              cupel statistics duplicates --root /srv/lab --analyte Au --from 2026-01-01
            """,
        // In alphabetical order.
        subcommands: [
            BlankStatistics.self, CheckStatistics.self, DuplicateStatistics.self, InsertionStatistics.self,
            MaterialStatistics.self,
        ]
    )
}
