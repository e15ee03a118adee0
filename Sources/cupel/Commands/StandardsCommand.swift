import ArgumentParser
import Geochemistry
import Intake
import QualityControl
import Standards

struct StandardsCommand: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards",
        abstract: "The reference materials, laboratories and policies of a root.",
        discussion: """
            ACTIONS
              list               materials, with the digestions they are certified for; composites
              show NAME          one material, value by value; or one composite, member by member
              check              slips in the whole folder, with file and line
              import FILE        an OREAS DataPack workbook, or a CSV headed material,analyte,digestion,unit,value,sd,
                                 becomes a file of materials/; says what it takes, what it leaves, and why

            EXAMPLE
              cupel standards --root /srv/lab show "OREAS 620"
              cupel standards --root /srv/lab check
              cupel standards --root /srv/lab import "OREAS 620 Datapack.xlsx" --dry-run
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case list, show, check
        case `import`
    }

    @OptionGroup var root: RootOption
    @Argument(help: "list, show, check or import.") var action: Action = .list
    @Argument(help: "For show: the material, however it is typed. For import: the file.") var name: String?
    @Flag(help: "One JSON document.") var json = false
    @Flag(help: "For import: write nothing.") var dryRun = false
    @Flag(help: "For import: overwrite the material's file, and show value by value what changes.") var replace = false
    @Option(help: "For import: the file to write, instead of the one in materials/.") var to: String?
    @Option(
        name: .customLong("method"),
        help: ArgumentHelp(
            "For import: what a method heading means that is not known, or means otherwise. May be repeated.",
            valueName: "heading=digestion"
        )
    ) var methods: [String] = []
    @Flag(help: "For import: numbers as the workbook shows them, not as it stores them.") var rounded = false

    func validate() throws {
        if action == .show, name == nil { throw ValidationError("'show' needs the NAME of a material.") }
        if action == .import, name == nil { throw ValidationError("'import' needs a FILE.") }
        if action != .show, action != .import, name != nil {
            throw ValidationError("'\(action.rawValue)' takes no name.")
        }
        if action != .import, dryRun || replace || rounded || to != nil || !methods.isEmpty {
            throw ValidationError("--dry-run, --replace, --to, --method and --rounded are for 'import'.")
        }
    }

    func perform() throws {
        let root = try root.open()
        let folder = StandardsFolder(root.standards)
        switch action {
        case .import: try importFile(into: root)
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
        if !standards.composites.isEmpty { Terminal.print("\n" + CompositeText.table(standards.composites)) }
    }

    private func show(_ name: MaterialName, in standards: StandardsSnapshot) throws {
        guard let material = standards.materials[name] else {
            if let composite = definedComposite(in: standards) { return try show(composite, in: standards) }
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

    private func definedComposite(in standards: StandardsSnapshot) -> Composite? {
        standards.composites.first { $0.name.lowercased() == name?.lowercased() }
    }

    private func show(_ composite: Composite, in standards: StandardsSnapshot) throws {
        if json {
            return Terminal.print(try JSONText.bytes(CompositeDefinitionDocument(composite), snakeCase: true))
        }
        Terminal.print(CompositeText.whole(composite, analytes: standards.analytes))
    }

    private func importFile(into root: Root) throws {
        let options = ImportOptions(
            figures: rounded ? .shown : .stored,
            headings: try StandardsImport.headings(methods)
        )
        try StandardsImport(
            root: root,
            file: name ?? "",
            options: options,
            to: to,
            isDry: dryRun,
            replaces: replace,
            json: json
        ).perform()
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
