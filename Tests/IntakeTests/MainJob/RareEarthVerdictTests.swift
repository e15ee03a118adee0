import Geochemistry
import QualityControl
import Testing

@Suite("Main job: a rare earth batch at Actlabs")
struct RareEarthVerdictTests {
    private func judgement(_ batch: QCScenario) throws -> Judgement {
        let verdicts = try ShippedStandards.verdicts(RareEarthBatch.print(batch), registers: [batch.register])
        return try #require(verdicts.first).judgement
    }

    private func said(_ sample: String, _ analyte: String, _ text: String) throws -> [String] {
        try judgement(RareEarthBatch.onEveryLimit.with(sample, analyte, text)).said
    }

    @Test("Every QC result on its limit, iron by its oxide, basalt by percent: the batch passes")
    func onEveryLimit() throws {
        let judgement = try judgement(RareEarthBatch.onEveryLimit)
        #expect(judgement.said == [])
        #expect(judgement.outcome == .pass)
        #expect(judgement.reassay == [])
    }

    @Test("Certified Fe judges reported Fe2O3 by a named factor, exactly")
    func iron() throws {
        // 31.77 + 2 x 1.301 = 34.372 % Fe is 49.142817048 % Fe2O3; 3 SD end at 51.0029...
        #expect(try said("R002", "Fe2O3", "49.14") == [])
        #expect(try said("R002", "Fe2O3", "49.142817048") == [])
        #expect(try said("R002", "Fe2O3", "49.142817049") == ["warn crm_2sd R002 Fe2O3"])
        #expect(try said("R002", "Fe2O3", "49.15") == ["warn crm_2sd R002 Fe2O3"])
        #expect(try said("R002", "Fe2O3", "51.00") == ["warn crm_2sd R002 Fe2O3"])
        #expect(try said("R002", "Fe2O3", "51.01") == ["warn crm_3sd R002 Fe2O3"])
        let result = try #require(
            try judgement(RareEarthBatch.onEveryLimit).results.first { $0.sampleIndex == 1 && $0.columnIndex == 2 }
        )
        #expect(result.note == "Fe to Fe2O3 x 1.429734")
        #expect(result.expected == ExactDecimal("45.42264918"))
    }

    @Test("A material without SD is judged at 5 and 10 %, strictly")
    func percentWindow() throws {
        #expect(try said("R005", "Sc", "33.6") == [])
        #expect(try said("R005", "Sc", "33.7") == ["warn crm_percent_window R005 Sc"])
        #expect(try said("R005", "Sc", "35.2") == ["warn crm_percent_window R005 Sc"])
        #expect(try said("R005", "Sc", "35.3") == ["fail crm_percent_window R005 Sc"])
        #expect(try said("R005", "Sc", "30.4") == [])
        #expect(try said("R005", "Sc", "30.3") == ["warn crm_percent_window R005 Sc"])
        #expect(try said("R005", "Sc", "28.8") == ["warn crm_percent_window R005 Sc"])
        #expect(try said("R005", "Sc", "28.7") == ["fail crm_percent_window R005 Sc"])
    }

    @Test("Certified % judges reported ppm: Ce of OREAS 463 is 0.659 % and 0.015")
    func percentAgainstPPM() throws {
        #expect(try said("R008", "Ce", "6890") == [])
        #expect(try said("R008", "Ce", "6891") == ["warn crm_2sd R008 Ce"])
        #expect(try said("R008", "Ce", "7040") == ["warn crm_2sd R008 Ce"])
        #expect(try said("R008", "Ce", "7041") == ["fail crm_3sd R008 Ce"])
    }

    @Test("Scandium without a certified value in any material of the batch is named")
    func uncovered() throws {
        var batch = RareEarthBatch.onEveryLimit
        batch.rows.removeAll { $0.reference == "BHVO-2" }
        #expect(try judgement(batch).said == ["warn uncovered_analyte"])
    }

    @Test("A rare earth near its detection limit is not judged")
    func gate() throws {
        // 0.515 is more than ten times 0.002, and less than ten times 0.1.
        #expect(try said("R002", "Lu", "0.700") == ["fail crm_3sd R002 Lu"])
        #expect(try said("R002", "Lu", "<0.3") == ["fail crm_censored R002 Lu"])
        #expect(try said("R002", "Lu", "<0.4") == [])
    }

    @Test("Materials are never compared with another digestion's value")
    func digestion() throws {
        let text = String(decoding: RareEarthBatch.print(RareEarthBatch.onEveryLimit), as: UTF8.self)
        let aquaRegia = text.replacing("FUS-MS", with: "AR-MS")
        let register = RareEarthBatch.onEveryLimit.register
        let verdict = try #require(try ShippedStandards.verdicts(Array(aquaRegia.utf8), registers: [register]).first)
        // None of the three is certified after aqua regia.
        let judged = verdict.judgement.results.filter { $0.origin == .client && $0.kind == .crm && $0.columnIndex == 3 }
        #expect(judged.map(\.rule) == [.crmNoCertifiedValue, .crmNoCertifiedValue, .crmNoCertifiedValue])
        #expect(judged.allSatisfy { $0.expected == nil && $0.outcome == .notEvaluated })
        #expect(verdict.judgement.findings.map(\.rule) == ["uncovered_analyte", "crm_flag_count"])
    }
}
