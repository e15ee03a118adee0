import CertificateReading
import TestSupport
import Testing

@Suite("Text encodings")
struct TextDecodingTests {
    private let text = "SGS GEOSOL LABORATÓRIOS;Final Report\r\nAmostra;Cu\r\nA1;<0,5\r\n"

    private func units(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private func refusal(_ bytes: [UInt8]) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try TextDecoding.decode(bytes) }
    }

    @Test("ASCII and UTF-8 stay as they are")
    func utf8() throws {
        #expect(try TextDecoding.utf8(Array("SAMPLE,Cu".utf8)) == Array("SAMPLE,Cu".utf8))
        let decoded = try TextDecoding.decode(Array(text.utf8))
        #expect(decoded.bytes == Array(text.utf8))
        #expect(decoded.encoding == .utf8)
        #expect(try TextDecoding.utf8([]) == [])
    }

    @Test("a byte order mark of UTF-8 falls")
    func mark() throws {
        #expect(try TextDecoding.utf8([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == Array(text.utf8))
    }

    @Test("UTF-16 is told by its mark, and by its zeros without one", arguments: [true, false])
    func utf16(bigEndian: Bool) throws {
        let bytes = units(text, bigEndian: bigEndian)
        let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        for content in [mark + bytes, bytes] {
            let decoded = try TextDecoding.decode(content)
            #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
            #expect(decoded.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        }
    }

    @Test("UTF-16 keeps characters of two, three and four bytes")
    func utf16Widths() throws {
        let wide = "µg/g – ≤ 𝛿"
        let decoded = try TextDecoding.utf8([0xFF, 0xFE] + units(wide, bigEndian: false))
        #expect(String(decoding: decoded, as: UTF8.self) == wide)
    }

    @Test("UTF-16 cut in a unit or in a pair is refused with its line")
    func damagedUTF16() {
        let bytes = [0xFF, 0xFE] + units("a\nb", bigEndian: false)
        #expect(refusal(bytes + [0x41])?.code == .textEncoding)
        let half = refusal(bytes + [0x00, 0xD8])
        #expect(half?.place.line == 2)
        #expect(refusal(bytes + [0x00, 0xDC, 0x41, 0x00])?.code == .textEncoding)
        #expect(
            half?.message == "line 2: the text is UTF-16, and is damaged or cut here. Ask the laboratory to send the "
                + "file again."
        )
    }

    @Test("bytes of Windows-1252 become their characters")
    func windows1252() throws {
        let decoded = try TextDecoding.decode([0x4C, 0xD3, 0x20, 0xB5, 0x67, 0x20, 0x80, 0x20, 0x96, 0x20, 0xE7, 0xE3])
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "LÓ µg € – çã")
        #expect(decoded.encoding == .windows1252)
    }

    @Test("the five bytes that Windows-1252 leaves open are control characters, as on the web")
    func undefined() throws {
        let decoded = try TextDecoding.utf8(Array("abc".utf8) + [0xE9, 0x81])
        #expect(String(decoding: decoded, as: UTF8.self) == "abcé\u{81}")
    }

    @Test("UTF-8 with a foreign byte is refused, because its accents would turn into rubbish")
    func damagedUTF8() {
        let error = refusal(Array("LABORATÓRIOS\nção\n".utf8) + [0xE9, 0x20])
        #expect(error?.code == .textEncoding)
        #expect(
            error?.message == "line 3: the text is UTF-8, with bytes in it that are not; files of two encodings may "
                + "have been joined. Deliver the files apart, or save this one again as UTF-8."
        )
    }

    @Test("NUL bytes are refused with the line of the first")
    func nul() {
        var bytes = Array(String(repeating: "SAMPLE,Cu\r\n", count: 20).utf8)
        bytes[13] = 0
        let error = refusal(bytes)
        #expect(error?.code == .nulBytes)
        #expect(
            error?.message == "line 2: the text holds a NUL byte, a sign of a damaged disk or transfer. Ask the "
                + "laboratory to send the file again."
        )
    }

    @Test("rubbish is refused as binary")
    func binary() {
        var state: UInt64 = 42
        let bytes = (0..<5000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        let error = refusal(bytes)
        #expect(error?.code == .binary)
        #expect(
            error?.message == "this is neither text nor a container that Cupel opens. Ask for the certificate as a "
                + "CSV file."
        )
    }

    @Test(
        "one control character in fifty bytes is borne: below, on, on, above",
        arguments: [(51, true), (50, true), (50, true), (49, false)]
    )
    func controlLimit(count: Int, isText: Bool) {
        let bytes = [UInt8(1)] + [UInt8](repeating: 65, count: count - 1)
        if isText {
            #expect(throws: Never.self) { try TextDecoding.utf8(bytes) }
        } else {
            #expect(refusal(bytes)?.code == .binary)
        }
    }
}
