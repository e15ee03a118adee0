import Geochemistry
import Testing

@testable import CertificateReading

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
            ("20250114", "2025-01-14"), ("20250114T101500Z", "2025-01-14"), ("2025-01-14T10:15:00+05:00", "2025-01-14"),
            ("2025-01-14 23:59:59.999", "2025-01-14"), ("14/11/2025 02:15 PM", "2025-11-14"),
            ("14/11/2025 12:00:00 a.m.", "2025-11-14"), ("14-11-2025", "2025-11-14"), ("14/11/25", "2025-11-14"),
            ("01/02/68", "2068-02-01"), ("01/02/69", "1969-02-01"), ("05-Jan-99", "1999-01-05"),
            ("Nov 14, 25", "2025-11-14"), ("Nov 14 2025", "2025-11-14"), ("2025 November 14", "2025-11-14"),
            ("2025-Nov-14", "2025-11-14"), ("Friday, November 14th, 2025", "2025-11-14"),
            ("14 févr. 2020", "2020-02-14"), ("14 fevr. 2020", "2020-02-14"), ("1er août 2021", "2021-08-01"),
            ("1 AOÛT 2021", "2021-08-01"), ("1 aout 2021", "2021-08-01"), ("le 3 déc. 2019", "2019-12-03"),
            ("3 de\u{301}c. 2019", "2019-12-03"), ("15 juil. 2020", "2020-07-15"), ("15 juin 2020", "2020-06-15"),
            ("15 avr. 2020", "2020-04-15"), ("2 janv. 2020", "2020-01-02"), ("2 mai 2020", "2020-05-02"),
            ("12 de marzo de 2021", "2021-03-12"), ("12 de marzo del 2021", "2021-03-12"),
            ("1ro de setiembre de 2021", "2021-09-01"), ("14-ENE-2020", "2020-01-14"), ("14-Dic-20", "2020-12-14"),
            ("Callao, 12 de marzo de 2021", "2021-03-12"), ("lunes 3 de agosto de 2020", "2020-08-03"),
            ("Lima 14/11/2025", "2025-11-14"), ("15/set/2020", "2020-09-15"), ("7-Out-2019", "2019-10-07"),
            ("7 de fevereiro de 2019", "2019-02-07"), ("28-dez-2018", "2018-12-28"), ("30-mai-2018", "2018-05-30"),
            ("segunda-feira, 2 de março de 2020", "2020-03-02"), ("29/02/2020", "2020-02-29"),
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
        arguments: [
            "04/13/2020", "31/02/2020", "29/02/2021", "", "soon", "2020", "1/2", "99999/1/1", "1/2/20201",
            "5 Brumaire 1800", "45678", "45678.5", "43831", "set/2020", "jui 2020", "3 jui 2020", "20251401",
            "20250230",
            "2020-13-01", "2020-14-11", "0/1/2020", "1/0/2020", "14/11/025", "Mar del Plata", "12345678901234567890",
        ]
    )
    func unreadable(text: String) {
        #expect(PrintedDate(text, order: .dayFirst) == .unreadable)
    }

    @Test("A year of two digits is none without a convention, because it may stand first")
    func shortYears() throws {
        let date = try #require(CalendarDate(iso: "2014-11-25"))
        #expect(PrintedDate("25/11/14", order: .dayFirst) == .date(date))
        #expect(PrintedDate("11/25/14", order: .monthFirst) == .date(date))
        #expect(PrintedDate("25/11/14", order: .byEvidence) == .unreadable)
        #expect(PrintedDate("25-Nov-14", order: .byEvidence) == .date(date))
    }

    @Test(
        "A day beyond 12 shows the order, and nothing else does",
        arguments: [
            ("13/12/2010", DateOrder.dayFirst), ("12/12/2010", nil), ("12/13/2010", .monthFirst),
            ("31.1.2020", .dayFirst),
            ("1-31-2020", .monthFirst), ("32/1/2020", nil), ("13/13/2020", nil), ("2020-01-31", nil),
            ("5-Mar-2020", nil),
            ("25/11/14", nil), ("11/25/14", .monthFirst), ("", nil), ("13/12", nil), ("20101231", nil),
        ] as [(String, DateOrder?)]
    )
    func evidence(text: String, order: DateOrder?) {
        #expect(PrintedDate.evidence(in: text) == order)
    }

    @Test("The dates of a file settle an order that the layout leaves open, and contradictions settle none")
    func settled() {
        #expect(DateEvidence(["03/04/2020", "13/04/2020"]).settled(.byEvidence) == .dayFirst)
        #expect(DateEvidence(["03/04/2020", "04/13/2020"]).settled(.yearFirst) == .monthFirst)
        #expect(DateEvidence(["13/04/2020", "04/13/2020"]).settled(.byEvidence) == .byEvidence)
        #expect(DateEvidence(["03/04/2020"]).settled(.byEvidence) == .byEvidence)
        #expect(DateEvidence(["04/13/2020"]).settled(.dayFirst) == .dayFirst)
    }
}
