import Standards
import TestSupport
import Testing

@Suite("Damaged standards")
struct DamagedFolderTests {
    @Test("Whatever the bytes, reading comes to an end and says where", arguments: 0..<8)
    func randomDamage(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let texts = [
            "analytes.csv": SmallFolder.analytes, "materials/TEST_1.csv": SmallFolder.material,
            "policies/default.toml": SmallFolder.policy,
            "sampling.toml": "[[rule]]\nname = \"d\"\npattern = \"D*\"\ntype = \"field_duplicate\"\nstrip = 'D'\n",
        ]
        let strange = Array("\"'[]{}=.,#\n\r\\\0*-e9 \u{FEFF}é".utf8)
        for round in 0..<25 {
            let (path, text) = try #require(texts.sorted { $0.key < $1.key }.randomElement(using: &generator))
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                let byte = strange.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
                default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let small = try SmallFolder()
            _ = try small.temporary.file(path, bytes)
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            for problem in small.folder.check() where problem.file == path {
                #expect(problem.line <= lines, "seed \(seed), round \(round): \(problem)")
            }
        }
    }

    @Test(
        "A text that is nested without end is refused",
        arguments: ["[", "{a=", "a.", "[[", "[a.", "\"a\".", "a=[{b="]
    )
    func nesting(opening: String) throws {
        let text = "k = " + String(repeating: opening, count: 50_000) + "1"
        for text in [text, String(repeating: opening, count: 50_000) + "a = 1", "[" + text + "]"] {
            let log = ProblemLog()
            let file = TOMLFile(file: "x.toml", text: text, log: log)
            file.finish()
            #expect(log.problems.count == 1)
        }
    }

    @Test("A file beyond the size of any table is refused")
    func size() throws {
        let log = ProblemLog()
        let file = TOMLFile(file: "x.toml", text: String(repeating: "# comment\n", count: 120_000), log: log)
        #expect(!file.isReadable)
        #expect(
            log.problems.map(\.description) == ["x.toml: error: the file cannot be read: it is larger than 1 MB"]
        )
    }
}
