import ArgumentParser
import Intake
import Ledger

struct Backup: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the ledger, consistently, while Cupel works.",
        discussion: """
            EXAMPLE
              cupel backup --root /srv/lab /mnt/backup/ledger-2026-03-01.sqlite
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "The file to write; it must not exist.") var file: String

    func perform() throws {
        try root.open().openLedger(.readOnly).backup(to: file)
        Terminal.print("wrote \(file)")
    }
}
