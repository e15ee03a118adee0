import TestSupport
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
        "What steers a terminal or turns the direction of writing is shown escaped",
        arguments: [
            ("\u{9B}31m", "%C2%9B31m"), ("a\u{202E}vsc", "a%E2%80%AEvsc"), ("\u{2066}", "%E2%81%A6"),
            ("\u{A0}–é", "\u{A0}–é"),
        ]
    )
    func steering(text: String, expected: String) {
        #expect(FileName(text).display == expected)
    }

    @Test("From what is shown the bytes can be had back")
    func lossless() {
        var random = SeededGenerator("names shown and had back")
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 1...255, using: &random)
                    : Array("%E9aF".utf8)[Int.random(in: 0..<5, using: &random)]
            }
            let shown = Array(FileName(bytes: bytes).display.utf8)
            #expect(Self.bytes(shown) == bytes)
        }
    }

    /// Reads `%XX` as the byte that it stands for.
    private static func bytes(_ shown: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < shown.count {
            if shown[index] == UInt8(ascii: "%"), index + 2 < shown.count,
                let byte = UInt8(String(decoding: shown[(index + 1)...(index + 2)], as: UTF8.self), radix: 16),
                shown[index + 1] != UInt8(ascii: "+")
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(shown[index])
                index += 1
            }
        }
        return bytes
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
