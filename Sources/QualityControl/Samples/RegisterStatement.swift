public import Geochemistry

/// What one register says of one sample.
public struct RegisterStatement: Sendable, Hashable {
    public var entry: RegisterEntry
    public var revision: Int
    /// SHA-256 of the register file, in hexadecimal.
    public var registerSHA256: String
    public var registerName: String
    /// Which register of the file, from 0: a container may hold several.
    public var registerPart: Int

    public init(
        entry: RegisterEntry,
        revision: Int,
        registerSHA256: String,
        registerName: String,
        registerPart: Int = 0
    ) {
        self.entry = entry
        self.revision = revision
        self.registerSHA256 = registerSHA256
        self.registerName = registerName
        self.registerPart = registerPart
    }
}
