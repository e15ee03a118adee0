/// One number of a policy that an override may state.
public struct PolicyField: Sendable {
    /// What it is a number of, and with that which selectors can choose it.
    public enum Scope: Sendable, Hashable {
        /// A whole certificate: by laboratory only.
        case batch
        /// A column: by all but the material.
        case column
        /// The results of a material in a column: by all.
        case material

        public var selectors: [PolicySelector] {
            switch self {
            case .batch: [.laboratory]
            case .column: [.analyte, .method, .digestion, .laboratory]
            case .material: PolicySelector.allCases
            }
        }
    }

    /// As it stands in the file: `crm.fail_sd`. A table's key stands for all that is in it.
    public let key: String
    public let scope: Scope
    /// Takes the number over from one policy into another.
    let copy: @Sendable (_ from: Policy, _ to: inout Policy) -> Void

    init<Value>(_ key: String, _ scope: Scope, _ path: any WritableKeyPath<Policy, Value> & Sendable) {
        self.key = key
        self.scope = scope
        copy = { $1[keyPath: path] = $0[keyPath: path] }
    }

    /// A number of a section that a policy may be without.
    init<Section, Value>(
        _ key: String,
        _ scope: Scope,
        in section: any WritableKeyPath<Policy, Section?> & Sendable,
        _ path: any WritableKeyPath<Section, Value> & Sendable
    ) {
        self.key = key
        self.scope = scope
        copy = { from, to in
            guard var rules = to[keyPath: section], let stated = from[keyPath: section] else {
                to[keyPath: section] = from[keyPath: section]
                return
            }
            rules[keyPath: path] = stated[keyPath: path]
            to[keyPath: section] = rules
        }
    }
}
