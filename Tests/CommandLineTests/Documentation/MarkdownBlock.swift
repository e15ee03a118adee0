import Foundation

/// A fenced block of a document. What stands behind its language says what a test does with it:
///
/// - ```` ```sh ````: commands, run in the order of the document; `# exit status 1` behind one says how it ends
/// - ```` ```sh make ````: targets of the Makefile, which CI makes
/// - ```` ```sh admin ````: needs root and systemd; `.ci/check-install` installs and looks
/// - ```` ```csv lab/Standards/materials/x.csv ````: a file of that name, there for the commands below it
/// - ```` ```text ```` behind a block of commands: lines that they print
struct MarkdownBlock: Sendable {
    let language: String
    /// The words behind the language; often empty.
    let note: String
    let text: String
    /// Of the fence in the document, from 1.
    let line: Int

    static func blocks(of document: String) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var open: (info: [Substring], line: Int, text: [Substring])?
        for (index, line) in document.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(
                        MarkdownBlock(
                            language: block.info.first.map(String.init) ?? "",
                            note: block.info.dropFirst().joined(separator: " "),
                            text: block.text.joined(separator: "\n") + "\n",
                            line: block.line
                        )
                    )
                    open = nil
                } else {
                    open = (line.dropFirst(3).split(separator: " "), index + 1, [])
                }
            } else {
                open?.text.append(line)
            }
        }
        return blocks
    }

    var isRun: Bool { language == "sh" && note.isEmpty }
    var isOutput: Bool { language == "text" && note.isEmpty }
    var isFile: Bool { note.contains(".") && !note.contains(" ") }

    /// The commands of a `sh` block; a quotation that is open at the end of a line goes on in the next.
    var commands: [DocumentedCommand] {
        var commands: [DocumentedCommand] = []
        var text = ""
        for line in self.text.split(separator: "\n") {
            text += text.isEmpty ? String(line) : "\n" + line
            if text.count(where: { $0 == "\"" }).isMultiple(of: 2) {
                commands.append(DocumentedCommand(text))
                text = ""
            }
        }
        if !text.isEmpty { commands.append(DocumentedCommand(text)) }
        return commands
    }
}

/// A command as a document shows it.
struct DocumentedCommand: Sendable {
    let text: String
    /// The exit status that the document promises.
    let status: Int32

    init(_ line: String) {
        let parts = line.split(separator: "# exit status ", maxSplits: 1)
        status = parts.count == 2 ? Int32(parts[1].filter(\.isNumber)) ?? 0 : 0
        text = (parts.first.map(String.init) ?? "").trimmingCharacters(in: .whitespaces)
    }
}
