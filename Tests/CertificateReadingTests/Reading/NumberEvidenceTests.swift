import Geochemistry
import Testing

@testable import CertificateReading

@Suite("Evidence of signs in numbers")
struct NumberEvidenceTests {
    private func evidence(_ cells: [String]) -> NumberEvidence {
        var evidence = NumberEvidence()
        for cell in cells { evidence.add(Array(cell.utf8).span) }
        return evidence
    }

    private func signs(_ cells: [String]) -> (decimal: String, thousands: String?) {
        let evidence = evidence(cells)
        let decimal = evidence.decimalSign
        return (String(UnicodeScalar(decimal)), evidence.thousandsSign(beside: decimal)?.rawValue)
    }

    @Test(
        "A file proves its separator of thousands by a cell that can mean nothing else",
        arguments: [
            (["0.45", "1,250", "1,234.5"], ".", ","), (["1,250", "1,234,567"], ".", ","), (["1,234.5"], ".", ","),
            (["0,45", "1.250", "1.234,5"], ",", "."), (["1.234.567", "1.250"], ",", "."),
            (["0,45", "1 250", "1 234,5"], ",", " "), (["0,45", "1\u{A0}234\u{A0}567"], ",", "\u{A0}"),
            (["0.45", "1'250", "1'234.5"], ".", "'"), (["1\u{202F}234,5"], ",", "\u{202F}"),
            (["-1,234.5", "<0.01", "N.A.", "12"], ".", ","),
        ]
    )
    func proved(cells: [String], decimal: String, thousands: String) {
        #expect(signs(cells) == (decimal, thousands))
        #expect(signs(cells.reversed()) == (decimal, thousands))
    }

    @Test(
        "Anything less proves nothing",
        arguments: [
            ([], "."), (["1,250"], "."), (["0.45", "1,250", "2,500"], "."), (["0.45", "1 250"], "."),
            // A comma that is a decimal sign in one cell groups in none.
            (["0.45", "1,234.5", "0,45"], "."), (["1,234,567", "12,5"], ","),
            // A group of two or four digits.
            (["0.45", "1,234.5", "12,34,567"], "."), (["1,234.5", "1,2345.6"], "."), (["1,234.5", "0,250,000"], "."),
            // Two separators that group.
            (["1,234.5", "1'250"], "."), (["1,234,567", "1 250"], "."),
            // Both signs group.
            (["1,234.5", "1.234,5"], "."), (["1,234,567", "1.234.567"], "."),
            // Sequences that no number has.
            (["1,234.5", "1.5,3.2"], "."),
            // What stands behind a sign is no evidence.
            (["0.45", ">1,234.5", "<1,000,000"], "."),
        ]
    )
    func unproved(cells: [String], decimal: String) {
        #expect(signs(cells) == (decimal, nil))
        #expect(signs(cells.reversed()) == (decimal, nil))
    }

    @Test("A convention of the layout goes before the evidence, and only its other signs can group")
    func convention() {
        let cells = evidence(["1.234,5", "1.250"])
        #expect(cells.thousandsSign(beside: UInt8(ascii: ",")) == .point)
        #expect(cells.thousandsSign(beside: UInt8(ascii: ".")) == nil)
    }
}
