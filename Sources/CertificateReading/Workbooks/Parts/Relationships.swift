/// The relationships of a part: what it points to, by their identifiers (ECMA-376 part 2, 6.5).
final class Relationships: PartHandler {
    struct Relationship {
        /// The last step of the type, the same in both forms of the standard: `worksheet`, `styles`.
        var type: String
        var target: String
        /// Whether it points out of the package.
        var isExternal: Bool
    }

    let root = PartName.relationships
    private let source: PartPath?
    private let limit: Int
    private var byID: [String: Relationship] = [:]

    /// - Parameter source: the part whose relationships they are; nil for the package itself.
    init(of source: PartPath?, limits: ReadingLimits) {
        self.source = source
        self.limit = limits.members
    }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        guard element.name == .relationship, let id = element.text("Id"), let type = element.text("Type"),
            let target = element.text("Target")
        else { return }
        guard byID.count < limit else { throw .tooManyRelationships(limit) }
        byID[id] = Relationship(
            type: type.split(separator: "/").last.map(String.init) ?? "",
            target: target,
            isExternal: element.text("TargetMode") == "External"
        )
    }

    /// nil for an identifier that is not there.
    func type(of id: String) -> String? { byID[id]?.type }

    /// The part that an identifier points to; nil where it points out of the package.
    func part(of id: String) -> PartPath? { byID[id].flatMap(part) }

    /// The part of a type of which a source has one at most, such as `styles`.
    func part(type: String) -> PartPath? {
        let found = byID.filter { $0.value.type == type }.min { $0.key < $1.key }
        return found.flatMap { part($0.value) }
    }

    private func part(_ relationship: Relationship) -> PartPath? {
        relationship.isExternal ? nil : PartPath(target: relationship.target, of: source)
    }
}
