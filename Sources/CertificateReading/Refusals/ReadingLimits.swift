/// How much of a delivery is read. Every limit is checked before the memory for what lies beyond it is taken.
public struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the file as delivered.
    public var deliveredBytes: Int
    /// Bytes that all members of a delivery together may inflate to.
    public var inflatedBytes: Int
    /// Inflated bytes for each packed byte, beyond ``freeInflatedBytes``. Deflate itself cannot exceed 1032.
    public var inflationRatio: Int
    /// Bytes that may inflate whatever the ratio: a small file of blanks is no bomb.
    public var freeInflatedBytes: Int
    /// Entries of an archive, folders included.
    public var members: Int
    /// Streams of one compressed file, one behind the other; each takes its time, though it may hold nothing.
    public var streams: Int
    /// Memory, in bytes, that unpacking may ask for at once to look back on. What `xz -9` and `zstd --ultra -22` write
    /// needs half of the standard, and all of it.
    public var dictionaryBytes: Int
    /// Records of a sheet, blank ones included.
    public var rows: Int
    /// Cells of one record.
    public var columns: Int
    /// Cells of a sheet. A cell takes eight bytes of memory, though it may be one byte of the file.
    public var cells: Int
    /// Bytes of one cell, in UTF-8.
    public var cellBytes: Int

    public init(
        deliveredBytes: Int = 64 << 20,
        inflatedBytes: Int = 256 << 20,
        inflationRatio: Int = 1000,
        freeInflatedBytes: Int = 1 << 20,
        members: Int = 1000,
        streams: Int = 10_000,
        dictionaryBytes: Int = 128 << 20,
        rows: Int = 200_000,
        columns: Int = 2_000,
        cells: Int = 5_000_000,
        cellBytes: Int = 32 << 10
    ) {
        self.deliveredBytes = deliveredBytes
        self.inflatedBytes = inflatedBytes
        self.inflationRatio = inflationRatio
        self.freeInflatedBytes = freeInflatedBytes
        self.members = members
        self.streams = streams
        self.dictionaryBytes = dictionaryBytes
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.cellBytes = cellBytes
    }

    /// The limits of a daemon that nobody watches.
    public static let standard = ReadingLimits()
}
