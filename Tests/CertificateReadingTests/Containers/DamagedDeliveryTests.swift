import CertificateReading
import TestSupport
import Testing

/// A trap cannot be caught: whatever is delivered, reading ends in members, cells or a refusal.
@Suite("Deliveries damaged at random")
struct DamagedDeliveryTests {
    private static let text =
        "VA19 - Finalized\r\nCLIENT : \"X - Gold, Inc\"\r\n,ME-ICP61\r\nSAMPLE,Cu\r\n\"A\"\"1\",5\r\n,,\r\n"
    private static let register =
        "sample;type;reference;parent;revision\n1;CRM;OREAS 620;;1\n2;FDUP;;1;1\n\"3\n\";blank;;;1\n"

    private static let deliveries: [[UInt8]] = [
        Array(text.utf8), Array(register.utf8),
        [0xFF, 0xFE] + register.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        GzipFixture.gzip(text),
        ZipFixture.zip([.init("a.csv", text), .init("b/c.csv.gz", GzipFixture.gzip(register))]),
        GzipFixture.bomb(inflatingTo: 100_000),
        ArchiveFixture.tar([.init("a.csv", text), .init("é/b.csv.gz", GzipFixture.gzip(register))]),
        ArchiveFixture.sevenZip([.init("a.csv", text), .init("b.csv", register)]), SevenZipFixture().file,
        ArchiveFixture.stream(text, .bzip2), ArchiveFixture.stream(text, .xz), ArchiveFixture.stream(text, .zstd),
        OfficeFixture.workbook, OfficeFixture.openDocument("text"), OfficeFixture.binary(streams: ["WordDocument"]),
    ]

    @Test("every damage ends in members or a refusal", arguments: 0..<40)
    func damaged(seed: Int) {
        var numbers = SplitMix(state: UInt64(seed))
        let limits = ReadingLimits(inflatedBytes: 200_000, rows: 1000, columns: 20, cellBytes: 500)
        for delivery in Self.deliveries {
            for _ in 0..<10 {
                let content = Self.damage(delivery, &numbers)
                _ = Container.isStructurallyComplete(content, limits: limits)
                let members = (try? Container.open(content, name: "seed \(seed)", limits: limits)) ?? []
                for bytes in members.map(\.bytes) + [content] { Self.read(bytes, limits) }
            }
        }
    }

    private static func read(_ bytes: [UInt8], _ limits: ReadingLimits) {
        let text = (try? TextDecoding.utf8(bytes)) ?? bytes
        guard let sheet = try? Sheet.read(delimited: text, delimiter: nil, name: "", limits: limits) else { return }
        for row in 0..<sheet.rowCount {
            #expect(sheet.cellCount(row: row) > 0)
            for column in 0..<sheet.cellCount(row: row) {
                #expect(sheet.range(row: row, column: column).upperBound <= sheet.bytes.count)
            }
        }
        _ = RegisterReader.read(sheet)
    }

    private static func damage(_ bytes: [UInt8], _ numbers: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: Array("\"".utf8), at: index)
            case 3: bytes.removeLast(bytes.count - index)
            default: bytes += bytes[index...].prefix(200)
            }
        }
        return bytes
    }

    /// Steele, Lea, Flood 2014; the same numbers for the same seed on every machine.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
