import CertificateReading
import Geochemistry
import TestSupport
import Testing

/// The strongest test there is: the layouts that were written by people are taken away, and the suggestion has to read
/// what they read.
@Suite("Suggested layouts for the shapes that we know")
struct ShippedShapesTests {
    static let als = ALSCertificate(
        workOrder: "VA19012345",
        columns: [.weight, .gold, .silver, .copper, .copperOverLimit],
        samples: [
            ("A1001", ["2.10", "0.455", "<0.2", "1250", ""]), ("A1002", ["1.95", "<0.005", "0.6", ">10000", "1.52"]),
            ("A1003", ["2.22", "0.012", "NSS", "33", ""]),
        ]
    )

    @Test("ALS, classic, alone and with another certificate below it")
    func alsClassic() throws {
        try expectSame(Self.als.bytes, without: ["als"])
        let other = ALSCertificate(
            workOrder: "VA19012346",
            columns: [.weight, .zinc],
            samples: [("B1", ["1.1", "55"]), ("B2", ["1.2", "71"])]
        )
        let two = try expectSame(Self.als.bytes + other.bytes, without: ["als"])
        #expect(two.delivery.certificates.map(\.batch) == ["VA19012345", "VA19012346"])
        #expect(two.layout?.repeats == true)
    }

    @Test("ALS with quality control")
    func alsWithQC() throws { try expectSame(ALSWithQCTests.fixture.bytes, without: ["als"]) }

    @Test("Actlabs")
    func actlabs() throws { try expectSame(ActlabsTests.fixture.bytes, without: ["actlabs"]) }

    @Test("SGS Geosol, with and without an unnamed column", arguments: [false, true])
    func sgsGeosol(hasLaboratoryNumbers: Bool) throws {
        var fixture = SGSGeosolTests.fixture
        fixture.hasLaboratoryNumbers = hasLaboratoryNumbers
        let trip = try expectSame(fixture.bytes, without: ["sgs-geosol", "bureau-veritas", "sgs"])
        #expect(trip.suggestion.laboratory.name == "SGS GEOSOL LABORATÓRIOS LTDA.")
        #expect(trip.layout?.decimal == .comma)
        #expect(trip.layout?.declared == .sampleList)
    }

    @Test(
        "SGS Geosol, real certificates",
        .enabled(if: SharedFiles.arePresent),
        arguments: ["GQ1002726_Lote1543_R.csv", "GQ1002727.csv"]
    )
    func real(name: String) throws {
        let bytes = try SharedFiles.bytes("real/sgs-geosol/" + name)
        let trip = try expectSame(bytes, without: ["sgs-geosol", "bureau-veritas", "sgs"])
        // Another certificate of the laboratory is read by what one of them suggests.
        let layouts = trip.layout?.marks.map(\.pattern.text) ?? []
        #expect(!layouts.contains { $0.contains("GQ100") || $0.contains("CPRM") })
    }

    @Test("Bureau Veritas")
    func bureauVeritas() throws {
        try expectSame(Array(BureauVeritasTests.fixture.text.utf8), without: ["bureau-veritas"])
    }

    // MARK: -

    /// Reads a file by the shipped layout and by the suggested one, and compares everything but names of layouts and
    /// laboratories.
    @discardableResult
    private func expectSame(
        _ bytes: [UInt8],
        without removed: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> RoundTrip {
        let shipped = try RoundTrip.shippedReading(bytes)
        let trip = try RoundTrip(bytes, without: removed)
        let read = trip.delivery.certificates
        #expect(read.map(\.batch) == shipped.map(\.batch), sourceLocation: sourceLocation)
        for (read, shipped) in zip(read, shipped) {
            #expect(Metadata(read) == Metadata(shipped), sourceLocation: sourceLocation)
            #expect(read.samples == shipped.samples, sourceLocation: sourceLocation)
            #expect(read.columns.map(Column.init) == shipped.columns.map(Column.init), sourceLocation: sourceLocation)
            #expect(read.vocabulary.decimalSign == shipped.vocabulary.decimalSign, sourceLocation: sourceLocation)
            #expect(read.remarks.map(\.code) == shipped.remarks.map(\.code), sourceLocation: sourceLocation)
        }
        return trip
    }

    private struct Metadata: Equatable {
        let texts: [String]
        let status: Certificate.Status
        let received: CalendarDate?
        let reported: CalendarDate?
        let declared: Int?

        init(_ certificate: Certificate) {
            texts = [certificate.client, certificate.project, certificate.dispatch]
            status = certificate.status
            received = certificate.received
            reported = certificate.reported
            declared = certificate.declaredSamples
        }
    }

    private struct Column: Equatable {
        let method: String
        let analyteText: String
        let unit: Unit
        let detectionLimit: ExactDecimal?
        let upperLimit: ExactDecimal?
        let texts: PackedTexts

        init(_ column: ResultColumn) {
            method = column.method
            analyteText = column.analyteText
            unit = column.unit
            detectionLimit = column.detectionLimit
            upperLimit = column.upperLimit
            texts = column.texts
        }
    }
}
