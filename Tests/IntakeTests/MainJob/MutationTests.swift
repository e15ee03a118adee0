import CertificateReading
import Foundation
import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

/// Files as they come after a spreadsheet, a broken line, a wrong hand: every one is a certificate or a refusal, and
/// never the end of the process. `CUPEL_MUTATIONS` asks for more of each layout.
@Suite("Main job: damaged certificates")
struct MutationTests {
    private static let count =
        ProcessInfo.processInfo.environment["CUPEL_MUTATIONS"].flatMap { Int($0) } ?? 120

    @Test("Any damage ends in a verdict or a refusal", arguments: BaseMetalBatch.Layout.allCases)
    func survives(layout: BaseMetalBatch.Layout) throws {
        var random = SeededGenerator("damage to \(layout.rawValue)")
        let batch = BaseMetalBatch.oneOfEachKind
        let whole = BaseMetalBatch.print(batch, in: layout)
        let reader = try ShippedStandards.reader()
        let standards = try ShippedStandards.snapshot.get()
        let statements = try Self.statements(in: batch.register, reader)
        var read = 0
        for _ in 0..<Self.count {
            let damaged = Mutation.damage(whole, &random)
            do throws(ReadingRefusal) {
                for certificate in try reader.read(damaged, name: "damaged.csv").certificates {
                    read += 1
                    let judgement = BatchEvaluation.judge(
                        certificate,
                        statements: statements,
                        sampling: standards.sampling,
                        materials: standards.materials,
                        policy: standards.defaultPolicy.policy,
                        history: SeriesHistory()
                    )
                    #expect(judgement.roles.count == certificate.samples.count)
                    let assessment = BatchEvaluation(
                        certificate,
                        statements: statements,
                        sampling: standards.sampling,
                        materials: standards.materials,
                        policy: standards.defaultPolicy.policy
                    ).assess()
                    #expect(assessment.judgement(after: SeriesHistory()) == judgement)
                    #expect(certificate.columns.allSatisfy { $0.texts.count == certificate.samples.count })
                }
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
        #expect(read > 0)
    }

    private static func statements(in text: String, _ reader: CertificateReader) throws -> [RegisterStatement] {
        try reader.read(Array(text.utf8), name: "register.csv").registers.flatMap(\.entries).map {
            RegisterStatement(entry: $0, revision: 0, registerSHA256: "", registerName: "register.csv")
        }
    }

    @Test("A damaged register is a register or a refusal")
    func registers() throws {
        var random = SeededGenerator("damage to a register")
        let reader = try ShippedStandards.reader()
        let whole = Array(BaseMetalBatch.oneOfEachKind.register.utf8)
        for _ in 0..<Self.count {
            do throws(ReadingRefusal) {
                _ = try reader.read(Mutation.damage(whole, &random), name: "register.csv")
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }
}

/// One to four kinds of damage, one after the other.
enum Mutation {
    static func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) { damageOnce(&bytes, &random) }
        return bytes
    }

    private static func damageOnce(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard bytes.count > 2 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
        case 4:
            let piece = bytes[place..<min(bytes.count, place + Int.random(in: 1...300, using: &random))]
            bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
        case 5:
            let signs = Array(",;\t\"\n\r :*<>-.".utf8)
            bytes[place] = signs.randomElement(using: &random) ?? 0x2C
        case 6: replaceACell(&bytes, near: place, &random)
        case 7, 8: swapLines(&bytes, &random)
        case 9: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        case 10: bytes = bytes.map { $0 == 0x2C ? 0x3B : $0 }
        default: replaceACell(&bytes, near: place, &random)
        }
    }

    private static func replaceACell(_ bytes: inout [UInt8], near place: Int, _ random: inout SeededGenerator) {
        let ends: Set<UInt8> = [0x2C, 0x3B, 0x0A, 0x0D, 0x09]
        let start = (bytes[..<place].lastIndex(where: ends.contains) ?? -1) + 1
        let end = bytes[place...].firstIndex(where: ends.contains) ?? bytes.count
        guard start <= end, let text = texts.randomElement(using: &random) else { return }
        bytes.replaceSubrange(start..<end, with: Array(text.utf8))
    }

    private static func swapLines(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let (a, b) = (Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: lines.swapAt(a, b)
        case 1: lines.insert(lines[a], at: b)
        default: lines.remove(at: a)
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private static let texts = [
        "", "0", "-1", "-0", "1e400", "1e-400", "99999999999999999999999999999999999999999999",
        "0.\(String(repeating: "0", count: 40))1",
        "9999999999999999999999999999", "0.0000000000000000000000000001", "<", ">", "< ", "<<1", "<-1", ">-5", "<LOD",
        "#VALUE!", "1,250", "1.250", "1.2.3", "--", "N.A.", "~25", "+5", ".", ",", "5.", ".5", "٣", "١٢", "½", "∞",
        "NaN",
        "\u{FEFF}", "\u{A0}", "é\u{301}", "\u{0}", "🧪", "%", "ppm", "oz/t", "Cu", "Sample", "SAMPLE", "Unit", "MDL",
        "Method", "B002", "*STD ", "*REP", " Meas", " Cert", " Orig", " Dup", "Pulp Duplicates", "END", "= 1+1",
        "9223372036854775808", "-9223372036854775808", "18446744073709551616", "31/02/2026", "2026-13-45",
        "340282366920938463463374607431768211455", String(repeating: "x", count: 5000),
    ]
}
