import CertificateReading
import Geochemistry
import Testing

@Suite("A table that goes on in further blocks")
struct BlockTests {
    static let analytes = AnalyteTable(
        ["Au", "Ag", "Cu", "Zn"].map { AnalyteEntry(analyte: Analyte($0), name: $0, kind: .element) }
    )

    static var layout: Layout {
        var layout = Layout(id: "printed", shape: .headerRows)
        layout.marks = [RecognitionMark("Order*", within: 5)]
        layout.fields = [MetadataField(holds: [.workOrder], labels: [Label("Order")])]
        layout.headerRows = [
            HeaderRow(.analyte, labels: [Label("Sample ID")]),
            HeaderRow(.unit, labels: [Label("Units")]),
            HeaderRow(.method, labels: [Label("Method")]),
        ]
        layout.columns = [.sample: [Label("Sample ID")], .type: [Label("Type")]]
        layout.continues = true
        layout.blankRow = .ends
        layout.qcRows = [QCRowRule(.duplicate, types: ["DUP"])]
        return layout
    }

    static func read(_ text: String) throws -> Certificate {
        let laboratory = Laboratory(id: "lab", name: "Lab", layouts: [layout])
        let reader = CertificateReader(laboratories: [laboratory], analytes: analytes)
        let delivery = try reader.read(Array(text.utf8), name: "x.csv")
        return try #require(delivery.certificates.first)
    }

    static func texts(_ certificate: Certificate) -> [[String]] {
        certificate.columns.map { column in certificate.samples.indices.map { column.texts[$0] } }
    }

    static let below = """
        Order: L1
        Method,,FA,AR
        Units,,ppm,ppm
        Sample ID,Type,Au,Ag
        S1,Rock,0.5,1
        S2,Rock,0.6,2
        S2,DUP,0.7,3

        Page 2 of 2
        Method,,AR,AR
        Units,,ppm,ppm
        Sample ID,Type,Cu,Zn
        S1,Rock,10,100
        S2,Rock,20,200
        S2,DUP,21,201
        """

    @Test("Blocks below one another are columns of the same samples, and every cell keeps its line")
    func blocksBelow() throws {
        let certificate = try Self.read(Self.below)
        #expect(certificate.batch == "L1")
        #expect(certificate.samples.map(\.name) == ["S1", "S2", "S2"])
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Ag", "Cu", "Zn"])
        #expect(certificate.columns.map(\.method) == ["FA", "AR", "AR", "AR"])
        #expect(
            Self.texts(certificate) == [
                ["0.5", "0.6", "0.7"], ["1", "2", "3"], ["10", "20", "21"], ["100", "200", "201"],
            ]
        )
        let zinc = certificate.place(sample: 1, column: 3)
        #expect(zinc.row == CellPlace(line: 14) && zinc.column == 3)
        #expect(certificate.place(sample: 1, column: 0).row == CellPlace(line: 6))
    }

    @Test("Blocks beside one another are columns of the same samples, also where both levels occur")
    func blocksBeside() throws {
        let certificate = try Self.read(
            """
            Order: L1
            Method,,FA,,,AR
            Units,,ppm,,,ppm
            Sample ID,Type,Au,Sample ID,Type,Ag
            S1,Rock,0.5,S1,Rock,1
            S2,Rock,0.6,S2,Rock,2

            Method,,AR,,,
            Units,,ppm,,,
            Sample ID,Type,Cu,,,
            S1,Rock,10,,,
            S2,Rock,20,,,
            """
        )
        #expect(certificate.samples.map(\.name) == ["S1", "S2"])
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Ag", "Cu"])
        #expect(Self.texts(certificate) == [["0.5", "0.6"], ["1", "2"], ["10", "20"]])
        #expect(certificate.place(sample: 1, column: 1).column == 5)
    }

    @Test("A sample whose cells contradict each other in two blocks is a row of its own, and is remarked")
    func contradiction() throws {
        let certificate = try Self.read(
            """
            Order: L1
            Method,,FA
            Units,,ppm
            Sample ID,Type,Au
            S1,Rock,0.5

            Method,,FA
            Units,,ppm
            Sample ID,Type,Au
            S1,Rock,0.9
            """
        )
        #expect(Self.texts(certificate) == [["0.5", "0.9"]])
        #expect(certificate.samples.map(\.position) == [1, 2])
        #expect(certificate.remarks.map(\.code) == ["sample_twice"])
    }

    @Test("Samples that only a later block lists are kept")
    func laterSamples() throws {
        let certificate = try Self.read(
            """
            Order: L1
            Method,,FA
            Units,,ppm
            Sample ID,Type,Au
            S1,Rock,0.5

            Method,,AR
            Units,,ppm
            Sample ID,Type,Cu
            S2,Rock,7
            """
        )
        #expect(certificate.samples.map(\.name) == ["S1", "S2"])
        #expect(Self.texts(certificate) == [["0.5", ""], ["", "7"]])
    }
}
