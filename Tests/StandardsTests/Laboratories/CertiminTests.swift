import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Certimin")
struct CertiminTests {
    static let fixture: PeruvianExport = {
        var export = PeruvianExport(
            workOrder: "MAR0012.R22",
            columns: [
                HeadedColumn("G0176R+", "Ag", "ppm", "0.2", "100"), HeadedColumn("G0176R+", "Mn", "ppm", "2", "10000"),
                HeadedColumn("G0176R+", "Zn", "ppm", "0.5", "10000"), HeadedColumn("G0001", "Ag", "g/t", "5", ""),
                HeadedColumn("G0388", "Mn", "%", "0.01", ""), HeadedColumn("G0387", "Zn", "%", "0.01", ""),
            ],
            rows: [
                ("P-1", ["12.5", "850", "120", "", "", ""]),
                ("P-2", [">100", ">10000", ">10000", "231", "1.92", "3.4"]),
                ("P-3", ["<0.2", "77", "", "", "", ""]),
            ]
        )
        export.received = "21-Mar-2022"
        export.reported = "28-Mar-2022"
        return export
    }()

    @Test("A byte order mark, quoted empty cells and dates in words are read")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.quoted)
        #expect(certificate.format == "certimin")
        #expect(certificate.laboratory == "Certimin")
        #expect(certificate.batch == "MAR0012.R22")
        #expect(certificate.status == .final)
        #expect(certificate.received == CalendarDate(year: 2022, month: 3, day: 21))
        #expect(certificate.reported == CalendarDate(year: 2022, month: 3, day: 28))
        #expect(certificate.value(sample: 2, column: 2) == .noResult(.notRequested))
        #expect(certificate.samples.map(\.origin) == [.client, .client, .client])
        #expect(certificate.remarks == [])
    }

    @Test("Mn, Ag and Zn stand twice, and each column is its own")
    func overLimits() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.quoted)
        #expect(certificate.columns.map(\.method) == ["G0176R+", "G0176R+", "G0176R+", "G0001", "G0388", "G0387"])
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .ppm, .gramsPerTonne, .percent, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.2", "2", "0.5", "5", "0.01", "0.01"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["100", "10000", "10000", nil, nil, nil])
        #expect((0..<6).map(certificate.texts).map { $0[1] } == [">100", ">10000", ">10000", "231", "1.92", "3.4"])
        #expect(certificate.remarks("column_twice") == [])
    }

    @Test("A digestion that nobody said is unknown")
    func digestion() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.quoted)
        #expect(certificate.columns.allSatisfy { $0.digestion == .unknown })
    }

    @Test("Certimin's own report, in its own words")
    func report() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            CERTIMIN S.A.
            Informe de Ensayo N°:,ABR1234.R23
            Cliente:,Minera Ejemplo
            Fecha de Recepción:,05-Abr-2023
            Fecha de Emisión:,12 de abril de 2023
            Número de Muestras:,2
            Elemento,Au,Cu
            Método,G0108,G0176R+
            Unidad,g/t,ppm
            Límite de Detección,0.005,0.5
            X-1,0.12,55
            X-2,<0.005,12
            """
        )
        #expect(certificate.format == "certimin-report")
        #expect(certificate.batch == "ABR1234.R23")
        #expect(certificate.received == CalendarDate(year: 2023, month: 4, day: 5))
        #expect(certificate.reported == CalendarDate(year: 2023, month: 4, day: 12))
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "0.5"])
        #expect(certificate.samples.map(\.name) == ["X-1", "X-2"])
        #expect(certificate.remarks == [])
    }
}
