/// A name and the time by which it is ordered; equal times go by the bytes of the name, so that an order can be had again.
struct Turn: Sendable, Comparable {
    /// Nanoseconds, of whatever clock the order is by.
    let time: Int64
    let name: FileName

    static func < (one: Turn, other: Turn) -> Bool {
        guard one.time == other.time else { return one.time < other.time }
        return one.name.bytes.lexicographicallyPrecedes(other.name.bytes)
    }
}
