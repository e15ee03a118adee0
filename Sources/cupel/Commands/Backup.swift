import ArgumentParser
import Foundation
import Intake
import Ledger

struct Backup: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the ledger, consistently, while Cupel works.",
        discussion: """
            The copy is opened and checked before it gets its name, and the audit log says that it was made.

            EXAMPLE
              cupel backup --root /srv/lab /mnt/backup/ledger-2026-03-01.sqlite
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "The file to write; it must not exist.") var file: String

    func perform() throws {
        let root = try root.open()
        let head = try root.openLedger(.readOnly).backup(to: file)
        Terminal.print("wrote and checked \(file); its audit log ends with \(head)")
        do {
            let ledger = try root.openLedger(.readWrite)
            try ledger.write(as: SystemUser.name ?? "cupel") { transaction in
                try transaction.recordBackup(to: URL(filePath: file).path, head: head, at: UTCTime.now)
            }
            try ledger.close()
        } catch {
            Terminal.complain("the copy is good, but the audit log does not tell of it: \(error)")
        }
    }
}
