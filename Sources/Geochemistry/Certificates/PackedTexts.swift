/// The texts of one column, as printed, packed one behind the other: two allocations however many cells.
public struct PackedTexts: Sendable, Hashable {
    /// UTF-8 of all texts.
    public private(set) var bytes: [UInt8] = []
    /// Where each text ends.
    public private(set) var ends: [UInt32] = []

    public init() {}

    public init(_ texts: [String]) {
        for text in texts { append(Array(text.utf8).span) }
    }

    public var count: Int { ends.count }

    public mutating func reserve(texts: Int, bytes count: Int) {
        ends.reserveCapacity(texts)
        bytes.reserveCapacity(count)
    }

    /// Appends a text; it is cut by nobody, so limits are checked before.
    public mutating func append(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        ends.append(UInt32(bytes.count))
    }

    /// The place of a text in ``bytes``.
    public func range(at index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    public subscript(_ index: Int) -> String {
        String(decoding: bytes[range(at: index)], as: UTF8.self)
    }

    /// The meaning of a text, without making a String of it.
    public func value(at index: Int, in vocabulary: ResultVocabulary) -> ReportedValue {
        vocabulary.value(of: bytes.span.extracting(range(at: index)))
    }
}
