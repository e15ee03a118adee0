import CertificateReading
import Geochemistry
import Testing

@Suite("Large certificates")
struct LargeCertificateTests {
    @Test("Twenty thousand cells are read to the last one")
    func twentyThousandCells() throws {
        var text = "Order: L1\nUnits" + String(repeating: ",ppm", count: 50) + "\nMethod"
        text += String(repeating: ",FA", count: 50) + "\nElement" + String(repeating: ",Au", count: 50) + "\n"
        for sample in 0..<400 { text += "S\(sample)" + String(repeating: ",0.\(sample)", count: 50) + "\n" }
        let delivery = try LayoutChoiceTests.read(text, LayoutChoiceTests.layout("a", marks: ["Order*"]))
        let certificate = try #require(delivery.certificates.first)
        #expect(certificate.samples.count == 400)
        #expect(certificate.columns.count == 50)
        #expect(certificate.columns.last?.texts[399] == "0.399")
        #expect(certificate.samples.last?.sheetRow == 404)
    }
}
