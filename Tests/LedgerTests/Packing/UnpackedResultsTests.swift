import QualityControl
import Testing

@testable import Ledger

@Suite("Packed results read back")
struct UnpackedResultsTests {
    /// Read by column number and reported text.
    private func read(_ text: String, _ wanted: Set<Int>) -> (found: [String], isWhole: Bool) {
        var found: [String] = []
        var results = UnpackedResults(Array(text.utf8))
        let isWhole = results.forEach(of: { wanted.contains($0) }) { column, texts in
            found.append("\(column) \(texts[.reported] ?? "-") \(texts[.z] ?? "-") \(texts[.note] ?? "-")")
        }
        return (found, isWhole)
    }

    @Test("Results come back as they were packed, in their order, and only those of wanted columns")
    func wanted() {
        let packed = PackedResults.runs(of: QCResultTests.results).map(PackedResults.init)
        #expect(
            packed.map { read($0.results, [0, 1]).found } == [
                ["1 1.570 \(1.0 / 3.0) Fe to Fe2O3 x 1.429734", "0 <5 - Fe to Fe2O3 x 1.429734"], ["0 20 - "],
            ]
        )
        #expect(packed.map { read($0.results, [0]).found } == [["0 <5 - Fe to Fe2O3 x 1.429734"], ["0 20 - "]])
        #expect(packed.allSatisfy { read($0.results, [7]) == ([], true) })
    }

    @Test("Texts that hold brackets, quotes and backslashes are passed over whole")
    func escapes() {
        var result = QCResultTests.results[0]
        result.reported = "a]\"],[\\"
        result.note = "[\\\"]"
        var second = result
        second.columnIndex = 12
        let packed = PackedResults.runs(of: [result, second]).map(PackedResults.init)
        #expect(packed.map { read($0.results, [12]).found } == [["12 a]\"],[\\ \(1.0 / 3.0) [\\\"]"]])
    }

    @Test(
        "What was not packed so is not read",
        arguments: [
            "", "[", "[[0,\"1\"]]", "[[0,null,null]", "[[x]]", "[[0,1,2,3,4,5,6,7,8,9,10,11,12,13]]", "{}", "[[0]]x",
            "[[1,\"",
        ]
    )
    func damaged(text: String) {
        #expect(!read(text, [0]).isWhole)
    }
}
