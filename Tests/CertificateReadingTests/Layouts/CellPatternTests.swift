import CertificateReading
import Testing

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
}
