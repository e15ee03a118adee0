import ArgumentParser

/// As what released results are written.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// RFC 4180: comma, quotation marks where needed, lines ended by CR LF, UTF-8.
    case csv
    /// One array of objects; numbers with the digits that were judged.
    case json
}
