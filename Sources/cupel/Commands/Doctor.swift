import ArgumentParser
import Intake

struct Doctor: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "What is wrong with this installation, in words.",
        discussion: """
            EXAMPLE
              cupel doctor --root /srv/lab
            """
    )

    @OptionGroup var root: RootOption
    @Flag(help: "One JSON document.") var json = false

    func perform() throws {
        let root = try root.open()
        let examination = Examination(root)
        if json {
            Terminal.print(try JSONText.bytes(examination.items, snakeCase: true))
        } else {
            for item in examination.items { Terminal.print("\(item.isWell ? "ok     " : "WRONG  ")\(item.words)") }
        }
        if examination.items.contains(where: { !$0.isWell }) { throw ExitStatus.heldBack }
    }
}
