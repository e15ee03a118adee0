public import Geochemistry

/// What one delivered file turned out to hold.
public struct Delivery: Sendable, Hashable {
    /// A member of a container that is neither certificate nor register.
    public struct Other: Sendable, Hashable {
        public let name: String
        public let reason: String

        public init(name: String, reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// In the order of the file.
    public var certificates: [Certificate]
    public var registers: [SampleRegister]
    public var others: [Other]

    public init(certificates: [Certificate] = [], registers: [SampleRegister] = [], others: [Other] = []) {
        self.certificates = certificates
        self.registers = registers
        self.others = others
    }
}
