import CertificateReading

extension ReadingLimits {
    /// The limits of the daemon made so small that inputs of libFuzzer come up against each of them. Memory is held to
    /// them by `-rss_limit_mb` and `-malloc_limit_mb`, see Tests/Fuzzing/fuzz.
    static let fuzzing = ReadingLimits(
        deliveredBytes: 256 << 10,
        inflatedBytes: 1 << 20,
        inflationRatio: 100,
        freeInflatedBytes: 16 << 10,
        members: 20,
        streams: 10,
        dictionaryBytes: 8 << 20,
        rows: 1_000,
        columns: 200,
        cells: 20_000,
        cellBytes: 2 << 10
    )
}
