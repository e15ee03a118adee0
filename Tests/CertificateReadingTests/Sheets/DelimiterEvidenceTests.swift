import CertificateReading
import Testing

@Suite("Finding the delimiter")
struct DelimiterEvidenceTests {
    private func delimiter(_ text: String) throws -> Character {
        let sheet = try Sheet.read(delimited: Array(text.utf8), delimiter: nil, name: "", limits: .standard)
        return Character(Unicode.Scalar(sheet.delimiter))
    }

    @Test("each of the four", arguments: [",", ";", "\t", "|"] as [Character])
    func each(sign: Character) throws {
        let rows = ["SAMPLE Cu Au", "A1 1 2", "A2 3 4"].map {
            $0.map { $0 == " " ? String(sign) : String($0) }.joined()
        }
        #expect(try delimiter(rows.joined(separator: "\n")) == sign)
    }

    @Test("decimal commas do not mislead")
    func decimalCommas() throws {
        #expect(try delimiter("Sample;Cu;Zn\nA1;0,5;12,5\nA2;0,6;<0.01\nA3;0,7;9,5\n") == ";")
        #expect(try delimiter("Sample;Cu\nA1;0,5\nA2;0,6\n") == ";")
    }

    @Test("metadata with other counts of cells does not mislead")
    func metadata() throws {
        let text =
            "VA19 - Finalized\nCLIENT : \"X - Gold; Silver, Inc\"\n# of SAMPLES : 2\nPROJECT : \"a;b\"\n"
            + ",ME-ICP61,ME-ICP61\nSAMPLE,Cu,Zn\nDESCRIPTION,ppm,ppm\nA1,5,6\nA2,7,8\n"
        #expect(try delimiter(text) == ",")
    }

    @Test("delimiters inside quotes do not count")
    func quotes() throws {
        #expect(try delimiter("\"a;b;c\",1\n\"d;e;f\",2\n\"g;h;i\",3\n") == ",")
    }

    @Test("codes joined by another sign do not mislead")
    func joinedCodes() throws {
        #expect(try delimiter("sample,prep,Cu\nA1,P1;P2;P3,5\nA2,P1;P2;P3,6\nA3,P1;P2;P3,6\n") == ",")
    }

    @Test("a comma where nothing divides the text")
    func nothing() throws {
        #expect(try delimiter("a\nb\n") == ",")
        #expect(try delimiter("") == ",")
    }
}
