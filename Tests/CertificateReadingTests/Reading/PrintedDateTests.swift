import CertificateReading
import Geochemistry
import Testing

@Suite("Printed dates")
struct PrintedDateTests {
    @Test(
        "Every form met in certificates is read",
        arguments: [
            ("14/11/2025", "2025-11-14"), ("2019-03-01", "2019-03-01"), ("05-Jan-2025", "2025-01-05"),
            ("28-Mar-2022", "2022-03-28"), ("13/12/2010 10:05:00", "2010-12-13"), ("27/4/2010 10:10:50", "2010-04-27"),
            ("10-ABR-2025", "2025-04-10"), ("1-dic-2024", "2024-12-01"), ("3 février 2021", "2021-02-03"),
            ("12 de marzo de 2020", "2020-03-12"), ("15-Set-2020", "2020-09-15"), ("1º-ago-2019", "2019-08-01"),
            ("March 5, 2021", "2021-03-05"), ("2019-03-20T10:11:12Z", "2019-03-20"), ("05-Jan-25", "2025-01-05"),
            ("18.02.2025", "2025-02-18"), ("2020/2/9", "2020-02-09"), ("03/04/2020", "2020-04-03"),
        ]
    )
    func forms(text: String, iso: String) throws {
        let date = try #require(CalendarDate(iso: iso))
        #expect(PrintedDate(text, order: .dayFirst) == .date(date))
    }

    @Test("A date in digits is ambiguous without a convention, unless a day beyond 12 shows it")
    func ambiguous() throws {
        let march = try #require(CalendarDate(iso: "2020-03-04"))
        let april = try #require(CalendarDate(iso: "2020-04-03"))
        #expect(PrintedDate("03/04/2020", order: .byEvidence) == .ambiguous(dayFirst: april, monthFirst: march))
        #expect(PrintedDate("03/04/2020", order: .yearFirst) == .ambiguous(dayFirst: april, monthFirst: march))
        #expect(PrintedDate("03/04/2020", order: .monthFirst) == .date(march))
        #expect(PrintedDate("04/04/2020", order: .byEvidence) == .date(try #require(CalendarDate(iso: "2020-04-04"))))
        #expect(PrintedDate("04/13/2020", order: .byEvidence) == .date(try #require(CalendarDate(iso: "2020-04-13"))))
    }

    @Test(
        "What is no date of the declared order is unreadable",
        arguments: ["04/13/2020", "31/02/2020", "", "soon", "2020", "1/2", "99999/1/1", "1/2/20201", "5 Brumaire 1800"]
    )
    func unreadable(text: String) {
        #expect(PrintedDate(text, order: .dayFirst) == .unreadable)
    }
}
