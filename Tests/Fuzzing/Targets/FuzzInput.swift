/// Takes choices off the front of an input, so that libFuzzer makes them too.
struct FuzzInput {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var bytes: [UInt8] { Array(rest) }

    /// The next byte; 0 behind the end.
    mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// One of several things.
    mutating func choice<Thing>(of things: [Thing], else other: Thing) -> Thing {
        let index = Int(byte())
        return things.isEmpty ? other : things[index % things.count]
    }
}
