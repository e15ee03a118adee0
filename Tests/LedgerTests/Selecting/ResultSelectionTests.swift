import Geochemistry
import Ledger
import Testing

@Suite("The results that a statistic is made of")
struct ResultSelectionTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    @Test("Without a wish all are taken, with or without a date")
    func all() throws {
        let all = ResultSelection()
        #expect(all.takes(laboratory: "ALS", project: "", reported: nil))
        #expect(all.takes(method: "Au-AA23", analyte: "Au"))
    }

    @Test("Names are compared without case and blanks")
    func names() throws {
        let selection = ResultSelection(laboratory: "als ", method: "au-aa23", analyte: "AU")
        #expect(selection.takes(laboratory: "ALS", project: "", reported: nil))
        #expect(!selection.takes(laboratory: "SGS", project: "", reported: nil))
        #expect(selection.takes(method: "Au-AA23", analyte: "Au"))
        #expect(!selection.takes(method: "Au-AA24", analyte: "Au"))
        #expect(!selection.takes(method: "Au-AA23", analyte: "Ag"))
    }

    @Test("A project is a name or a pattern")
    func projects() throws {
        #expect(ResultSelection(project: "lac*").takes(laboratory: "", project: "Lac Vert", reported: nil))
        #expect(ResultSelection(project: "LOT #A").takes(laboratory: "", project: "Lot #A", reported: nil))
        #expect(!ResultSelection(project: "Lac").takes(laboratory: "", project: "Lac Vert", reported: nil))
    }

    @Test("The first and the last day belong to a period, the day before, the day behind and no day at all do not")
    func period() throws {
        let march = ResultSelection(from: try day("2026-03-01"), to: try day("2026-03-31"))
        func takes(_ reported: CalendarDate?) -> Bool { march.takes(laboratory: "", project: "", reported: reported) }
        #expect(!takes(try day("2026-02-28")))
        #expect(takes(try day("2026-03-01")))
        #expect(takes(try day("2026-03-31")))
        #expect(!takes(try day("2026-04-01")))
        #expect(!takes(nil))
    }
}
