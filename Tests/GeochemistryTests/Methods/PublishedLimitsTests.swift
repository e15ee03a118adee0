import Testing

@testable import Geochemistry

@Suite("Published detection limits")
struct PublishedLimitsTests {
    private var limits: PublishedLimits {
        var limits = PublishedLimits()
        limits.add(method: "ME-ICP61", analyte: Analyte("Cu"), value: 1, unit: .ppm)
        limits.add(method: "ME-ICP61", analyte: Analyte("Ag"), value: 1, unit: .ouncesPerShortTon)
        return limits
    }

    @Test("A limit is brought to the column's unit exactly")
    func units() {
        let copper = Analyte("Cu")
        #expect(limits.limit(method: "ME-ICP61", analyte: copper, unit: .ppm) == 1)
        #expect(limits.limit(method: "ME-ICP61", analyte: copper, unit: .percent)?.description == "0.0001")
        #expect(limits.limit(method: "me-icp61 ", analyte: copper, unit: .ppb) == 1_000)
    }

    @Test("What nobody published, or what has no exact value, is no limit")
    func none() {
        #expect(limits.limit(method: "ME-ICP41", analyte: Analyte("Cu"), unit: .ppm) == nil)
        #expect(limits.limit(method: "ME-ICP61", analyte: Analyte("Zn"), unit: .ppm) == nil)
        #expect(limits.limit(method: "ME-ICP61", analyte: Analyte("Cu"), unit: .none) == nil)
        #expect(limits.limit(method: "ME-ICP61", analyte: Analyte("Ag"), unit: .ppm) == nil)
    }
}
