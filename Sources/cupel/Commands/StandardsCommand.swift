import ArgumentParser
import Geochemistry
import Intake
import Standards

struct StandardsCommand: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards",
        abstract: "The reference materials, laboratories and policies of a root.",
        discussion: """
            ACTIONS
              list               materials, with the digestions they are certified for
              show NAME          one material, value by value
              check              slips in the whole folder, with file and line

            EXAMPLE
              cupel standards --root /srv/lab show "OREAS 620"
              cupel standards --root /srv/lab check
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case list, show, check
    }

    @OptionGroup var root: RootOption
    @Argument(help: "list, show or check.") var action: Action = .list
    @Argument(help: "For show: the material, however it is typed.") var name: String?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if action == .show, name == nil { throw ValidationError("'show' needs the NAME of a material.") }
        if action != .show, name != nil { throw ValidationError("'\(action.rawValue)' takes no name.") }
    }

    func perform() throws {
        let folder = StandardsFolder(try root.open().standards)
        switch action {
        case .list: try list(try folder.load())
        case .show: try show(MaterialName(name ?? ""), in: try folder.load())
        case .check: try check(folder)
        }
    }

    private func list(_ standards: StandardsSnapshot) throws {
        let materials = standards.materials.materials.sorted { $0.name.key < $1.name.key }
        if json {
            let documents = materials.map { MaterialDocument($0, whole: false) }
            return Terminal.print(try JSONText.bytes(documents, snakeCase: true))
        }
        var table = TextTable(["MATERIAL", "SUPPLIER", "VALUES", "DIGESTIONS"])
        for material in materials {
            let digestions = Set(material.values.map(\.digestion.rawValue)).sorted().joined(separator: " ")
            table.add([material.name.printed, material.supplier, "\(material.values.count)", digestions])
        }
        Terminal.print(table.text)
    }

    private func show(_ name: MaterialName, in standards: StandardsSnapshot) throws {
        guard let material = standards.materials[name] else {
            let nearest = standards.materials.nearest(to: name).map(\.printed)
            let hint =
                nearest.isEmpty ? "'cupel standards list' shows all" : "near it: \(nearest.joined(separator: ", "))"
            throw CommandFailure(ExitStatus.usage, "no material '\(name.printed)' in Standards/materials; \(hint)")
        }
        if json { return Terminal.print(try JSONText.bytes(MaterialDocument(material, whole: true), snakeCase: true)) }
        Terminal.print("\(material.name.printed), \(material.supplier)\n\(material.certificate)\n")
        var table = TextTable(["ANALYTE", "DIGESTION", "UNIT", "VALUE", "SD", "KIND", "METHOD", "WHERE"])
        for value in material.values {
            table.add([
                value.analyte.symbol, value.digestion.rawValue, value.unit.symbol, "\(value.value)",
                value.sd.map { "\($0)" } ?? "-", value.kind.rawValue, value.method, value.place,
            ])
        }
        Terminal.print(table.text)
    }

    private func check(_ folder: StandardsFolder) throws {
        let problems = folder.check()
        if json {
            Terminal.print(try JSONText.bytes(problems.map(ProblemDocument.init), snakeCase: true))
        } else {
            for problem in problems { Terminal.print("\(problem)") }
            let errors = problems.filter { $0.severity == .error }.count
            Terminal.print(
                problems.isEmpty ? "no problems" : "\(errors) errors, \(problems.count - errors) warnings"
            )
        }
        if problems.contains(where: { $0.severity == .error }) { throw ExitStatus.unreadable }
    }
}

private struct MaterialDocument: Encodable {
    let material: String
    let supplier: String
    let certificate: String
    let values: [ValueDocument]?

    init(_ material: ReferenceMaterial, whole: Bool) {
        self.material = material.name.printed
        supplier = material.supplier
        certificate = material.certificate
        values = whole ? material.values.map(ValueDocument.init) : nil
    }
}

/// A certified value; numbers as they stand in the file, as texts.
private struct ValueDocument: Encodable {
    let analyte: String
    let digestion: String
    let unit: String
    let value: String
    let sd: String?
    let kind: String
    let sdKind: String
    let uncertainty: String
    let method: String
    let place: String

    init(_ value: CertifiedValue) {
        analyte = value.analyte.symbol
        digestion = value.digestion.rawValue
        unit = value.unit.symbol
        self.value = value.value.description
        sd = value.sd?.description
        kind = value.kind.rawValue
        sdKind = value.sdKind
        uncertainty = value.uncertainty
        method = value.method
        place = value.place
    }
}

private struct ProblemDocument: Encodable {
    let severity: String
    let code: String
    let file: String
    let line: Int
    let message: String

    init(_ problem: StandardsProblem) {
        severity = problem.severity.rawValue
        code = problem.code
        file = problem.file
        line = problem.line
        message = problem.message
    }
}
