import Glibc

/// The start of an element: its name and its attributes, while the parser holds them.
struct PartElement {
    let name: PartName
    /// Names and values in turn, a nil behind the last; names of a foreign namespace are `namespace \n name`.
    private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(name: PartName, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.name = name
        self.attributes = attributes
    }

    /// The value of an attribute without a namespace, to be used before the next event; nil where it is not there.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return value { $0.count == name.count && $0.elementsEqual(name) }
    }

    func text(_ name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The value of `r:id`, which ties an element to a relationship of its part.
    var relationshipID: String? {
        let ending = "/relationships\nid".utf8
        return value { $0.count > ending.count && $0.suffix(ending.count).elementsEqual(ending) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether an attribute is `1` or `true` (xsd:boolean).
    func isTrue(_ name: StaticString) -> Bool {
        guard let value = bytes(name) else { return false }
        return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
    }

    private func value(where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        guard var pair = attributes else { return nil }
        while let name = pair[0], let value = pair[1] {
            if isWanted(Self.bytes(of: name)) { return Self.bytes(of: value) }
            pair += 2
        }
        return nil
    }

    static func bytes(of text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        let count = strlen(text)
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self),
            count: count
        )
    }
}
