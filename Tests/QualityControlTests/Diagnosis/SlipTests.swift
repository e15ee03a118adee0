import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Diagnosis: units, dilutions, typing")
struct SlipTests {
    /// A copper of CRM A (1000 ± 30, so 910 to 1090), alone in its batch.
    private func proposals(_ text: String) -> [String] {
        var batch = SmallLibrary.batch
        batch.crm("1", text, "2000", "500", "4", of: "CRM A")
        return batch.judgement.proposals.map(\.rule)
    }

    @Test(
        "A factor counts inside of the window: below, on, on, above",
        arguments: [
            ("9099.9", false), ("9100", true), ("9100.00", true), ("9100.1", true), ("10900", true), ("10900.1", false),
            ("90.99", false), ("91", true), ("91.0", true), ("109", true), ("109.01", false), ("1000000", true),
            ("10000000", true), ("0.1", true), ("1.0", true), ("2000", false), ("0.01", false),
        ]
    )
    func powers(_ text: String, _ isSlip: Bool) {
        #expect(proposals(text) == (isSlip ? ["unit_slip"] : []))
    }

    @Test("A column in % under a heading in ppm is told once, with its materials")
    func column() {
        var batch = SmallLibrary.batch
        batch.crm("1", "0.101", "2000", "500", "4", of: "CRM A")
        batch.routine("2", "0.03", "700", "90", "3.1")
        batch.crm("3", "0.300", "500", "200", "6", of: "CRM B")
        #expect(
            batch.judgement.proposals.map(\.message) == [
                "1 (CRM A), 3 (CRM B): Cu by ME-ICP61 is 1/10,000 of the certified value (ratio 0.000100 to 0.000101); 2 of 2 "
                    + "reference materials, and otherwise inside the window. Probably the unit of the column, which says "
                    + "ppm, is wrong: ask the laboratory for the unit before you pay for a re-assay"
            ]
        )
    }

    @Test("A tenfold row is one dilution, and no mix-up")
    func dilution() {
        var batch = SmallLibrary.batch
        batch.crm("1", "10100", "20400", "4950", "40.5", of: "CRM A")
        batch.crm("3", "3000", "500", "200", "6", of: "CRM B")
        #expect(
            batch.judgement.proposals.map(\.message) == [
                "1 (CRM A): 4 elements (Cu, Zn, Pb, Fe) are 10 times the certified value (ratio 9.900 to 10.2); 1 of 2 "
                    + "reference materials, and otherwise inside the window. Probably a dilution that was not entered, or a "
                    + "decimal point: ask the laboratory for its reading before you pay for a re-assay"
            ]
        )
    }

    @Test("An oxide reported as its element, where every material of the column agrees")
    func oxide() {
        func messages(_ texts: [String]) -> [String] {
            var batch = Batch()
            batch.materials = SmallLibrary.materials
            batch.builder = .init()
            batch.builder.column("Fe2O3", "%", method: "ME-ICP06", .borateFusion, detectionLimit: "0.01")
            for (index, text) in texts.enumerated() { batch.crm("\(index + 1)", text, of: "CRM C") }
            return batch.judgement.proposals.map(\.message)
        }
        // 10 % Fe2O3 is 6.994 % Fe.
        #expect(
            messages(["6.99"]) == [
                "1 (CRM C): Fe2O3 by ME-ICP06 is as much as if Fe were reported: ratio 0.699 to the certified value, and "
                    + "otherwise inside the window. The column says Fe2O3 and the numbers look like Fe: ask the "
                    + "laboratory which of the two it reports before you pay for a re-assay"
            ]
        )
        #expect(messages(["6.99", "7.01"]).count == 1)
        #expect(messages(["6.99", "10.0"]).allSatisfy { !$0.contains("looks like Fe") && !$0.contains("reported") })
        #expect(messages(["7.9"]).allSatisfy { !$0.contains("reported") })
    }

    @Test("A pulp that repeats its original tenfold")
    func pair() {
        func proposals(_ text: String, _ type: SampleType) -> [Finding] {
            var batch = SmallLibrary.batch
            batch.routine("1", "100", "700", "90", "3.1")
            batch.duplicate("2", text, "700", "90", "3.1", of: "1", type)
            return batch.judgement.proposals
        }
        #expect(proposals("1020", .pulpDuplicate).map(\.rule) == ["unit_slip"])
        #expect(
            proposals("1020", .pulpDuplicate).first?.message.hasPrefix(
                "2 and 1: Cu by ME-ICP61 is 10 times the original"
            ) == true
        )
        #expect(proposals("10.2", .pulpDuplicate).map(\.rule) == ["unit_slip"])
        #expect(proposals("600", .pulpDuplicate) == [])
        // One grain does this to a field duplicate.
        #expect(proposals("1020", .fieldDuplicate) == [])
    }

    @Test(
        "One slip of the hand",
        arguments: [
            ("10010", "10100", TypingSlip.exchanged), ("10010", "10011", .changed), ("10010", "1010", .dropped),
            ("10010", "100100", .added), ("10010", "10010", nil), ("10010", "11000", nil), ("10010", "10101", nil),
            ("A1", "A", .dropped), ("", "", nil), ("1", "", .dropped), ("12", "21", .exchanged), ("1221", "2112", nil),
        ]
    )
    func typing(_ meant: String, _ typed: String, _ slip: TypingSlip?) {
        #expect(TypingSlip.between(Array(meant.utf8), Array(typed.utf8)) == slip)
    }

    @Test("The number before and after one keeps its letters and zeros")
    func counting() {
        let order = RegisterOrder([:])
        #expect(order.number(SampleKey("DH-0100"), -1) == SampleKey("DH-0099"))
        #expect(order.number(SampleKey("DH-0099"), 1) == SampleKey("DH-0100"))
        #expect(order.number(SampleKey("99"), 1) == nil)
        #expect(order.number(SampleKey("A0"), -1) == nil)
        #expect(order.number(SampleKey("A"), 1) == nil)
    }

    @Test("A number that was mistyped: in its place, and with the values of the material")
    func sampleNumber() {
        func proposals(_ printed: String, copper: String = "1010") -> [Finding] {
            var batch = SmallLibrary.batch
            batch.routine("10009", "300", "700", "90", "3.1")
            batch.builder.row(printed, [copper, "1980", "505", "4.02"])
            batch.routine("10011", "310", "650", "95", "2.9")
            for (row, name) in ["10009", "10011"].enumerated() {
                batch.statements.append(TestStandards.says(name, .routine, row: 2 + 2 * row))
            }
            batch.statements.append(TestStandards.says("10010", .crm, "CRM A", row: 3))
            return batch.judgement.proposals
        }
        let said = proposals("10100")
        #expect(
            said.map(\.message) == [
                "10100 (position 2) is probably 10010, with two characters exchanged: no register lists 10100, and the "
                    + "certificate lacks 10010 (a.csv row 3: crm CRM A); it stands next to 10009, where 10010 belongs; its "
                    + "values fit CRM A (median distance 0.33 SD over 4 elements (Cu, Zn, Pb, Fe), none beyond 3 SD). Look "
                    + "at the bag, and have the laboratory or the register corrected"
            ]
        )
        #expect(said.map(\.rule) == ["sample_number_transcription"])
        // Two slips are no slip; and values that are not the material's end it.
        #expect(proposals("10101") == [])
        var other = SmallLibrary.batch
        other.routine("10009", "300", "700", "90", "3.1")
        other.routine("10100", "300", "700", "90", "3.1")
        other.statements = [
            TestStandards.says("10009", .routine, row: 2), TestStandards.says("10010", .crm, "CRM A", row: 3),
            TestStandards.says("10011", .routine, row: 4),
        ]
        #expect(other.judgement.proposals == [])
    }

    @Test("A name that was mistyped: the near name that the values fit")
    func materialName() {
        func proposals(_ name: String, _ texts: [String]) -> [Finding] {
            var batch = SmallLibrary.batch
            batch.builder.row("1", texts)
            batch.statements.append(TestStandards.says("1", .crm, name))
            return batch.judgement.proposals
        }
        let said = proposals("CRM D", ["1010", "1980", "505", "4.02"])
        #expect(
            said.map(\.message) == [
                "1: 'CRM D' is probably CRM A, mistyped: the values fit it (median distance 0.33 SD over 4 elements (Cu, Zn, "
                    + "Pb, Fe), none beyond 3 SD); not CRM B (median distance 36.5 SD over 4 elements (Cu, Zn, Pb, Fe), 4 "
                    + "beyond 3 SD), CRM C (26.6 SD in Cu). Correct row 2 of a.csv and deliver it again with a higher "
                    + "revision"
            ]
        )
        #expect(said.map(\.rule) == ["material_name_transcription"])
        #expect(proposals("CRM D", ["1500", "900", "1400", "4.1"]) == [])
        #expect(proposals("Quartzite", ["1010", "1980", "505", "4.02"]) == [])
    }

    @Test("A duplicate of the sample beside the registered one; several make it a shifted register")
    func duplicates() {
        var batch = SmallLibrary.batch
        batch.routine("1", "300", "700", "90", "3.1")
        batch.routine("2", "900", "200", "400", "7.1")
        batch.duplicate("3", "305", "690", "92", "3.2", of: "2")
        let said = batch.judgement.proposals
        #expect(said.map(\.rule) == ["duplicate_mix_up"])
        #expect(
            said.first?.message
                == "3 (duplicate of 2) looks like 1, next to its original: 4 of 4 elements within the limit, median "
                + "difference 1.93 %, against 0 of 4 elements within the limit, median difference 104 % for the "
                + "registered pair. Probably the register names the wrong original, or 2 and 1 were exchanged: check the "
                + "bags and row 2 of a.csv before you pay for a re-assay"
        )

        // Copper alone proves nothing in one pair, and something in three.
        func copper(_ pairs: Int) -> [Finding] {
            var batch = SmallLibrary.copper
            for pair in 0..<pairs {
                batch.routine("\(pair)1", "300")
                batch.routine("\(pair)2", "900")
                batch.duplicate("\(pair)3", "305", of: "\(pair)2")
                batch.routine("\(pair)4", "2000")
            }
            return batch.judgement.proposals
        }
        #expect(copper(1) == [])
        #expect(copper(2) == [])
        #expect(
            copper(3).map(\.message).first?.hasPrefix(
                "3 failed duplicates fit the sample before the registered original: 03 fits 01 ("
            ) == true
        )
    }
}
