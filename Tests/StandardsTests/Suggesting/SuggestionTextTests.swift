import CertificateReading
import Geochemistry
import Testing

@Suite("The text of a suggestion")
struct SuggestionTextTests {
    @Test("says beside every part what was taken for what, and where it stood; CHECK stands where it guessed")
    func whole() throws {
        let trip = try RoundTrip(
            """
            Northern Assay Ltd.
            Job No: NA-1042
            Date: 14/03/2026
            Element,Au,Cu
            Method,FA50,ME-ICP61
            Unit,ppm,ppm
            LOR,0.01,1
            A101,0.05,120
            A102,QNS,1745
            STD OREAS 620,0.68,1720
            """,
            name: "NA-1042.csv"
        )
        #expect(
            trip.suggestion.text == """
                # A layout to start from, made from 'NA-1042.csv'. Nothing was ingested.
                # Save it as Standards/laboratories/northern-assay-ltd.toml, settle every line that says CHECK, remove those
                #   lines, then look:
                #   cupel standards --root DIR check
                #   cupel validate --root DIR --explain FILE
                #
                """
        )
    }

    @Test("Texts of the file cannot break out of it")
    func hostile() throws {
        let trip = try RoundTrip(
            "Lab \"x\\ Laboratories\nJob No: A\"1\\2\nElement,Au,Cu\nUnit,ppm,ppm\nMethod,\"a\"\"] = \\u0041\",\"b\u{7F}\"\nS\"1,1,2\nS2,3,4\n"
        )
        #expect(try trip.certificate.batch == "A\"1\\2")
        #expect(try trip.certificate.columns.map(\.method) == ["a\"] = \\u0041", "b\u{7F}"])
    }
}
