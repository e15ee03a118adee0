import Geochemistry
import Testing

@testable import Ledger

@Suite("Packed places")
struct PackedPlacesTests {
    private var column: ResultColumn { ResultColumn(sheetColumn: 2, method: "FA", analyteText: "Au", unitText: "ppm") }

    @Test("A column in its samples' rows says nothing")
    func usual() {
        #expect(PackedPlaces.json(of: column).isEmpty)
    }

    @Test("Other columns by sheet, and cells by sample, in order")
    func elsewhere() {
        var column = column
        column.otherColumns = ["QC": 3, "Blocks \"2\"": 7]
        column.places = [4: CellPlace(sheet: "QC", line: 12), 0: CellPlace(line: 5)]
        #expect(PackedPlaces.json(of: column) == #"[[["Blocks \"2\"",7],["QC",3]],[[0,"",5],[4,"QC",12]]]"#)
    }
}
