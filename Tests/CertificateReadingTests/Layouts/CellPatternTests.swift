import Testing

@testable import CertificateReading

@Suite("Patterns of cells")
struct CellPatternTests {
    @Test(
        "A star stands for any run of characters",
        arguments: [
            ("* - *", "VA19012345 - Finalized"), ("LabjobNo*", "LABJOBNO :"), ("SAMPLE", " sample "),
            ("*GEOSOL*", "SGS GEOSOL LABORATÓRIOS LTDA."), ("a*b*c", "aXbYbZc"), ("Det.  Lim", "det. lim"),
            ("*", ""), ("a*", "a"), ("*Report", "Final\u{A0}Report"),
            ("kg", "\u{212A}G"), ("k*g", "\u{A0}K\tG\n"), ("*é", "caf\u{E9}"),
        ]
    )
    func fits(pattern: String, text: String) {
        #expect(CellPattern(pattern).matches(text))
    }

    @Test(
        "Everything else stands for itself",
        arguments: [
            ("SAMPLE", "# of SAMPLES"), ("* - *", "VA-1"), ("ab*ba", "aba"), ("a*b*c", "acb"), ("a*", "ba"), ("x", ""),
            ("kg", "lg"), ("kg", "kh"), ("*g", "kh "), ("#*", "1"),
        ]
    )
    func doesNotFit(pattern: String, text: String) {
        #expect(!CellPattern(pattern).matches(text))
    }

    @Test("Where a pattern names a first byte, every text that it describes begins with it")
    func firstByte() {
        for (pattern, text) in [("SAMPLE", "sample"), ("Det.  Lim", "DET. LIM"), ("é*", "Écart"), ("* - *", "a - b")] {
            #expect(CellPattern(pattern).matches(text))
            let first = CellPattern(pattern).firstByte
            #expect(first == nil || first == CellPattern.folded(text).first)
        }
        #expect(CellPattern("*x").firstByte == nil && CellPattern("").firstByte == nil)
    }
}
