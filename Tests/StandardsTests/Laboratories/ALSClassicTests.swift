import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("ALS, classic export")
struct ALSClassicTests {
    static let fixture = ALSCertificate(
        workOrder: "VA19012345",
        columns: [.weight, .gold, .copper, .copperOverLimit, .goldOverLimit],
        samples: [
            ("A1001", ["2.31", "<0.005", "1250", "", ""]),
            ("A1002", ["1.90", "0.450", ">10000", "1.52", ""]),
            ("A1003", ["2.02", ">10.0", "87", "", "12.35"]),
            ("A1004", ["NSS", "NSS", "--", "", ""]),
        ]
    )

    @Test("The metadata are read: two dates in one line, a comma in the client's name, latin-1")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.laboratory == "ALS")
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.status == .final)
        #expect(certificate.client == "MINQUE - Minière Québec, Inc.")
        #expect(certificate.project == "PRJ-7")
        #expect(certificate.dispatch == "")
        #expect(certificate.received == CalendarDate(year: 2019, month: 3, day: 1))
        #expect(certificate.reported == CalendarDate(year: 2019, month: 3, day: 20))
        #expect(certificate.declaredSamples == 4)
        #expect(certificate.format == "als-classic")
        #expect(certificate.remarks == [])
    }

    @Test("Columns are told apart by method, analyte and unit; a weight is no determination")
    func columns() throws {
        let columns = try ShippedLaboratories.certificate(Self.fixture.bytes).columns
        #expect(columns.map(\.method) == ["WEI-21", "Au-AA23", "ME-ICP41", "Cu-OG46", "Au-GRA21"])
        #expect(columns.map(\.analyte?.symbol) == [nil, "Au", "Cu", "Cu", "Au"])
        #expect(columns.map(\.unit) == [.other("kg"), .ppm, .ppm, .percent, .ppm])
        #expect(columns.map(\.digestion) == [.none, .fireAssay, .aquaRegia, .aquaRegia, .fireAssay])
        #expect(columns.map(\.isDetermination) == [false, true, true, true, true])
        #expect(columns.map(\.sheetColumn) == [1, 2, 3, 4, 5])
    }

    @Test("Every cell is kept to the letter, with its line")
    func cells() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        for (index, _) in certificate.columns.enumerated() {
            #expect(certificate.texts(index) == Self.fixture.samples.map { $0.results[index] })
        }
        #expect(certificate.samples.map(\.name) == ["A1001", "A1002", "A1003", "A1004"])
        #expect(certificate.samples.map(\.position) == [1, 2, 3, 4])
        #expect(certificate.samples.map(\.sheetRow) == [11, 12, 13, 14])
        #expect(certificate.value(sample: 0, column: 1) == .below(limit: ExactDecimal("0.005")))
        #expect(certificate.value(sample: 1, column: 2) == .above(limit: 10_000))
        #expect(certificate.value(sample: 3, column: 1) == .noResult(.insufficientSample))
    }

    @Test("A comment that runs over lines shifts the lines, and nothing else")
    func commentOverLines() throws {
        var fixture = Self.fixture
        fixture.comments = "Wet.\r\nVA19099999 - Finalized, see there."
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.samples.map(\.sheetRow) == [12, 13, 14, 15])
    }

    @Test("Certificates below one another are read as several")
    func concatenated() throws {
        var second = ALSCertificate(
            workOrder: "VA19012346",
            columns: [.silver],
            samples: [("B1", ["0.2"]), ("B2 - 7", ["3.1"])]
        )
        second.status = "Preliminary"
        let delivery = try ShippedLaboratories.read(Self.fixture.bytes + second.bytes)
        #expect(delivery.certificates.map(\.batch) == ["VA19012345", "VA19012346"])
        #expect(delivery.certificates.map(\.samples.count) == [4, 2])
        #expect(delivery.certificates.last?.status == .preliminary)
        #expect(delivery.certificates.last?.samples.map(\.name) == ["B1", "B2 - 7"])
        #expect(delivery.certificates.flatMap(\.remarks) == [])
    }

    @Test("A certificate takes no header row from the one below it")
    func concatenatedWithLimits() throws {
        let first = ALSCertificate(workOrder: "VA19012345", columns: [.gold], samples: [("A1", ["0.01"])])
        let second = ALSCertificate(workOrder: "VA19012346", columns: [.silver], samples: [("B1", ["0.2"])])
        var lines = second.lines
        lines.insert("LOR,0.2", at: 10)
        let delivery = try ShippedLaboratories.read((first.lines + lines).joined(separator: "\r\n"))
        #expect(delivery.certificates.map(\.batch) == ["VA19012345", "VA19012346"])
        #expect(delivery.certificates.map { $0.samples.map(\.name) } == [["A1"], ["B1"]])
        #expect(delivery.certificates.map { $0.columns.map(\.detectionLimit) } == [[nil], [ExactDecimal("0.2")]])
    }

    @Test("A status that nobody knows counts as preliminary")
    func unknownStatus() throws {
        var fixture = Self.fixture
        fixture.status = "Under Review"
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.status == .preliminary)
        #expect(certificate.remarks("unknown_status").count == 1)
    }

    @Test("A file that a spreadsheet saved with semicolons and decimal commas is read")
    func savedAgain() throws {
        let lines = Self.fixture.lines.enumerated().map { index, line in
            index < 7 ? line : String(line.replacing(",", with: ";").replacing(".", with: ","))
        }
        let text = lines.joined(separator: "\r\n")
        let certificate = try ShippedLaboratories.certificate(text.replacing("Recvd Wt,", with: "Recvd Wt."))
        #expect(certificate.value(sample: 1, column: 1) == .number(try #require(ExactDecimal("0.450"))))
        #expect(certificate.value(sample: 0, column: 1) == .below(limit: ExactDecimal("0.005")))
        #expect(certificate.remarks == [])
    }

    @Test(
        "A variant with a row of detection limits and METHOD in its first cell is read",
        arguments: ["LOR", "DL", "L.O.R."]
    )
    func limitRow(label: String) throws {
        var lines = Self.fixture.lines
        lines[7] = "METHOD" + lines[7]
        lines.insert("\(label),0.02,0.005,1,0.001,0.05", at: 10)
        try expectLimits(lines)
    }

    @Test("The row of units may have an empty first cell, above the limits or below", arguments: [false, true])
    func unitsWithoutLabel(limitsFirst: Bool) throws {
        var lines = Self.fixture.lines
        lines[9] = String(lines[9].dropFirst("DESCRIPTION".count))
        lines.insert("DL,0.02,0.005,1,0.001,0.05", at: limitsFirst ? 9 : 10)
        try expectLimits(lines)
    }

    private func expectLimits(_ lines: [String]) throws {
        let certificate = try ShippedLaboratories.certificate(lines.joined(separator: "\r\n"))
        #expect(certificate.format == "als-classic")
        #expect(certificate.columns.map(\.method) == Self.fixture.columns.map(\.method))
        #expect(certificate.columns.map(\.unitText) == Self.fixture.columns.map(\.unit))
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.02", "0.005", "1", "0.001", "0.05"])
        #expect(certificate.samples.map(\.name) == ["A1001", "A1002", "A1003", "A1004"])
        #expect(certificate.remarks == [])
    }

    @Test("Without a row of units a sample is not taken for one")
    func noUnits() throws {
        var lines = Self.fixture.lines
        lines.remove(at: 9)
        lines.insert("LOR,0.02,0.005,1,0.001,0.05", at: 9)
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\r\n"))
        #expect(refusal.code == .noLayout)
        #expect(
            refusal.closest.first?.reason == "the row of units does not stand beside the row of analytes"
        )
    }

    @Test("Coordinates that people inserted are no results, and shift none")
    func insertedCoordinates() throws {
        var lines = Self.fixture.lines
        func insert(_ row: Int, _ cells: String, behind column: Int = 1) {
            var parts = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            parts.insert(
                contentsOf: cells.split(separator: ";", omittingEmptySubsequences: false).map(String.init),
                at: column
            )
            lines[row] = parts.joined(separator: ",")
        }
        insert(7, ";")
        insert(8, "Hole_ID;Norte")
        insert(9, ";m")
        for row in 10..<14 { insert(row, "DH-07;6036774.8") }
        // Headed in the row of units only, in the middle of the results.
        insert(7, "", behind: 5)
        insert(8, "", behind: 5)
        insert(9, "ESTE", behind: 5)
        for row in 10..<14 { insert(row, "232450.4", behind: 5) }
        let certificate = try ShippedLaboratories.certificate(lines.joined(separator: "\r\n"))
        #expect(certificate.columns.map(\.method) == Self.fixture.columns.map(\.method))
        #expect(certificate.columns.map(\.sheetColumn) == [3, 4, 6, 7, 8])
        for index in certificate.columns.indices {
            #expect(certificate.texts(index) == Self.fixture.samples.map { $0.results[index] })
        }
        #expect(
            certificate.remarks.map(\.message) == ["These columns are no results and were not read: 'ESTE'."]
        )
        #expect(certificate.remarks.map(\.needsPerson) == [false])
    }

    @Test("A workbook that a spreadsheet made of the CSV is read: commas divide a quoted name, numbers are numbers")
    func workbook() throws {
        let cells = Self.fixture.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let rows = cells.map { $0.map { WorkbookFixture.Cell(printed: String($0)) } }
        let blank = Array(repeating: [WorkbookFixture.Cell](), count: 40)
        let bytes = WorkbookFixture([.init("VA19012345", rows + blank, dimension: "A1:F2000")]).bytes
        let certificate = try ShippedLaboratories.certificate(bytes, name: "VA19012345.xlsx")
        #expect(certificate.client == "MINQUE - Minière Québec, Inc.")
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.status == .final)
        #expect(certificate.reported == CalendarDate(year: 2019, month: 3, day: 20))
        for index in certificate.columns.indices {
            #expect(certificate.texts(index) == Self.fixture.samples.map { $0.results[index] })
        }
        #expect(certificate.remarks == [])
    }

    @Test(
        "Labels in Spanish, Portuguese and French are read",
        arguments: [
            [
                "CLIENTE", "# de MUESTRAS", "FECHA DE RECEPCIÓN", "FECHA DE FINALIZACIÓN", "PROYECTO", "MUESTRA",
                "DESCRIPCIÓN",
            ],
            [
                "CLIENTE", "# de AMOSTRAS", "DATA DE RECEBIMENTO", "DATA DE FINALIZAÇÃO", "PROJETO", "AMOSTRA",
                "DESCRIÇÃO",
            ],
            [
                "CLIENT", "# d'ÉCHANTILLONS", "DATE DE RÉCEPTION", "DATE DE FINALISATION", "PROJET", "ÉCHANTILLON",
                "DESCRIPTION",
            ],
        ]
    )
    func languages(labels: [String]) throws {
        let english = [
            "CLIENT", "# of SAMPLES", "DATE RECEIVED", "DATE FINALIZED", "PROJECT", "SAMPLE,", "DESCRIPTION",
        ]
        var fixture = Self.fixture
        fixture.status = "Finalizado"
        fixture.received = "1 de marzo de 2019"
        fixture.reported = "20-MAR-2019"
        var text = fixture.text
        for (one, other) in zip(english, labels) {
            text = text.replacing(one, with: one.hasSuffix(",") ? other + "," : other)
        }
        let certificate = try ShippedLaboratories.certificate(Latin1.encode(text))
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.status == .final)
        #expect(certificate.client == "MINQUE - Minière Québec, Inc.")
        #expect(certificate.project == "PRJ-7")
        #expect(certificate.received == CalendarDate(year: 2019, month: 3, day: 1))
        #expect(certificate.reported == CalendarDate(year: 2019, month: 3, day: 20))
        #expect(certificate.declaredSamples == 4)
        #expect(certificate.remarks == [])
    }

    @Test("A declared number of samples that the table does not have wants a person")
    func declaredCount() throws {
        var fixture = Self.fixture
        fixture.declared = 5
        let remarks = try ShippedLaboratories.certificate(fixture.bytes).remarks
        #expect(remarks.map(\.code) == ["declared_samples"])
        #expect(remarks.first?.needsPerson == true)
    }

    @Test("The format says in what the certificate was packed")
    func packed() throws {
        let gzip = try ShippedLaboratories.certificate(GzipFixture.gzip(Self.fixture.bytes), name: "x.csv.gz")
        #expect(gzip.format == "als-classic+gzip")
        let zip = ZipFixture.zip([.init("a.csv", Self.fixture.bytes), .init("readme.txt", "Dear client,\n\nhello\n")])
        let delivery = try ShippedLaboratories.read(zip, name: "x.zip")
        #expect(delivery.certificates.map(\.format) == ["als-classic+zip"])
        #expect(delivery.documents.map(\.name) == ["readme.txt"])
    }
}
