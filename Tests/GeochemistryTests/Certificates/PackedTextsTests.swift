import Geochemistry
import Testing

@Suite("Packed texts of a column")
struct PackedTextsTests {
    private let cells = ["0.005", "", "<0.005", " 12 ", "N.A.", "Übung", ""]

    @Test("Every text comes back as it was put in, empty ones too")
    func texts() {
        let packed = PackedTexts(cells)
        #expect(packed.count == cells.count)
        #expect(cells.indices.map { packed[$0] } == cells)
        #expect(packed == PackedTexts(cells))
        #expect(PackedTexts().count == 0)
    }

    @Test("A text has its meaning without becoming a String")
    func values() {
        let packed = PackedTexts(cells)
        let vocabulary = ResultVocabulary()
        #expect(packed.value(at: 0, in: vocabulary) == .number(ExactDecimal("0.005") ?? 0))
        #expect(packed.value(at: 1, in: vocabulary) == .noResult(.notRequested))
        #expect(packed.value(at: 2, in: vocabulary) == .below(limit: ExactDecimal("0.005")))
        #expect(packed.value(at: 3, in: vocabulary) == .number(12))
        #expect(packed.value(at: 4, in: vocabulary) == .noResult(.notAnalysed))
        #expect(packed.value(at: 5, in: vocabulary) == .unreadable(.notANumber))
    }
}
