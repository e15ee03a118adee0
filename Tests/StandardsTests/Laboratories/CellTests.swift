import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Columns and cells of certificates")
struct CellTests {
    private func als(_ samples: [(name: String, results: [String])]) -> ALSCertificate {
        ALSCertificate(workOrder: "VA1", columns: [.gold, .copper, .copperOverLimit], samples: samples)
    }

    // MARK: Thousands

    @Test("A file that proves its thousands is read, with the laboratory's text kept")
    func provedThousands() throws {
        let certificate = try ShippedLaboratories.certificate(
            als([("A", ["0.45", "1,250", ""]), ("B", ["0.50", ">10,000", "1.5"]), ("C", ["12,345.5", "2,500", ""])])
                .bytes
        )
        #expect(certificate.texts(1) == ["1,250", ">10,000", "2,500"])
        #expect(certificate.value(sample: 0, column: 1) == .number(1250))
        #expect(certificate.value(sample: 1, column: 1) == .above(limit: 10_000))
        #expect(certificate.value(sample: 2, column: 0) == .number(try #require(ExactDecimal("12345.5"))))
        #expect(certificate.vocabulary.thousandsSign == .comma)
        #expect(certificate.remarks == [])
    }

    @Test("A file that does not prove them leaves them unreadable, and says how to get them read")
    func unprovedThousands() throws {
        let certificate = try ShippedLaboratories.certificate(
            als([("A", ["0.45", "1,250", ""]), ("B", ["0.5", "2", ""])]).bytes
        )
        #expect(certificate.value(sample: 0, column: 1) == .unreadable(.ambiguousSeparator))
        #expect(
            certificate.remarks.map(\.message) == [
                "Cu of A, line 11, column 3: '1,250' can be read with a decimal sign or a separator of thousands, and the "
                    + "file does not prove which. Ask the laboratory for the file without separators of thousands."
            ]
        )
        #expect(certificate.remarks.map(\.needsPerson) == [true])
    }

    @Test("Decimal commas beside points and blanks that group are read where the file proves them")
    func provedInCommaFiles() throws {
        let points = try ShippedLaboratories.certificate("sample;Au_ppm;Cu_ppm\nS1;0,45;1.250\nS2;0,5;1.234,5\n")
        #expect(points.value(sample: 0, column: 1) == .number(1250))
        #expect(points.value(sample: 1, column: 1) == .number(try #require(ExactDecimal("1234.5"))))
        let blanks = try ShippedLaboratories.certificate(
            "sample;Au_ppm;Cu_ppm\nS1;0,45;1\u{A0}250\nS2;0,5;1\u{A0}234\u{A0}567\n"
        )
        #expect(blanks.value(sample: 0, column: 1) == .number(1250))
        let alone = try ShippedLaboratories.certificate("sample;Au_ppm;Cu_ppm\nS1;0,45;1 250\nS2;0,5;7\n")
        #expect(alone.value(sample: 0, column: 1) == .unreadable(.ambiguousSeparator))
    }

    @Test("The proof holds for the whole file, whichever certificate it stands in")
    func proofOfTheFile() throws {
        let delivery = try ShippedLaboratories.read(
            "certificate;sample;Au_ppm;Cu_ppm\nC1;S1;0.45;1,250\nC2;S2;0.5;1,234.5\n"
        )
        #expect(delivery.certificates.map { $0.value(sample: 0, column: 1) }.first == .number(1250))
        #expect(delivery.certificates.map(\.vocabulary.thousandsSign) == [.comma, .comma])
    }

    // MARK: Rows that shifted

    @Test("A thousand without quotes shifts its row, and the row is refused though its last cell is empty")
    func shiftedRow() throws {
        let lines = als([("A", ["0.45", "87", ""]), ("B", ["0.5", "1", "250", ""])]).lines
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\n"), name: "x.csv")
        #expect(refusal.code == .headerMismatch)
        #expect(
            refusal.message
                == "x.csv, line 12, column 5: the row has 5 cells where others, as line 11, have 4, so a delimiter stands "
                + "inside one of its cells and the results behind it have shifted; columns 3 and 4 may be '1,250' taken "
                + "apart. Ask for the file with such cells in quotes, or with numbers without separators of thousands."
        )
    }

    @Test("Rows that all end in a delimiter too many are fine, with a header that does and one that does not")
    func trailingDelimiters() throws {
        let samples: [(name: String, results: [String])] = [
            ("A", ["0.45", "87", "", ""]), ("B", ["0.5", "120", "", ""]),
        ]
        let rows = try ShippedLaboratories.certificate(als(samples).bytes)
        #expect(rows.texts(1) == ["87", "120"])
        let everywhere = als(samples.map { ($0.name, Array($0.results.dropLast())) }).lines.enumerated().map {
            $0 < 7 ? $1 : $1 + ","
        }
        #expect(try ShippedLaboratories.certificate(everywhere.joined(separator: "\n")).remarks == [])
        let shifted = everywhere.dropLast() + ["B,0.5,1,250,,"]
        #expect(try ShippedLaboratories.refusal(shifted.joined(separator: "\n")).code == .headerMismatch)
    }

    @Test("Short rows are no rows of others, and a plain table is looked at as well")
    func plainRows() throws {
        let table = "sample,Au_ppm,Cu_ppm,Zn_ppm\nS1,0.45,87,12\n"
        #expect(try ShippedLaboratories.refusal(table + "S2,0.5,1,250,\n").message.contains("'1,250' taken apart"))
        #expect(try ShippedLaboratories.certificate(table + "S2,0.5\n").samples.count == 2)
        #expect(try ShippedLaboratories.certificate("sample,Au_ppm\nS1,0.45,\nS2\nS3,0.5,\n").samples.count == 3)
    }

    // MARK: Columns

    @Test("A column that repeats another says whether they agree, and both stay")
    func repeatedColumns() throws {
        func remark(_ second: [String]) throws -> Remark? {
            let first = ["120", "<1", ""]
            let fixture = ALSCertificate(
                workOrder: "VA1",
                columns: [.copper, .copper],
                samples: zip(first, second).enumerated().map { ("S\($0 + 1)", [$1.0, $1.1]) }
            )
            let certificate = try ShippedLaboratories.certificate(fixture.bytes)
            #expect(certificate.texts(0) == first)
            #expect(certificate.texts(1) == second)
            return certificate.remarks("column_twice").first
        }
        let start = "Column 3 repeats Cu ME-ICP41 in ppm of column 2, "
        #expect(
            try remark(["120.0", "< 1", ""])?.message
                == start + "and agrees with it in all 2 samples that have both. Both are kept and judged."
        )
        #expect(
            try remark(["121", "<1", "7"])?.message
                == start
                + "and differs from it in 1 of 2 samples, the first S1, line 11: '120' and '121'; 1 have a result "
                + "in one of them only. Both are kept and judged. Ask the laboratory which is meant."
        )
        #expect(
            try remark(["", "", "7"])?.message
                == start + "and no sample has a result in both. Both are kept and judged."
        )
        #expect(try remark(["121", "<1", "7"])?.needsPerson == false)
    }

    @Test("Values padded with blanks, breaking or not, are read, and kept as they stand")
    func padded() throws {
        let texts = [" 0.45", "87   ", "\u{A0}1.52\u{A0}"]
        let lines = als([("A", texts)]).lines.map {
            $0.replacing("Québec", with: "Quebec").replacing("Minière", with: "Miniere")
        }
        let certificate = try ShippedLaboratories.certificate(lines.joined(separator: "\r\n"))
        #expect((0..<3).map { certificate.columns[$0].texts[0] } == texts)
        #expect(certificate.value(sample: 0, column: 0) == .number(try #require(ExactDecimal("0.45"))))
        #expect(certificate.value(sample: 0, column: 1) == .number(87))
        #expect(certificate.value(sample: 0, column: 2) == .number(try #require(ExactDecimal("1.52"))))
        #expect(certificate.remarks == [])
    }

    @Test("Empty cells in quotes are empty")
    func quotedEmptyCells() throws {
        let certificate = try ShippedLaboratories.certificate("sample,Au_ppm,Cu_ppm\n\"S1\",\"\",\"87\"\n")
        #expect(certificate.value(sample: 0, column: 0) == .noResult(.notRequested))
        #expect(certificate.value(sample: 0, column: 1) == .number(87))
    }

    // MARK: Dates

    @Test("An ambiguous date is settled by any date of the file, also in a column or another row")
    func dateColumns() throws {
        func reported(_ text: String) throws -> (dates: [String?], remarks: [String]) {
            let delivery = try ShippedLaboratories.read(text)
            return (
                delivery.certificates.map { $0.reported?.description },
                delivery.certificates.flatMap(\.remarks).map(\.code)
            )
        }
        let head = "certificate,date,sample,Au_ppm,comment\n"
        #expect(
            try reported(head + "C1,03/04/2020,A,1,\n") == (["2020-04-03"], ["ambiguous_date"])
        )
        #expect(try reported(head + "C1,03/04/2020,A,1,\nC2,13/04/2020,B,1,\n") == (["2020-04-03", "2020-04-13"], []))
        #expect(try reported(head + "C1,03/04/2020,A,1,04/13/2020\n") == (["2020-03-04"], []))
        #expect(
            try reported(head + "C1,03/04/2020,A,1,04/13/2020\nC2,13/04/2020,B,1,\n")
                == (["2020-04-03", "2020-04-13"], ["ambiguous_date"])
        )
    }

    @Test("A date above the table that nobody needs settles the others")
    func datesAbove() throws {
        var fixture = als([("A", ["1", "2", ""])])
        fixture.received = "03/04/2020"
        fixture.reported = "05/04/2020"
        let codes = try ShippedLaboratories.certificate(fixture.bytes).remarks.map(\.code)
        #expect(codes == ["ambiguous_date", "ambiguous_date"])
        fixture.comments = "Printed: 04/25/2020"
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.remarks == [])
        #expect(certificate.reported?.description == "2020-05-04")
    }

    // MARK: Declared against counted

    @Test("What a declared number counts differs by laboratory: the client's, the list with its blanks, or every row")
    func declaredCounts() throws {
        let text = """
            Job;J1
            Samples;%d
            Element;Au
            Unit;ppm
            A1;0.5
            PREP;0.01
            A2;0.7
            STD x;2.3
            """
        for (convention, count) in [(DeclaredCount.clientSamples, 2), (.sampleList, 3), (.allRows, 4)] {
            var layout = Layout(id: "test", shape: .headerRows)
            layout.marks = [RecognitionMark("Job", within: 1)]
            layout.declared = convention
            layout.fields = [
                MetadataField(holds: [.workOrder], labels: [Label("Job")]),
                MetadataField(holds: [.declaredSamples], labels: [Label("Samples")]),
            ]
            layout.headerRows = [
                HeaderRow(.analyte, labels: [Label("Element")]), HeaderRow(.unit, labels: [Label("Unit")]),
            ]
            layout.qcRows = [
                QCRowRule(.preparationBlank, names: ["PREP"]), QCRowRule(.crm, prefixes: ["STD "]),
            ]
            let reader = CertificateReader(
                laboratories: [Laboratory(id: "t", name: "T", layouts: [layout])],
                analytes: ShippedLaboratories.analytes
            )
            for declared in [count - 1, count, count + 1] {
                let bytes = Array(text.replacing("%d", with: "\(declared)").utf8)
                let remarks = try reader.read(bytes, name: "x.csv").certificates.flatMap(\.remarks)
                #expect(
                    remarks.map(\.code) == (declared == count ? [] : ["declared_samples"]),
                    "\(convention) \(declared)"
                )
                #expect(
                    remarks.allSatisfy {
                        $0.message.contains("declares \(declared) samples, and the table holds \(count) ")
                    }
                )
            }
        }
    }
}
