import ArgumentParser
import Intake
import QualityControl
import Standards

struct PolicyShow: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The numbers that apply, and the line that each comes from.",
        discussion: """
            The project chooses the policy file. In the file an override wins over what stands for all results; of two
            overrides the one with the most specific selector, in the order analyte, material, method, digestion,
            laboratory; then the one with more selectors; then the later in the file.

            EXAMPLE
              cupel policy show --root /srv/lab
              cupel policy show --root /srv/lab --for laboratory=ALS method=ME-ICP61 material="OREAS 620" analyte=Cu
              cupel policy show --root /srv/lab --for "project=Crater Lake,analyte=Au" --json
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "The policy by name, instead of the one for a project.") var name: String?
    @Option(
        name: .customLong("for"),
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What the numbers are for: project, laboratory, digestion, method, material, analyte.",
            valueName: "word=name"
        )
    ) var terms: [String] = []
    @Flag(help: "One JSON document.") var json = false

    func perform() throws {
        let standards = try StandardsFolder(try root.open().standards).load()
        let question = try PolicyQuestion(terms, policy: name, in: standards)
        let explanation = PolicyExplanation(question.policy, for: question.subject)
        if json {
            let document = PolicyDocument(explanation, of: question)
            Terminal.print(try JSONText.bytes(document, snakeCase: true))
        } else {
            Terminal.print(PolicyText(explanation, of: question).text)
        }
    }
}
