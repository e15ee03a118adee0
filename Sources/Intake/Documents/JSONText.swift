import Foundation

/// The JSON that Cupel shows people: keys in order, indented, slashes as they are; the same value is the same bytes.
public enum JSONText {
    public static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        // openedAt is opened_at, as in the views.
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}
