import ArgumentParser

/// The group of commands that look at policies. They judge no delivery and write nothing.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What a policy says, and what it does.",
        discussion: """
            EXAMPLE
              cupel policy simulate --root /srv/lab
            """,
        // In alphabetical order.
        subcommands: [PolicySimulate.self]
    )
}
