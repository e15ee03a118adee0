import Testing

@testable import QualityControl

@Suite("Sampling patterns")
struct SamplingPatternTests {
    @Test(
        "Stars, question marks and digits",
        arguments: [
            ("*STD", "X-std", true), ("*STD", "STD", true), ("*STD", "STDX", false), ("A-####", "a-1234", true),
            ("A-####", "A-123", false), ("A-####", "A-12345", false), ("A-####", "A-12B4", false), ("B?", "B1", true),
            ("B?", "B", false), ("*", "", true), ("", "", true), ("", "A", false), ("*-D", "10-D-D", true),
            ("A*B*C", "AxBxBxC", true), ("A*B*C", "AxCxB", false), ("**#**", "x5y", true), ("É?", "éÜ", true),
            ("[A]", "[a]", true), ("A.C", "ABC", false),
        ]
    )
    func matches(_ pattern: String, _ number: String, _ expected: Bool) {
        #expect(SamplingPattern(pattern).matches(SamplingPattern.folded(number)) == expected)
    }

    @Test("A pattern of many stars ends: trying every way to share the number out would not", .timeLimit(.minutes(30)))
    func evilPattern() {
        let pattern = SamplingPattern(String(repeating: "*A", count: 40) + "B")
        #expect(!pattern.matches(SamplingPattern.folded(String(repeating: "A", count: 5_000))))
    }
}
