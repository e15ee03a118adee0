import Geochemistry
import Testing

@Suite("Method codes")
struct MethodCatalogueTests {
    private let catalogue = MethodCatalogue([
        .init(code: "ME-ICP*", meaning: .init(digestion: .aquaRegia, technique: .icpOES, name: "")),
        .init(code: "ME-ICP61*", meaning: .init(digestion: .fourAcid, technique: .icpOES, name: "")),
        .init(code: "Au-AA23", meaning: .init(digestion: .fireAssay, technique: .aas, name: "")),
    ])

    @Test(
        "Case and blanks do not count, and the longest prefix decides",
        arguments: [
            ("ME-ICP61", DigestionClass.fourAcid), ("ME-ICP61m", .fourAcid), ("me-icp41", .aquaRegia),
            ("Au - AA23", .fireAssay), ("AU-AA24", .unknown), ("", .unknown),
        ]
    )
    func lookUp(_ code: String, _ digestion: DigestionClass) {
        #expect(catalogue[code].digestion == digestion)
    }
}
