import TestSupport
import Testing

@testable import CertificateReading

@Suite("Labels, however they are typed")
struct LabelTests {
    @Test(
        "Case, blanks, underscores and a colon at the end do not count",
        arguments: ["LabjobNo", "LABJOBNO :", " labjobno:", "LabjobNo\t: :", "\u{A0}LabjobNo\r\n"]
    )
    func same(text: String) {
        #expect(Label(text) == Label("LabjobNo"))
    }

    @Test("Words stay apart, and nothing is nothing")
    func words() {
        #expect(Label.key(of: "Sample_ID") == "sample id")
        #expect(Label.key(of: "__Sample \t ID__") == "sample id")
        #expect(Label.key(of: " : _") == "")
        #expect(Label.key(of: "a:b") == "a:b")
        #expect(Label.key(of: "ÉCHANTILLON\u{A0}No :") == "échantillon no")
    }

    @Test("A text has the same key beside an accent, which is compared by another way")
    func bothWays() {
        var generator = SeededGenerator("labels")
        let alphabet = Array("aZ09 _:\t\r\n.#%-")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "a"
                }
            )
            #expect(Label.key(of: text + "x y") + "é" == Label.key(of: text + "x yé"), "\(text.debugDescription)")
            #expect(
                Label.key(of: "é" + text) == "é" + Label.key(of: "x" + text).dropFirst(),
                "\(text.debugDescription)"
            )
        }
    }
}
