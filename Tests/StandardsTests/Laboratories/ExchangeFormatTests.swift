import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Formats of surveys and databases")
struct ExchangeFormatTests {
    static let template = ReportingTemplate(
        columns: [
            HeadedColumn("FA50/AA", "Au", "ppb", "1", "10000"), HeadedColumn("FA50/GRA", "Au", "ppm", "0.5", ""),
            HeadedColumn("4A/MS", "Cu", "ppm", "0.1", "5000"),
        ],
        rows: [("N-1", ["12", "", "45.1"]), ("N-2", [">10000", "14.2", "<0.1"]), ("N-3", ["3", "", "7"])]
    )

    @Test("A reporting template is read by its records, by tabs and by bars", arguments: ["\t", "|"] as [Character])
    func template(delimiter: Character) throws {
        let certificate = try ShippedLaboratories.certificate(Self.template.table.bytes(by: delimiter))
        #expect(certificate.format == "reporting-template")
        #expect(certificate.laboratory == "Genalysis")
        #expect(certificate.batch == "PH230123")
        #expect(certificate.client == "Example Resources")
        #expect(certificate.project == "North")
        #expect(certificate.declaredSamples == 3)
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Au", "Cu"])
        #expect(certificate.columns.map(\.method) == ["FA50/AA", "FA50/GRA", "4A/MS"])
        #expect(certificate.columns.map(\.unit) == [.ppb, .ppm, .ppm])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["1", "0.5", "0.1"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["10000", nil, "5000"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fireAssay, .fourAcid])
        #expect(certificate.samples.map(\.name) == ["N-1", "N-2", "N-3"])
        #expect(certificate.texts(1) == ["", "14.2", ""])
        #expect(certificate.remarks == [])
    }

    @Test("A list of codes is no row of methods; codes above their columns are")
    func codes() throws {
        var template = Self.template
        template.hasMethodRow = false
        template.codes = ["FA50/AA", "FA50/GRA", "4A/MS"]
        #expect(
            try ShippedLaboratories.certificate(template.table.bytes(by: "\t")).columns.map(\.method) == ["", "", ""]
        )
        template.isCodeAligned = true
        #expect(
            try ShippedLaboratories.certificate(template.table.bytes(by: "\t")).columns.map(\.method) == [
                "FA50/AA", "FA50/GRA", "4A/MS",
            ]
        )
    }

    @Test("Several jobs name no certificate, and several laboratories none")
    func several() throws {
        var template = Self.template
        template.jobs = ["PH230123", "PH230124"]
        template.companies = ["Genalysis", "ALS"]
        let certificate = try ShippedLaboratories.certificate(
            template.table.bytes(by: "\t"),
            name: "E451234_DG4_2023.txt"
        )
        #expect(certificate.batch == "E451234_DG4_2023")
        #expect(certificate.laboratory == "unknown")
        template.companies = ["ALS", "ALS"]
        #expect(try ShippedLaboratories.certificate(template.table.bytes(by: "\t")).laboratory == "ALS")
    }

    @Test("Every data row counts, and one too few is told")
    func count() throws {
        var template = Self.template
        template.declared = 4
        let certificate = try ShippedLaboratories.certificate(template.table.bytes(by: "\t"))
        #expect(certificate.remarks("declared_samples").map(\.needsPerson) == [true])
    }

    @Test("A tab too few among the units refuses the file")
    func shifted() throws {
        var table = Self.template.table
        let units = try #require(table.rows.firstIndex { $0.first == "H1001" })
        table.rows[units].remove(at: 1)
        #expect(try ShippedLaboratories.refusal(table.bytes(by: "\t")).code == .headerMismatch)
    }

    @Test("Rows need not go on above comments")
    func trimmed() throws {
        var table = Self.template.table
        for row in table.rows.indices {
            while table.rows[row].last?.isEmpty ?? false { table.rows[row].removeLast() }
        }
        #expect(try ShippedLaboratories.certificate(table.bytes(by: "\t")).columns.map(\.unit) == [.ppb, .ppm, .ppm])
    }

    @Test("A template of drill holes or of lithology is refused with the reason")
    func lithology() throws {
        let refusal = try ShippedLaboratories.refusal(
            """
            H0002\tVersion\t4
            H0202\tTemplate_format\tDL4
            H0203\tNumber_of_data_records\t1
            H1000\tHole_id\tDepth_from\tDepth_to\tLithology
            H1001\t\tmetres\tmetres\t
            D\tNRD1\t0\t10\tGranite
            EOF
            """
        )
        #expect(refusal.code == .noLayout)
        #expect(refusal.closest.first?.layout == "reporting-template")
        #expect(refusal.closest.first?.reason.hasPrefix("the heading of the sample numbers") == true)
    }

    @Test("Rows METHOD, DETECTION LIMIT and UNITS without a laboratory's name")
    func namedRows() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            METHOD,,FA40/MS,4A/MS,4A/OE
            DETECTION LIMIT,,1,0.1,1
            UNITS,,ppb,ppm,ppm
            SAMPLE,DEPOSIT,Au,Ag,Cu
            O-1,Example,12,0.3,MISSING
            O-2,Example,IS,TF,DMGED
            """,
            name: "osnaca.csv"
        )
        #expect(certificate.format == "method-limit-unit-rows")
        #expect(certificate.laboratory == "unknown")
        #expect(certificate.batch == "osnaca")
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Ag", "Cu"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .fourAcid, .fourAcid])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["1", "0.1", "1"])
        #expect(certificate.value(sample: 0, column: 2) == .noResult(.missing))
        #expect(certificate.value(sample: 1, column: 1) == .noResult(.toFollow))
        #expect(certificate.remarks == [])
    }

    @Test("An analyser's own export is no certificate of a laboratory")
    func portableXRF() throws {
        let refusal = try ShippedLaboratories.refusal(
            """
            Date;Time;Reading;Item Notes;Cu Compound;Cu Level;Cu Error;Cu Concentration;Cu Error1s;Cu Slope;Cu Offset
            2023-05-01;10:00;1;A-1;Cu;ok;3;120;1;1;0
            """
        )
        #expect(refusal.code == .noLayout)
    }
}
