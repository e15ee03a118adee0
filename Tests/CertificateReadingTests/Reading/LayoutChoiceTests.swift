import CertificateReading
import Geochemistry
import Testing

@Suite("Choosing a layout")
struct LayoutChoiceTests {
    static let analytes = AnalyteTable([AnalyteEntry(analyte: Analyte("Au"), name: "Gold", kind: .element)])

    static func layout(_ id: String, marks: [String]) -> Layout {
        var layout = Layout(id: id, shape: .headerRows)
        layout.marks = marks.map { RecognitionMark($0, within: 10) }
        layout.fields = [
            MetadataField(holds: [.workOrder], labels: [Label("Order")]),
            MetadataField(holds: [.received], labels: [Label("Received")]),
            MetadataField(holds: [.reported], labels: [Label("Reported")]),
        ]
        layout.headerRows = [
            HeaderRow(.analyte, labels: [Label("Element")]), HeaderRow(.unit, labels: [Label("Units")]),
            HeaderRow(.method, labels: [Label("Method")]),
            HeaderRow(.upperLimit, labels: [Label("Upper Lim")], isRequired: false),
        ]
        return layout
    }

    static func read(_ text: String, _ layouts: Layout...) throws -> Delivery {
        let laboratories = layouts.map { Laboratory(id: $0.id, name: "Lab", layouts: [$0]) }
        return try CertificateReader(laboratories: laboratories, analytes: analytes).read(
            Array(text.utf8),
            name: "x.csv"
        )
    }

    static let text = "Order: L1,Received: 03/04/2020,Reported:,13/04/2020\nUnits,ppm\nMethod,FA\nElement,Au\nS1,0.5\n"

    @Test("The layout with more marks is meant")
    func moreSpecific() throws {
        let delivery = try Self.read(
            Self.text,
            Self.layout("a", marks: ["Order*"]),
            Self.layout("b", marks: ["Order*", "Units"])
        )
        #expect(delivery.certificates.map(\.format) == ["b"])
    }

    @Test("Two layouts with as many marks are a refusal that names both")
    func tie() throws {
        let refusal = #expect(throws: ReadingRefusal.self) {
            try Self.read(Self.text, Self.layout("a", marks: ["Order*"]), Self.layout("b", marks: ["Units"]))
        }
        #expect(refusal?.code == .ambiguousLayout)
        #expect(refusal?.message.contains("a and b") == true)
    }

    @Test("A date's order is shown by another date of the file")
    func datesByEvidence() throws {
        let certificate = try #require(try Self.read(Self.text, Self.layout("a", marks: ["Order*"])).certificates.first)
        #expect(certificate.received == CalendarDate(year: 2020, month: 4, day: 3))
        #expect(certificate.reported == CalendarDate(year: 2020, month: 4, day: 13))
        #expect(!certificate.remarks.contains { $0.code == "ambiguous_date" })
        let alone = Self.text.replacing("Reported:,13/04/2020", with: ",")
        let doubtful = try #require(try Self.read(alone, Self.layout("a", marks: ["Order*"])).certificates.first)
        #expect(doubtful.remarks.contains { $0.code == "ambiguous_date" && !$0.needsPerson })
    }

    @Test("A sentinel ends the table, and a blank row where the layout says so")
    func ends() throws {
        var layout = Self.layout("a", marks: ["Order*"])
        layout.sentinels = [Label("END/FIN")]
        let sentinel = try Self.read(Self.text + "S2,0.6\n\nS3,0.7\nEND/FIN,\nnote,9\n", layout)
        #expect(sentinel.certificates.first?.samples.map(\.name) == ["S1", "S2", "S3"])
        layout.blankRow = .ends
        let blank = try Self.read(Self.text + "S2,0.6\n,\nS3,0.7\n", layout)
        #expect(blank.certificates.first?.samples.map(\.name) == ["S1", "S2"])
    }

    @Test("A negative number is a limit only where the layout says so", arguments: [true, false])
    func negative(meansBelow: Bool) throws {
        var layout = Self.layout("a", marks: ["Order*"])
        layout.negativeMeansBelow = meansBelow
        let delivery = try Self.read(Self.text.replacing("S1,0.5", with: "S1,-0.5"), layout)
        let certificate = try #require(delivery.certificates.first)
        #expect(
            certificate.value(sample: 0, column: 0)
                == (meansBelow ? .below(limit: ExactDecimal("0.5")) : .unreadable(.negative))
        )
    }
}
