import Testing

@testable import Intake

@Suite("File names: any bytes")
struct FileNameTests {
    @Test("A name in UTF-8 is shown as it is")
    func plain() {
        #expect(FileName("échantillons 7.csv").display == "échantillons 7.csv")
        #expect(FileName("échantillons.csv").isUTF8)
    }

    @Test("Bytes that are not UTF-8 are shown escaped, and stay what they are")
    func notUTF8() {
        let name = FileName(bytes: [0xE9, 0x2E, 0x63, 0x73, 0x76])
        #expect(name.display == "%E9.csv")
        #expect(!name.isUTF8)
        #expect(name.bytes.first == 0xE9)
    }

    @Test("A name that looks escaped is escaped itself, so that no two names are shown alike")
    func looksEscaped() {
        #expect(FileName("%E9.csv").display == "%25E9.csv")
        #expect(FileName("100%.csv").display == "100%.csv")
    }

    @Test("Line breaks and other control characters cannot reach a log line")
    func control() {
        #expect(FileName("a\nb\u{7F}.csv").display == "a%0Ab%7F.csv")
    }

    @Test(
        "Overlong forms, surrogates and characters beyond Unicode are not UTF-8",
        arguments: [[0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]] as [[UInt8]]
    )
    func malformed(bytes: [UInt8]) {
        #expect(!FileName(bytes: bytes).isUTF8)
    }

    @Test(
        "A safe name holds nothing that a shell or a file system takes amiss",
        arguments: [
            ("VA19012345.csv", "VA19012345.csv"), ("../../etc/passwd", "_.._.._etc_passwd"), (".hidden", "_.hidden"),
            ("-rf", "_-rf"), ("a b;c.csv", "a_b_c.csv"), ("", "_"), ("é", "_"),
        ]
    )
    func safe(text: String, expected: String) {
        #expect(FileName.safe(text) == expected)
    }
}
