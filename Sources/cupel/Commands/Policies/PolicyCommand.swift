import ArgumentParser

/// The group of commands that look at policies. They judge no delivery and write nothing.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What a policy says, what it does, and what a changed one would change.",
        discussion: """
            EXAMPLE
              cupel policy show --root /srv/lab --for laboratory=ALS method=ME-ICP61 material="OREAS 620" analyte=Cu
              cupel policy simulate --root /srv/lab
              cupel policy test --root /srv/lab new.toml --as default --from 2026-01-01
            """,
        // In alphabetical order.
        subcommands: [PolicyShow.self, PolicySimulate.self, PolicyTest.self]
    )
}
