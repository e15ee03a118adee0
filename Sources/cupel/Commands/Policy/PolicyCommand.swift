import ArgumentParser

/// The group of commands that explain policies and try them out. They write nothing.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What the policies say, and what a changed one would change.",
        discussion: """
            EXAMPLE
              cupel policy show --root /srv/lab --for laboratory=ALS method=ME-ICP61 material="OREAS 620" analyte=Cu
              cupel policy test --root /srv/lab new.toml --as default --from 2026-01-01
            """,
        // In alphabetical order.
        subcommands: [PolicyShow.self, PolicyTest.self]
    )
}
