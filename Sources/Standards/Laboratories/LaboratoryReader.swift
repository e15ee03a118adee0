public import CertificateReading
public import Geochemistry

/// Reads one file of laboratories/: layouts, method codes, tokens.
public struct LaboratoryReader {
    let log: ProblemLog

    private let analytes: AnalyteTable

    public init(analytes: AnalyteTable, log: ProblemLog) {
        self.analytes = analytes
        self.log = log
    }

    /// - Returns: nil for a file that is no TOML or names no laboratory; a layout with an error is left out, and the
    ///   error is in the log.
    public func read(_ bytes: [UInt8], file: String) -> Laboratory? {
        let toml = TOMLFile(file: file, bytes: bytes, log: log)
        guard toml.isReadable else { return nil }
        let root = toml.root
        let name = root.string("name")
        let tokens = root.section("tokens", .optional).map(tokens) ?? [:]
        let methods = MethodCatalogue(methods(root))
        let limits = limits(root)
        let layouts = layouts(root)
        toml.finish()
        guard let name else { return nil }
        let path = file.split(separator: "/").last.map(String.init) ?? file
        let id = path.hasSuffix(".toml") ? String(path.dropLast(5)) : path
        return Laboratory(id: id, name: name, layouts: layouts, methods: methods, limits: limits, tokens: tokens)
    }

    private func tokens(_ section: TOMLSection) -> [String: NoResult] {
        var tokens: [String: NoResult] = [:]
        for key in section.keys {
            if let meaning = section.word(key, as: NoResult.self) { tokens[key.uppercased()] = meaning }
        }
        return tokens
    }

    private func methods(_ root: TOMLSection) -> [MethodCatalogue.Entry] {
        var entries: [MethodCatalogue.Entry] = []
        var lines: [String: Int] = [:]
        for section in root.sections("method") {
            let codes = section.strings("codes") ?? []
            let digestion = section.word("digestion", as: DigestionClass.self)
            let technique = section.word("technique", as: Technique.self)
            let name = section.string("name") ?? ""
            guard let digestion, let technique else { continue }
            let meaning = MethodCatalogue.Meaning(digestion: digestion, technique: technique, name: name)
            for code in codes {
                let key = code.uppercased().filter { $0 != " " }
                if let line = lines[key] {
                    section.complain(.methodTwice(code, line: line), at: "codes")
                } else {
                    lines[key] = section.line(of: "codes")
                    entries.append(MethodCatalogue.Entry(code: code, meaning: meaning))
                }
            }
        }
        return entries
    }

    /// `[[limits]]`: the codes, and below each unit the analytes with their limits.
    private func limits(_ root: TOMLSection) -> PublishedLimits {
        var limits = PublishedLimits()
        for section in root.sections("limits") {
            let codes = section.strings("codes") ?? []
            for (key, unit) in [("ppb", Unit.ppb), ("ppm", .ppm), ("percent", .percent)] {
                guard let values = section.section(key, .optional) else { continue }
                for symbol in values.keys {
                    guard let value = values.decimal(symbol) else { continue }
                    guard let analyte = analytes.analyte(printed: symbol) else {
                        values.complain(.unknownLimitAnalyte(symbol), at: symbol)
                        continue
                    }
                    for code in codes { limits.add(method: code, analyte: analyte, value: value, unit: unit) }
                }
            }
        }
        return limits
    }

    private func layouts(_ root: TOMLSection) -> [Layout] {
        var layouts: [Layout] = []
        var lines: [String: Int] = [:]
        let reader = LayoutReader()
        for section in root.sections("layout") {
            guard let layout = reader.read(section) else { continue }
            if let line = lines[layout.id] {
                section.complain(.layoutTwice(layout.id, line: line), at: "id")
                continue
            }
            lines[layout.id] = section.line(of: "id")
            layouts.append(layout)
        }
        return layouts
    }
}
