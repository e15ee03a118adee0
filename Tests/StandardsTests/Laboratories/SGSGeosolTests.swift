import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("SGS Geosol")
struct SGSGeosolTests {
    static let fixture = SGSGeosolCertificate(
        jobNumber: "GQ1009999",
        columns: [
            ("PREP_GY", "80#", "%", "0"), ("PREP_GY", "<80#", "%", "0"), ("ICM14B", "Ag", "ppm", "0,01"),
            ("ICM14B", "Cu", "ppm", "0,5"),
        ],
        samples: [
            ("BRANCO_PREP", "ROCHA", ["N.A.", "N.A.", "<0.01", "3"]),
            ("MA-L-1 - (IBX-1)", "ROCHA", ["84,92", "15,08", "0,26 ", ">10000"]),
        ],
        duplicates: [("MA-L-1 - (IBX-1)", "REP", ["--", "--", "0,25", "I.N.F."])],
        materials: [
            ("TILL-3", "STD", ["--", "--", "1,5", "22"]), ("QZ", "Prep Wash", ["--", "--", "<0.01", "1"]),
            ("B1", "BLK", ["--", "--", "<0.01", "<0.5"]),
        ]
    )

    @Test("Decimal commas, points after <, limits, padding and tokens are read", arguments: [false, true])
    func numbers(hasLaboratoryNumbers: Bool) throws {
        var fixture = Self.fixture
        fixture.hasLaboratoryNumbers = hasLaboratoryNumbers
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.format == "sgs-geosol")
        #expect(certificate.columns.map(\.detectionLimit?.description) == [nil, nil, "0.01", "0.5"])
        #expect(certificate.columns.map(\.isDetermination) == [false, false, true, true])
        #expect(certificate.texts(2) == ["<0.01", "0,26 ", "0,25", "1,5", "<0.01", "<0.01"])
        #expect(certificate.value(sample: 0, column: 2) == .below(limit: ExactDecimal("0.01")))
        #expect(certificate.value(sample: 1, column: 2) == .number(try #require(ExactDecimal("0.26"))))
        #expect(certificate.value(sample: 1, column: 3) == .above(limit: 10_000))
        #expect(certificate.value(sample: 2, column: 3) == .noResult(.insufficientSample))
        #expect(certificate.remarks == [])
    }

    @Test("Type codes, headings and blank names tell the laboratory's rows")
    func origins() throws {
        let samples = try ShippedLaboratories.certificate(Self.fixture.bytes).samples
        #expect(
            samples.map(\.origin) == [
                .laboratoryPreparationBlank, .client, .laboratoryDuplicate(of: "MA-L-1 - (IBX-1)"),
                .laboratoryCRM(material: "TILL-3"), .laboratoryOther("QZ"), .laboratoryBlank,
            ]
        )
        #expect(samples.map(\.type) == ["ROCHA", "ROCHA", "REP", "STD", "Prep Wash", "BLK"])
    }

    @Test(
        "Real certificates are read to the letter, plain and packed",
        .enabled(if: SharedFiles.arePresent),
        arguments: ["GQ1002726_Lote1543_R.csv", "GQ1002727.csv"],
        ["", "+gzip", "+zip"]
    )
    func realCellsToTheLetter(file: String, packing: String) throws {
        let bytes = try SharedFiles.bytes("real/sgs-geosol/\(file)")
        let packed =
            switch packing {
            case "+gzip": GzipFixture.gzip(bytes)
            case "+zip": ZipFixture.zip([.init("lote/\(file)", bytes)])
            default: bytes
            }
        let certificate = try ShippedLaboratories.certificate(packed, name: file)
        #expect(certificate.format == "sgs-geosol" + packing)

        // An independent reading: lines split at semicolons, rows of results below `Sample;Type`.
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let top = try #require(lines.firstIndex { $0.first == "Sample" })
        let rows = lines.enumerated().dropFirst(top + 1).filter { $0.element.count > 2 && !$0.element[1].isEmpty }
        #expect(certificate.samples.count == rows.count)
        #expect(certificate.columns.count == lines[top].count - 2)
        for (index, row) in rows.enumerated() {
            let cells = certificate.columns.map { $0.texts[index] }
            #expect(cells == Array(row.element.dropFirst(2)))
            #expect(certificate.samples[index].name == row.element[0])
            #expect(certificate.samples[index].type == row.element[1])
            #expect(certificate.samples[index].sheetRow == row.offset + 1)
        }
        #expect(certificate.columns.map(\.method) == Array(lines[top - 4].dropFirst(2)))
        #expect(certificate.columns.map(\.analyteText) == Array(lines[top - 3].dropFirst(2)))
        #expect(certificate.columns.map(\.unitText) == Array(lines[top - 2].dropFirst(2)))
        #expect(
            certificate.columns.map { $0.detectionLimit?.description }
                == lines[top - 1].dropFirst(2).map {
                    $0.replacing(",", with: ".")
                }
        )
    }

    @Test("A total of oxides may exceed the whole sample; an oxide may not")
    func total() throws {
        var fixture = Self.fixture
        fixture.columns[2] = ("ICP95A", "Sum", "%", "0,01")
        fixture.columns[3] = ("ICP95A", "SiO2", "%", "0,01")
        fixture.samples[1].results = ["84,92", "15,08", "103,87", "100,01"]
        let remarks = try ShippedLaboratories.certificate(fixture.bytes).remarks
        #expect(remarks.filter { $0.code == "impossible_value" }.map(\.analyte) == ["SiO2"])
    }

    @Test("The larger real certificate: rows, counts, dates", .enabled(if: SharedFiles.arePresent))
    func realRows() throws {
        let bytes = try SharedFiles.bytes("real/sgs-geosol/GQ1002726_Lote1543_R.csv")
        let certificate = try ShippedLaboratories.certificate(bytes)
        #expect(certificate.batch == "GQ1002726")
        #expect(certificate.status == .final)
        #expect(certificate.client == "CPRM - Cia de Pesquisa de Recursos Minerais")
        #expect(certificate.project == "Fosfato Brasil - C.C. 4068.500")
        #expect(certificate.dispatch == "Lote 1543")
        #expect(certificate.reported == CalendarDate(year: 2010, month: 4, day: 27))
        #expect(certificate.received == CalendarDate(year: 2010, month: 4, day: 22))
        #expect(certificate.declaredSamples == 36)
        #expect(certificate.remarks("declared_samples") == [])
        #expect(certificate.remarks.filter(\.needsPerson) == [])

        let origins = certificate.samples.map(\.origin)
        #expect(origins.count { $0.isClient } == 35)
        #expect(certificate.samples.first?.name == "BRANCO_PREP")
        #expect(origins.first == .laboratoryPreparationBlank)
        #expect(origins.count { $0 == .laboratoryDuplicate(of: "MA-R-132C - (IBX-431)") } == 4)
        #expect(certificate.samples.filter { $0.type == "REP" || $0.type == "DUP" }.count == 11)
        #expect(origins.count { $0 == .laboratoryCRM(material: "TILL-3") } == 3)
        #expect(origins.count { $0 == .laboratoryCRM(material: "STD_062") } == 3)
        #expect(origins.contains(.laboratoryCRM(material: "SG_099")))
    }

    @Test("Real sieve fractions are neither censored nor determinations", .enabled(if: SharedFiles.arePresent))
    func realSieves() throws {
        let certificate = try ShippedLaboratories.certificate(SharedFiles.bytes("real/sgs-geosol/GQ1002727.csv"))
        #expect(certificate.columns.prefix(4).map(\.analyteText) == ["Peso", "Soma Peso", "80#", "<80#"])
        #expect(certificate.columns.prefix(4).allSatisfy { !$0.isDetermination && $0.digestion == .none })
        #expect(certificate.columns.dropFirst(4).allSatisfy { $0.digestion == .aquaRegia })
        #expect(certificate.texts(3).prefix(2) == ["N.A.", "15,08"])
        #expect(certificate.declaredSamples == 4)
        #expect(certificate.remarks.map(\.code) == [])
    }
}
