import ArgumentParser
import Foundation
import Intake

struct Init: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new root with the starter Standards.",
        discussion: """
            Nothing that is there is overwritten.

            EXAMPLE
              cupel init /srv/lab
            """
    )

    @Argument(help: "The folder to make.") var folder: String

    func perform() throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        let standards = root.appending(path: "Standards")
        guard !FileManager.default.fileExists(atPath: standards.path) else {
            throw CommandFailure(ExitStatus.cannotCreate, "\(standards.path) is there already; nothing was changed")
        }
        guard let starter = Self.starterStandards else {
            throw CommandFailure(
                ExitStatus.cannotCreate,
                "the starter Standards are not installed beside this program; set CUPEL_SHARE to the folder that holds them"
            )
        }
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: starter, to: standards)
            for name in ["incoming", "archive", "quarantine", "alerts/closed"] {
                try FileManager.default.createDirectory(
                    at: root.appending(path: "Watch").appending(path: name),
                    withIntermediateDirectories: true
                )
            }
        } catch {
            throw CommandFailure(ExitStatus.cannotCreate, "cannot make \(root.path): \(error.localizedDescription)")
        }
        Terminal.print(
            "made \(root.path). Look through Standards/policies/default.toml, then: cupel serve --root \(root.path)"
        )
    }

    /// $CUPEL_SHARE, the installed share folder beside the program, or the checkout that it was built in.
    private static var starterStandards: URL? {
        var places: [URL] = []
        if let share = ProcessInfo.processInfo.environment["CUPEL_SHARE"] { places.append(URL(filePath: share)) }
        if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            var folder = URL(filePath: program).deletingLastPathComponent()
            places.append(folder.deletingLastPathComponent().appending(path: "share/cupel"))
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                    places.append(folder)
                }
            }
        }
        return places.map { $0.appending(path: "Standards") }
            .first { FileManager.default.fileExists(atPath: $0.appending(path: "policies/default.toml").path) }
    }
}
