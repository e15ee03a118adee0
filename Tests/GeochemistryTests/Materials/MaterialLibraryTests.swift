import Geochemistry
import Testing

@Suite("The library of reference materials")
struct MaterialLibraryTests {
    private let cu = Analyte("Cu")
    private let fe = Analyte("Fe")
    private let oxide = Analyte("Fe2O3")
    private let library: MaterialLibrary

    init() {
        let analytes = AnalyteTable([
            AnalyteEntry(analyte: Analyte("Cu"), name: "", kind: .element),
            AnalyteEntry(analyte: Analyte("Fe"), name: "", kind: .element),
            AnalyteEntry(
                analyte: Analyte("Fe2O3"),
                name: "",
                kind: .oxide,
                element: Analyte("Fe"),
                factor: ExactDecimal("1.429734")
            ),
        ])
        func value(
            _ analyte: String,
            _ digestion: DigestionClass,
            _ unit: Unit,
            _ value: ExactDecimal
        )
            -> CertifiedValue
        {
            CertifiedValue(analyte: Analyte(analyte), digestion: digestion, unit: unit, value: value, sd: 1)
        }
        library = MaterialLibrary(
            [
                ReferenceMaterial(
                    name: MaterialName("OREAS 620"),
                    supplier: "",
                    certificate: "",
                    values: [
                        value("Cu", .fourAcid, .percent, 2), value("Cu", .fourAcid, .ppm, 1735),
                        value("Cu", .aquaRegia, .ppm, 1700), value("Fe", .borateFusion, .percent, 3),
                    ]
                ),
                ReferenceMaterial(name: MaterialName("OREAS 621"), supplier: "", certificate: "", values: []),
                ReferenceMaterial(name: MaterialName("CDN-CM-35"), supplier: "", certificate: "", values: []),
            ],
            analytes: analytes
        )
    }

    @Test("A value answers for its own digestion and never for another")
    func digestions() {
        let name = MaterialName("oreas-620")
        #expect(library.match(name, analyte: cu, digestion: .fourAcid, unit: .ppm)?.certified.value == 1735)
        #expect(library.match(name, analyte: cu, digestion: .aquaRegia, unit: .ppm)?.certified.value == 1700)
        #expect(library.match(name, analyte: cu, digestion: .fireAssay, unit: .ppm) == nil)
        #expect(library.match(name, analyte: cu, digestion: .unknown, unit: .ppm) == nil)
        #expect(library.match(name, analyte: cu, digestion: .none, unit: .ppm) == nil)
    }

    @Test("The same unit comes first, another one is converted and named")
    func units() throws {
        let name = MaterialName("OREAS 620")
        let match = try #require(library.match(name, analyte: cu, digestion: .aquaRegia, unit: .percent))
        #expect(match.conversion.ratio == ExactRatio(1, 10_000))
        #expect(match.conversion.name == "ppm to %")
        #expect(library.match(name, analyte: cu, digestion: .fourAcid, unit: .percent)?.conversion == .identity)
        #expect(library.match(name, analyte: cu, digestion: .fourAcid, unit: .other("kg")) == nil)
    }

    @Test("An element answers for its oxide")
    func oxides() throws {
        let match = try #require(
            library.match(MaterialName("OREAS 620"), analyte: oxide, digestion: .borateFusion, unit: .percent)
        )
        #expect(match.conversion.name == "Fe to Fe2O3 x 1.429734")
    }

    @Test("An unknown name brings the nearest known ones, nearest first")
    func nearest() {
        #expect(library.nearest(to: MaterialName("OREAS 62")).map(\.printed) == ["OREAS 620", "OREAS 621"])
        #expect(library.nearest(to: MaterialName("CM-35")).isEmpty)
        #expect(library.nearest(to: MaterialName("QUARTZ_GO")).isEmpty)
        #expect(library.nearest(to: MaterialName(String(repeating: "X", count: 30_000))).isEmpty)
        #expect(library.nearest(to: MaterialName("OREAS 62"), limit: 1).count == 1)
    }
}
