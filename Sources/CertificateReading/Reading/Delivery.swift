public import Geochemistry

/// What one delivered file turned out to hold.
public struct Delivery: Sendable, Hashable {
    /// A member of a container that is neither certificate nor register: it is kept as it came.
    public struct Document: Sendable, Hashable {
        /// Its path in the container.
        public let name: String
        public let bytes: [UInt8]
        public let kind: DocumentKind
        /// Why it was not read; empty where its kind says it.
        public let reason: String

        public init(name: String, bytes: [UInt8], kind: DocumentKind, reason: String = "") {
            self.name = name
            self.bytes = bytes
            self.kind = kind
            self.reason = reason
        }

        init(_ member: Member, kind: DocumentKind) {
            self.init(name: member.name, bytes: member.bytes, kind: kind)
        }

        /// A member that might have been a certificate.
        init(_ member: Member, refused refusal: ReadingRefusal) {
            let kind: DocumentKind =
                switch (member.kind, refusal.code) {
                case (.workbook, _): .workbook
                case (_, .binary): .unknown
                default: .text
                }
            self.init(name: member.name, bytes: member.bytes, kind: kind, reason: refusal.message)
        }
    }

    /// In the order of the file.
    public var certificates: [Certificate]
    /// The path inside the delivered file of those certificates that do not stand in it themselves, by their index.
    public var members: [Int: String] = [:]
    public var registers: [SampleRegister]
    public var documents: [Document]

    public init(
        certificates: [Certificate] = [],
        registers: [SampleRegister] = [],
        documents: [Document] = []
    ) {
        self.certificates = certificates
        self.registers = registers
        self.documents = documents
    }
}
