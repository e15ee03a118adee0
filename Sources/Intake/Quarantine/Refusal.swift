import CertificateReading

/// Why a delivery goes to quarantine: what its content says, or what the name in incoming/ is.
struct Refusal: Sendable {
    /// Stable, for scripts: `no_layout`, `not_a_file`.
    let code: String
    let reason: String
    let closest: [(layout: String, reason: String)]

    init(_ refusal: ReadingRefusal) {
        code = refusal.code.rawValue
        reason = refusal.message
        closest = refusal.closest.map { ($0.layout, $0.reason) }
    }

    private init(code: String, reason: String) {
        self.code = code
        self.reason = reason
        closest = []
    }

    static func notAFile(_ kind: FileFacts.Kind) -> Refusal {
        let advice =
            kind == .directory
            ? "Deliver the files themselves, not the folder that holds them; none of them was read."
            : "Deliver the file itself."
        return Refusal(code: "not_a_file", reason: "This is \(kind.words), and only plain files are taken. \(advice)")
    }

    static func notPermitted(_ failure: FileFailure) -> Refusal {
        Refusal(
            code: "not_permitted",
            reason: "Cupel is not allowed to read it (\(failure.path)). Give the file group-read permission "
                + "(chmod g+r) and move it back to incoming/."
        )
    }

    static func tooLarge(size: Int64, limit: Int64) -> Refusal {
        Refusal(
            code: "too_large",
            reason: "It is \(size) bytes long, and at most \(limit) bytes are read. Split the export, or raise "
                + "file_mebibytes under [limits] in cupel.toml."
        )
    }

    static func endedTheProgram(times: Int) -> Refusal {
        Refusal(
            code: "ended_the_program",
            reason: "Reading it has ended the program \(times) times, so it is not tried again. This is a fault of "
                + "Cupel: please report it together with the file."
        )
    }
}
