import CertificateReading
import TestSupport
import Testing

@Suite("Days and times as cells show them")
struct SerialMomentTests {
    @Test(
        "a day is told by its format, in whatever order and words",
        arguments: [
            "dd/mm/yyyy", "m/d/yy", "yyyy-mm-dd", "d-mmm-yy", "[$-409]d\\-mmm\\-yyyy;@", "mmmm yyyy", "yyyy", "ddd d",
            "dd.mm.yyyy", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "m", "mm", "DD/MM/YYYY", "yyyy\"年\"m\"月\"d\"日\"",
        ]
    )
    func day(format: String) throws {
        let cell = try Workbook.showing(.number("45975", format))
        #expect(cell.shown == "2025-11-14")
        #expect(cell.stored == "45975")
    }

    @Test(
        "times stand behind the day, or alone",
        arguments: [
            ("45975.420138888888", "dd/mm/yyyy hh:mm", "2025-11-14 10:05:00"),
            ("45975.420138888888", "dd/mm/yyyy", "2025-11-14"),
            ("45975.999999", "dd/mm/yyyy", "2025-11-14"), ("45975.999999", "d/m/yyyy h:mm", "2025-11-15 00:00:00"),
            ("45975", "dd/mm/yyyy hh:mm:ss", "2025-11-14 00:00:00"), ("0.5", "h:mm AM/PM", "12:00:00"),
            ("0.75", "h A/P", "18:00:00"), ("45975.5", "hh:mm", "12:00:00"),
            ("1.0840277777777778", "[h]:mm", "26:01:00"),
            ("0.5", "[mm]:ss", "12:00:00"), ("0.00001157", "mm:ss", "00:00:01"),
            ("0.000011575", "mm:ss.0", "00:00:01.0"),
            ("0.0000121", "mm:ss.000", "00:00:01.045"), ("0.0000121", "mm:ss.00000", "00:00:01.045"),
            ("0", "h:mm", "00:00:00"), ("45975.5", "General \"h\"", "45975.5 h"),
        ]
    )
    func times(stored: String, format: String, shown: String) throws {
        #expect(try Workbook.showing(.number(stored, format)).shown == shown)
    }

    @Test(
        "the first system has a day too many in 1900; what is no day is shown as stored",
        arguments: [
            ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "60"), ("61", "1900-03-01"), ("0", "0"), ("-1", "-1"),
            ("0.5", "0.5"), ("2958465", "9999-12-31"), ("2958466", "2958466"), ("1E+20", "1E+20"),
            ("36585", "2000-02-29"),
            ("73050", "2099-12-31"), ("73110", "2100-03-01"),
        ]
    )
    func limits(stored: String, shown: String) throws {
        let cell = try Workbook.showing(.number(stored, "dd/mm/yyyy"))
        #expect(cell.shown == shown)
        #expect(cell.stored == (shown == stored ? nil : stored))
    }

    @Test("days that count from 1904", arguments: [("0", "1904-01-01"), ("44513", "2025-11-14"), ("60", "1904-03-01")])
    func macintosh(stored: String, shown: String) throws {
        #expect(try Workbook.showing(.number(stored, "dd/mm/yyyy"), countsFrom1904: true).shown == shown)
        #expect(try Workbook.showing(.number("2957004", "d/m/yy"), countsFrom1904: true).shown == "2957004")
    }
}
