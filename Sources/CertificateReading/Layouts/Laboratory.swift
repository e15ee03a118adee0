public import Geochemistry

/// One laboratory: its layouts, its method codes, its tokens.
public struct Laboratory: Sendable, Hashable {
    /// The file that describes it, without its ending: `als`.
    public var id: String
    /// As certificates and the ledger call it: `ALS`.
    public var name: String
    public var layouts: [Layout]
    public var methods: MethodCatalogue
    /// For certificates that print no detection limits.
    public var limits: PublishedLimits
    /// Tokens for "no result" beside the common ones, in upper case.
    public var tokens: [String: NoResult]

    public init(
        id: String,
        name: String,
        layouts: [Layout] = [],
        methods: MethodCatalogue = MethodCatalogue([]),
        limits: PublishedLimits = PublishedLimits(),
        tokens: [String: NoResult] = [:]
    ) {
        self.id = id
        self.name = name
        self.layouts = layouts
        self.methods = methods
        self.limits = limits
        self.tokens = tokens
    }
}
