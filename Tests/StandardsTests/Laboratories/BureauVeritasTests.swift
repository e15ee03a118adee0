import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Bureau Veritas")
struct BureauVeritasTests {
    static let text = """
        Bureau Veritas Commodities Canada Ltd.,,,Final Report
        Client:,Example Gold
        File Created:,14-Mar-2024
        Job Number:,VAN24000123
        Number of Samples:,2
        Project:,North
        Received:,01-Mar-2024
        ,Method,WGHT,FA430,MA250
        ,Analyte,Wgt,Au,Cu
        ,Unit,KG,PPM,PPM
        ,MDL,0.01,0.005,0.1
        Sample,Type
        D-1,Rock,2.1,0.455,12.3
        D-2,Rock,1.9,<0.005,I.S.
        Pulp Duplicates
        D-1,REP,,0.460,
        Reference Materials
        STD OREAS 620,STD,,0.68,
        BLK,BLK,,<0.005,
        """

    @Test("The layout of the same family as SGS Geosol's is told apart by the laboratory's name")
    func family() throws {
        let certificate = try ShippedLaboratories.certificate(Self.text)
        #expect(certificate.format == "bureau-veritas")
        #expect(certificate.batch == "VAN24000123")
        #expect(certificate.status == .final)
        #expect(certificate.reported == CalendarDate(year: 2024, month: 3, day: 14))
        #expect(certificate.columns.map(\.digestion) == [.none, .fireAssay, .fourAcid])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.01", "0.005", "0.1"])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "D-1"), .laboratoryCRM(material: "OREAS 620"),
                .laboratoryBlank,
            ]
        )
        #expect(certificate.remarks == [])
    }
}
