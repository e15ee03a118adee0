import Standards

/// What cupel.toml says of how Cupel is seen from outside.
extension Root {
    static func metrics(_ section: TOMLSection?, below root: String) -> MetricsSettings {
        guard let section else { return MetricsSettings() }
        var settings = MetricsSettings()
        if let path = section.string("textfile", .optional) {
            settings.textfile = path.hasPrefix("/") ? path : root + "/" + path
        }
        if let text = section.string("listen", .optional) {
            settings.listen = ListenAddress(text)
            if settings.listen == nil { complain("listen", wants: ListenAddress.wanted, text, section) }
        }
        return settings
    }

    static func alertHook(_ section: TOMLSection?) -> AlertHookSettings? {
        guard let section else { return nil }
        let seconds = section.integer("time_limit_seconds", in: 1...3_600, .optional) ?? 30
        let retries = section.integer("retries", in: 0...100, .optional) ?? 5
        guard let command = section.strings("command", .optional) else { return nil }
        guard let program = command.first, program.hasPrefix("/") else {
            complain("command", wants: "a program by its whole path, and its arguments", command.first ?? "", section)
            return nil
        }
        return AlertHookSettings(command: command, timeLimitSeconds: seconds, retries: retries)
    }

    private static func complain(_ key: String, wants: String, _ found: String, _ section: TOMLSection) {
        section.complain(Complaint(.error, "out_of_bounds", "'\(key)' wants \(wants), and is '\(found)'"), at: key)
    }
}
