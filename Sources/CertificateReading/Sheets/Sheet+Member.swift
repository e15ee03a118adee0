extension Sheet {
    /// Reads a member of a delivery: its encoding, its delimiter, its cells. Refusals name the member.
    ///
    /// - Parameter delimiter: nil to find it.
    public static func read(
        _ member: Member,
        delimiter: UInt8? = nil,
        limits: ReadingLimits = .standard
    ) throws(ReadingRefusal) -> Sheet {
        do throws(ReadingRefusal) {
            let text = try TextDecoding.utf8(member.bytes)
            return try read(delimited: text, delimiter: delimiter, name: member.name, limits: limits)
        } catch {
            throw error.inside(member.name)
        }
    }
}
