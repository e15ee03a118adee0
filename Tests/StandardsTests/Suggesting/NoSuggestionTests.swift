import CertificateReading
import TestSupport
import Testing

@Suite("Files for which no layout can be suggested")
struct NoSuggestionTests {
    private func said(_ text: String) throws -> String { "\(try RoundTrip.refusal(text))" }

    @Test("say what was looked for, what was found, and what to do")
    func words() throws {
        #expect(
            try said("Dear Sir,\nplease find enclosed the results.\nYours\n")
                == "a row of analytes such as Au, Cu, Fe2O3 with units above or below it, or headings such as 'Cu ppm', "
                + "was looked for in the first 3 rows, and none was found. If this is a certificate, add the spelling "
                + "of its analytes to Standards/analytes.csv; if it is none, it needs no layout."
        )
        #expect(
            try said("Sample,S1,S2,S3\nAu,0.1,0.2,0.3\nCu,10,20,30\nZn,5,6,7\nFe,1,2,3\n")
                == "a row of analytes was looked for, and 4 analytes stand below one another in column 1: the table "
                + "lies on its side, with a column a sample. No layout can describe such a table; ask the laboratory "
                + "for an export with a row a sample."
        )
        #expect(
            try said(
                "SAMPLE      Au      Cu\nNUMBER      ppm     ppm\nS-1         0.1     20\nS-2         0.2     30\n"
            )
                == "a delimiter was looked for, and 4 lines are divided by runs of blanks: the columns stand at fixed "
                + "places. Ask the laboratory for delimited text, or write the layout by hand."
        )
        #expect(
            try said("Thing,Au ppm,Cu ppm\nA,1,2\n")
                == "headings of results stand on line 1, and beside them no heading of sample numbers such as 'Sample "
                + "ID', 'Muestra', 'Amostra', 'Échantillon'. Give that column a heading, or write the layout by hand."
        )
        #expect(
            try said("Job No: 17\nElement,Au,Cu\nUnit,ppm,ppm\n")
                == "the header of a table ends on line 3, and no row of results stands below it. Make the layout from a "
                + "file that has samples."
        )
        #expect(
            try said("sample,type,reference,parent\nA1,crm,OREAS 620,\nA2,routine,,\n")
                == "a table of results was looked for, and the file is a register of 2 samples. A register needs no "
                + "layout; deliver it as it is."
        )
        #expect(
            try said("\n \n") == "a table of results was looked for, and the file has no filled row. Ask the "
                + "laboratory to send it again."
        )
    }

    @Test("A file that is no text at all is refused as everywhere")
    func binary() throws {
        let refusal = try RoundTrip.refusal(Array("%PDF-1.7\n...".utf8), name: "x.pdf")
        #expect((refusal as? ReadingRefusal)?.code == .pdfDocument)
    }

    @Test("A layout that fits is named, with the refusal that the file meets all the same")
    func fits() throws {
        let shipped = try ShippedLaboratories.all().laboratories
        let reader = CertificateReader(laboratories: shipped, analytes: ShippedLaboratories.analytes)
        let certificate = ShippedShapesTests.als
        #expect(
            try reader.suggestLayout(for: certificate.bytes, name: "x.csv")
                == .fits(layout: "als-classic", laboratory: "ALS", refusal: nil)
        )
        let damaged = certificate.text.replacing("Au-AA23,ME-ICP41", with: "Au-AA23")
        guard case .fits(_, _, let refusal?) = try reader.suggestLayout(for: Array(damaged.utf8), name: "x.csv") else {
            Issue.record("the damage was not seen")
            return
        }
        #expect(refusal.code == .headerMismatch)
        // Asked for all the same, the suggestion says that the file goes on being read as before.
        let again = try reader.suggestLayout(for: certificate.bytes, name: "x.csv", evenWhereOneFits: true)
        guard case .layout(let suggestion) = again else {
            Issue.record("no layout was made")
            return
        }
        #expect(suggestion.layouts.count == 1)
    }
}
