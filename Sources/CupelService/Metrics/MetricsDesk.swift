import Glibc
import Intake

/// Makes the text of the metrics and the answers of the server out of the figures.
struct MetricsDesk: Sendable {
    private let book: FigureBook
    private let version: String
    private let watchesSilence: Bool
    private let startedAt: Int64

    init(_ book: FigureBook, version: String, watchesSilence: Bool) {
        self.book = book
        self.version = version
        self.watchesSilence = watchesSilence
        startedAt = Int64(time(nil))
    }

    /// Blocks while the ledger is read.
    func text() -> String { text(book.look()) }

    private func text(_ figures: StandingFigures) -> String {
        Exposition(figures, version: version, startedAt: startedAt, watchesSilence: watchesSilence).text
    }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard ["/metrics", "/healthz"].contains(request.path) else { return .notFound }
        guard request.method == "GET" else { return .notAllowed }
        let figures = book.look()
        if request.path == "/metrics" {
            return HTTPResponse(status: "200 OK", type: Exposition.contentType, body: text(figures))
        }
        if let trouble = figures.trouble { return .words("503 Service Unavailable", trouble) }
        return .words("200 OK", "ok")
    }
}
