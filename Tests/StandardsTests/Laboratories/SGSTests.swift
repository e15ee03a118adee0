import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("SGS outside Brazil")
struct SGSTests {
    static let columns = [
        HeadedColumn("FAA515", "Au", "PPB", "5", "10000"), HeadedColumn("FAG505", "Au", "PPM", "0.5", ""),
        HeadedColumn("ICP12V", "Ag", "PPM", "0.2", "100"), HeadedColumn("AAS41B", "Cu", "PCT", "0.01", "20"),
    ]
    static let rows: [(name: String, results: [String])] = [
        ("M-1", ["12", "", "<0.2", ""]), ("M-2", [">10000", "14.3", ">100", "1.52"]),
        ("*DUP M-2", [">10000", "", "98.7", ""]), ("M-3", ["<5", "", "0.4", ""]),
    ]
    static let peru = SGSReport(.peru, columns: columns, rows: rows)

    @Test("Labels in Spanish, with and without colon, and the place before a date are read")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.peru.table.bytes())
        #expect(certificate.format == "sgs-peru")
        #expect(certificate.laboratory == "SGS")
        #expect(certificate.batch == "GQ2001234")
        #expect(certificate.client == "Minera Ejemplo S.A.")
        #expect(certificate.dispatch == "ENV-17")
        #expect(certificate.declaredSamples == 3)
        #expect(certificate.received == CalendarDate(year: 2020, month: 3, day: 12))
        #expect(certificate.reported == CalendarDate(year: 2020, month: 3, day: 20))
        #expect(certificate.remarks == [])
    }

    @Test(
        "Every column has its method, unit, limits and digestion",
        arguments: [SGSReport.Words.peru, .typeB, .canada]
    )
    func columns(words: SGSReport.Words) throws {
        var report = Self.peru
        report.words = words
        let certificate = try ShippedLaboratories.certificate(report.table.bytes())
        #expect(certificate.columns.map(\.method) == ["FAA515", "FAG505", "ICP12V", "AAS41B"])
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Au", "Au", "Ag", "Cu"])
        #expect(certificate.columns.map(\.unit) == [.ppb, .ppm, .ppm, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["5", "0.5", "0.2", "0.01"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fireAssay, .aquaRegia, .fourAcid])
        #expect(certificate.columns.map(\.technique) == [.aas, .gravimetric, .icpOES, .aas])
        #expect((0..<4).map(certificate.texts).map { $0[1] } == [">10000", "14.3", ">100", "1.52"])
        #expect(certificate.remarks == [])
    }

    @Test("Duplicates stand among the samples, and nothing below the sentinel is one")
    func origins() throws {
        var report = Self.peru
        report.rows.append(("* DUP M-3", ["6", "", "", ""]))
        var table = report.table
        table.rows.append(["Los resultados corresponden a las muestras recibidas."])
        table.rows += Array(repeating: [""], count: 2000)
        let certificate = try ShippedLaboratories.certificate(table.bytes())
        #expect(certificate.samples.map(\.name) == ["M-1", "M-2", "*DUP M-2", "M-3", "* DUP M-3"])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "M-2"), .client, .laboratoryDuplicate(of: "M-3"),
            ]
        )
        #expect(certificate.remarks == [])
    }

    @Test("Results below the sentinel are heard")
    func below() throws {
        var table = Self.peru.table
        table.rows.append(["M-4", "1", "", "2", "3"])
        let remark = try #require(try ShippedLaboratories.certificate(table.bytes()).remarks("rows_not_read").first)
        #expect(remark.needsPerson)
        #expect(
            remark.message == "The table ends above line 21, and what stands from there on looks like results in 1 "
                + "rows. They were not read: find out whether they belong to the certificate."
        )
    }

    @Test("North America: work order, dates in words, repeats, standards and blanks")
    func canada() throws {
        let report = SGSReport(
            .canada,
            columns: [
                HeadedColumn("GE_FAI30V5", "Au", "ppb", "1"), HeadedColumn("GE_ICP40Q12", "Ag", "ppm", "0.02"),
                HeadedColumn("GO_ICP42Q100", "Cu", "%", "0.001"),
            ],
            rows: [
                ("A-1", ["12", "0.3", ""]), ("A-2", ["<1", "N.A.", "1.2"]), ("A-3", ["I.S.", "L.N.R.", ""]),
                ("*Rep A-1", ["13", "", ""]), ("*Std OREAS 601b", ["775", "50.1", ""]), ("*Blk BLANK", ["<1", "", ""]),
                ("*Blk BLANK", ["", "<0.02", "<0.001"]),
            ]
        )
        let certificate = try ShippedLaboratories.certificate(report.table.bytes())
        #expect(certificate.format == "sgs")
        #expect(certificate.batch == "BBM22-01234")
        #expect(certificate.dispatch == "PO-9")
        #expect(certificate.received == CalendarDate(year: 2022, month: 3, day: 2))
        #expect(certificate.reported == CalendarDate(year: 2022, month: 3, day: 21))
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fourAcid, .fourAcid])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .client, .laboratoryDuplicate(of: "A-1"), .laboratoryCRM(material: "OREAS 601b"),
                .laboratoryBlank, .laboratoryBlank,
            ]
        )
        #expect(certificate.value(sample: 2, column: 0) == .noResult(.insufficientSample))
        #expect(certificate.value(sample: 2, column: 1) == .noResult(.listedNotReceived))
        #expect(certificate.remarks == [])
    }

    @Test("A heading of the samples below the labels is a heading and no sample")
    func heading() throws {
        var table = SGSReport(.canada, columns: Self.columns, rows: Self.rows).table
        let first = try #require(table.rows.firstIndex { $0.first == "M-1" })
        table.rows.insert(["Sample ID"], at: first)
        #expect(try ShippedLaboratories.certificate(table.bytes()).samples.first?.name == "M-1")
    }

    @Test("A preliminary report is one, wherever it says so")
    func preliminary() throws {
        var report = Self.peru
        report.words.titles.append("REPORTE PRELIMINAR")
        #expect(try ShippedLaboratories.certificate(report.table.bytes()).status == .preliminary)
    }

    @Test("Without an order, the file's name is the work order")
    func fileName() throws {
        var report = Self.peru
        report.words.metadata.removeFirst()
        #expect(try ShippedLaboratories.certificate(report.table.bytes(), name: "GQ2009999.CSV").batch == "GQ2009999")
    }

    @Test("A report without a row of elements is refused with all names that it may have")
    func noElements() throws {
        var table = SGSReport(.canada, columns: Self.columns, rows: Self.rows).table
        let elements = try #require(table.rows.firstIndex { $0.first == "Element" })
        table.rows[elements][0] = "?"
        let refusal = try ShippedLaboratories.refusal(table.bytes())
        #expect(
            refusal.closest.first { $0.layout == "sgs" }?.reason
                == "'Element' or 'Elements' or 'Analyte' or 'Analytes' does not stand in the 40 rows from line 1 on"
        )
    }

    @Test("An order number is the client's where the laboratory prints one of its own, or a number in its title")
    func clientsOrder() throws {
        let table = """
            Order Number,PO 123,,
            Number of Samples,2,,
            Date Completed,11-Jul-2020,,
            Element,WTKG,Au,Cu
            Method,G_WGH_KG,GE_FAI30V5,GE_ICP40Q12
            Lower Limit,0.01,1,0.5
            Upper Limit,--,10000,10000
            Unit,kg,ppb,ppm m / m
            C001,2.1,12,33.1
            C002,1.9,<1,1200
            *Rep C002,-,<1,1190
            """
        let titled = try ShippedLaboratories.certificate("ANALYSIS REPORT BBM20-04567,,,\n" + table)
        #expect(titled.batch == "BBM20-04567")
        let named = try ShippedLaboratories.certificate("SGS,,,\nSGS Order Number,BBM20-04568,,\n" + table)
        #expect(named.batch == "BBM20-04568")
        #expect(try ShippedLaboratories.certificate("SGS Canada,,,\n" + table).batch == "PO 123")
        #expect(named.samples.map(\.origin) == [.client, .client, .laboratoryDuplicate(of: "C002")])
        #expect(named.columns.map(\.unit).last == .ppm)
    }

    @Test("Signs of accreditation beside an element are no part of it")
    func accreditation() throws {
        var report = Self.peru
        report.columns[0].analyte = "@Au"
        report.columns[2].analyte = "*Ag"
        let certificate = try ShippedLaboratories.certificate(report.table.bytes())
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Au", "Au", "Ag", "Cu"])
        #expect(certificate.columns.map(\.analyteText) == ["@Au", "Au", "*Ag", "Cu"])
    }

    @Test("A cell too few among the units refuses the file")
    func shifted() throws {
        var table = Self.peru.table
        let units = try #require(table.rows.firstIndex { $0.first == "Unidad" })
        table.rows[units].remove(at: 2)
        let refusal = try ShippedLaboratories.refusal(table.bytes())
        #expect(refusal.code == .headerMismatch)
        #expect(refusal.what == "the row of units ends at column 4, and the row of analytes, line 11, at column 5")
    }
}
