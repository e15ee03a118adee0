/// An answer of HTTP/1.1, after which the connection ends.
struct HTTPResponse: Equatable {
    let status: String
    let type: String
    let body: String
    var isReadOnly = false

    static let badRequest = words("400 Bad Request", "This is no request of HTTP/1.")
    static let notFound = words("404 Not Found", "There are /metrics and /healthz.")
    static let headTooLarge = words("431 Request Header Fields Too Large", "At most 8 KiB are read.")
    /// Says what is allowed, as it must.
    static let notAllowed = HTTPResponse(
        status: "405 Method Not Allowed",
        type: plain,
        body: "Only GET.\n",
        isReadOnly: true
    )

    private static let plain = "text/plain; charset=utf-8"

    static func words(_ status: String, _ words: String) -> HTTPResponse {
        HTTPResponse(status: status, type: plain, body: words + "\n")
    }

    var bytes: [UInt8] {
        let body = Array(self.body.utf8)
        let head = [
            "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.count)", "Cache-Control: no-store",
            "Connection: close",
        ]
        let lines = head + (isReadOnly ? ["Allow: GET"] : []) + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }
}
