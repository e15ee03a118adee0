import Foundation

/// The JSON that Cupel shows people: keys in order, indented, slashes as they are; the same value is the same bytes.
public enum JSONText {
    /// - Parameter snakeCase: spells openedAt opened_at. It costs more than all else for long documents, so those of
    ///   batches name their keys themselves.
    public static func bytes(_ value: some Encodable, snakeCase: Bool = false) throws -> [UInt8] {
        let encoder = JSONEncoder()
        if snakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}
