import ArgumentParser

@main
struct Cupel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cupel",
        abstract: "QA/QC of laboratory assay certificates: reads them, judges their QC samples, holds back what fails.",
        discussion: """
            EXAMPLE
              cupel init /srv/lab               make a root with the starter Standards
              cupel serve --root /srv/lab       watch /srv/lab/Watch/incoming, judge, alert
              cupel queue --root /srv/lab       what waits for a geologist

            Exit status: 0 pass or warn, or the command did its work; 1 a batch failed or was not evaluated; 64 usage; \
            65 unreadable input; 70 our own fault; 73 cannot create; 74 input/output; 75 try again.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Ingest.self, Validate.self, Revalidate.self, Queue.self, Show.self, StandardsCommand.self,
            Layouts.self, PolicyCommand.self, StatisticsCommand.self, Export.self, Audit.self, Backup.self, Doctor.self,
            Init.self,
        ]
    )

    static func main() async {
        Signals.ignoreThoseOfTheFileSystem()
        await main(nil)
    }
}
