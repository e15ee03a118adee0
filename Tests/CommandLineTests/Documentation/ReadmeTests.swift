import Foundation
import QualityControl
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    private let readme: String

    init() throws { readme = try DocumentWalk.document("README.md") }

    @Test("shows commands that do what it says, from the first to the last")
    func commands() throws {
        let walk = try DocumentWalk()
        try walk.follow(readme)
        // The files that it shows have no slip in them.
        let check = try walk.run("cupel standards --root lab check")
        #expect(check.status == 0)
        #expect(check.output == "no problems\n")
        let register = try walk.run("cupel ingest --root lab registers/dispatch-17.csv")
        #expect(register.output == "dispatch-17.csv: the same content is in the ledger already\n")
        try expectViews(of: walk)
    }

    /// The table of views against a ledger.
    private func expectViews(of walk: DocumentWalk) throws {
        let ledger = "sqlite3 -readonly lab/Watch/ledger.sqlite"
        let views = try walk.run("\(ledger) \"SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name\"")
            .output.split(separator: "\n")
        #expect(views.count == 15)
        for view in views {
            let columns = try walk.run("\(ledger) \"SELECT name FROM pragma_table_info('\(view)') ORDER BY cid\"")
                .output.split(separator: "\n").joined(separator: ", ")
            #expect(readme.contains("| `\(view)` | \(columns) |"))
        }
    }

    @Test("explains every rule", arguments: RuleName.allCases.map(\.rawValue) + RunRule.allCases.map(\.findingName))
    func rules(rule: String) {
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("`\(rule)`") }
        #expect(!rows.isEmpty, "no row of the table of rules begins with `\(rule)`")
    }

    @Test("lists every subcommand")
    func subcommands() throws {
        let help = try DocumentWalk().run("cupel --help").output
        let lines = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
        // Continued lines are indented further.
        let names = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See 'cupel help") }
            .compactMap { $0.split(separator: " ").first }
        #expect(names.count >= 11)
        for name in names {
            #expect(readme.contains("| `\(name)`") || readme.contains("| `\(name) "), "no row for cupel \(name)")
        }
    }

    @Test("shows every key of cupel.toml, and none that is not known")
    func configuration() throws {
        let walk = try DocumentWalk()
        let shown = try #require(MarkdownBlock.blocks(of: readme).first { $0.note == "lab/cupel.toml" })
        // The program names the keys that it knows where it meets one that it does not.
        let wrong =
            "[paths]\nx = 1\n[watch]\nx = 1\n[limits]\nx = 1\n[review]\nx = 1\n[metrics]\nx = 1\n[alerts]\nx = 1\n[x]\n"
        try Data(wrong.utf8).write(to: walk.folder.appending(path: "cupel.toml"))
        let complaints = try walk.run("cupel doctor").errors.split(separator: "\n")
        let keys = complaints.flatMap { line in
            line.split(separator: "known here: ").last.map { $0.split(separator: ", ") } ?? []
        }
        #expect(complaints.count == 7)
        #expect(keys.count >= 23)
        for key in keys { #expect(shown.text.contains("\(key) = ") || shown.text.contains("[\(key)]")) }
    }

    @Test("names targets of the Makefile, and CI makes them")
    func targets() throws {
        let makefile = try DocumentWalk.document("Makefile")
        let ci = try DocumentWalk.document(".ci/run")
        let blocks = MarkdownBlock.blocks(of: readme).filter { $0.language == "sh" && $0.note == "make" }
        #expect(!blocks.isEmpty)
        for command in blocks.flatMap(\.commands) {
            let target = command.text.dropFirst("make ".count)
            #expect(makefile.contains("\n\(target): "))
            #expect(ci.contains("\nmake \(target)\n"))
        }
        #expect(makefile.contains("\ninstall: "))
        #expect(ci.contains("\n.ci/check-install"))
    }

    @Test("and what stands beside it lead only to what is there", arguments: ["README.md", "CONTRIBUTING.md"])
    func links(document: String) throws {
        let text = try DocumentWalk.document(document)
        for link in text.matches(of: /\]\(([^)\s]+)\)/).map(\.1) where !link.hasPrefix("http") {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].isEmpty ? document : String(parts[0])
            let file = SharedFiles.packageRoot.appending(path: name)
            #expect(FileManager.default.fileExists(atPath: file.path), "\(document) leads to \(link)")
            guard parts.count == 2 else { continue }
            #expect(Self.anchors(of: try DocumentWalk.document(name)).contains(String(parts[1])), "\(link)")
        }
    }

    /// As GitHub makes them of headings.
    private static func anchors(of document: String) -> Set<String> {
        let headings = document.split(separator: "\n").filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
                    .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
                    .replacing(" ", with: "-")
            }
        )
    }
}
