import Testing

@testable import Intake

@Suite("Archive: beside which certificate a document belongs")
struct DocumentPlacesTests {
    @Test("A name that holds a work order whole belongs to it")
    func named() {
        let places = DocumentPlaces(
            names: ["VA1.pdf", "va2_QC.pdf", "VA1/photo.jpg", "VA1 and VA2.pdf", "letter.pdf", "VA12.pdf"],
            batches: ["VA1", "VA2"]
        )
        #expect(places.parts == [[0], [1], [0], [0, 1], [0, 1], [0, 1]])
    }

    @Test(
        "A work order ends where its digits and letters end",
        arguments: [
            ("VA19012345Final.pdf", "VA19012345", true), ("A25-15567-Final2.pdf", "A25-15567", true),
            ("VA190123456.pdf", "VA19012345", false), ("XVA19012345.pdf", "VA19012345", false),
            ("1VA19012345.pdf", "VA19012345", true), ("9100.pdf", "100", false), ("Lot é100.pdf", "100", true),
            ("a.pdf", "", false), ("", "VA1", false),
        ]
    )
    func boundaries(name: String, batch: String, holds: Bool) {
        #expect(DocumentPlaces.name(name, holds: batch) == holds)
    }

    @Test(
        "What belongs to all is kept beside all, up to a limit: below, on, on, above",
        arguments: [(9, 111, 111), (10, 100, 100), (1, 1000, 1000), (11, 91, 1)]
    )
    func limit(documents: Int, certificates: Int, beside: Int) {
        let places = DocumentPlaces(
            names: (0..<documents).map { "letter\($0).pdf" },
            batches: (0..<certificates).map { "VA\($0)X" }
        )
        #expect(places.parts.allSatisfy { $0 == Array(0..<beside) })
    }

    @Test("Without a certificate there is no place")
    func none() {
        #expect(DocumentPlaces(names: ["a.pdf"], batches: []).parts == [[]])
    }
}
