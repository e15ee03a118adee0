import Geochemistry
import Testing

@Suite("Days")
struct CalendarDateTests {
    @Test(
        "Only days that exist are days",
        arguments: [
            (2019, 3, 20, true), (2020, 2, 29, true), (2019, 2, 29, false), (2100, 2, 29, false), (2000, 2, 29, true),
            (2019, 4, 31, false), (2019, 4, 30, true), (2019, 13, 1, false), (2019, 0, 1, false), (2019, 1, 0, false),
            (1899, 12, 31, false), (1900, 1, 1, true), (2199, 12, 31, true), (2200, 1, 1, false),
        ]
    )
    func existence(_ year: Int, _ month: Int, _ day: Int, _ exists: Bool) {
        #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
    }

    @Test("Its own text reads back, and sorts like the days")
    func text() throws {
        let early = try #require(CalendarDate(iso: "2019-03-05"))
        let late = try #require(CalendarDate(iso: "2019-11-01"))
        #expect(early.description == "2019-03-05")
        #expect(early < late)
        #expect(early.description < late.description)
    }

    @Test(
        "Other texts are no days",
        arguments: [
            "", "2019", "2019-3-5", "05-03-2019", "2019/03/05", "2019-03-05 ", "2019-+3-05", "2019-02-30", "-019-03-05",
        ]
    )
    func otherTexts(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }
}
