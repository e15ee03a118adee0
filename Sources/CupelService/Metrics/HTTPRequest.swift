/// The head of a request of HTTP/1, as far as this server has to know it.
struct HTTPRequest: Equatable {
    let method: String
    /// Without what follows a question mark.
    let path: String

    /// How long a head may be, in bytes.
    static let limit = 8 * 1_024

    enum Reading: Equatable {
        /// The end of the head has not come yet.
        case incomplete
        case request(HTTPRequest)
        case refused(HTTPResponse)
    }

    /// What has come so far.
    static func read(_ bytes: [UInt8]) -> Reading {
        guard let end = endOfHead(bytes) else { return bytes.count >= limit ? .refused(.headTooLarge) : .incomplete }
        guard end <= limit else { return .refused(.headTooLarge) }
        let line = bytes[..<end].prefix { $0 != UInt8(ascii: "\n") }
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3, line.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0D }) else {
            return .refused(.badRequest)
        }
        let (method, target, version) = (text(words[0]), text(words[1]), text(words[2].filter { $0 != 0x0D }))
        guard ["HTTP/1.0", "HTTP/1.1"].contains(version), target.hasPrefix("/"),
            !method.isEmpty, method.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return .refused(.badRequest) }
        return .request(HTTPRequest(method: method, path: String(target.prefix { $0 != "?" })))
    }

    /// Behind the first empty line.
    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        var emptySince = false
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                if emptySince { return place + 1 }
                emptySince = true
            } else if byte != 0x0D {
                emptySince = false
            }
        }
        return nil
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
