import Geochemistry
import QualityControl
import Testing

@Suite("Composites of reference materials")
struct CompositeWindowTests {
    private func said(_ composite: Composite, _ cu: String, _ zn: String, of material: String = "OREAS 1") -> String {
        guard let result = MetalSum.crm(composite, cu, zn, of: material) else { return "nothing" }
        return "\(result.outcome?.rawValue ?? "-") \(result.rule?.rawValue ?? "-")"
    }

    @Test("Independent members: 3000 with an SD of exactly 50, and limits are limits")
    func independent() throws {
        let sum = MetalSum.sum(.independent)
        for (cu, zn, expected) in [
            ("1000", "2099.99", "pass"), ("1000", "2100", "pass"), ("1000.00", "2100.000", "pass"),
            ("1000", "2100.01", "warn"), ("1000", "2149.99", "warn"), ("1000", "2150", "warn"),
            ("1050.0", "2100.0", "warn"), ("1000", "2150.01", "fail"),
            ("1000", "1900.01", "pass"), ("1000", "1900", "pass"), ("900", "2000", "pass"), ("1000", "1899.99", "warn"),
            ("1000", "1850", "warn"), ("1000", "1849.99", "fail"),
        ] { #expect(said(sum, cu, zn) == "\(expected) crm_composite", "\(cu) \(zn)") }
        let result = try #require(MetalSum.crm(sum, "1000", "2150.01"))
        #expect(result.value == ExactDecimal("3150.01"))
        #expect((result.expected, result.sd) == (3000, 50))
        #expect((result.lowerLimit, result.upperLimit) == (2850, 3150))
        #expect(result.z == 3.0002)
    }

    @Test("Correlated members: the SD is 70")
    func correlated() throws {
        let sum = MetalSum.sum(.correlated)
        for (zn, expected) in [
            ("2139.9", "pass"), ("2140", "pass"), ("2140.00", "pass"), ("2140.1", "warn"), ("2209.9", "warn"),
            ("2210", "warn"), ("2210.0", "warn"), ("2210.1", "fail"), ("1860", "pass"), ("1859.9", "warn"),
            ("1790", "warn"), ("1789.9", "fail"),
        ] { #expect(said(sum, "1000", zn) == "\(expected) crm_composite", "\(zn)") }
        #expect(try #require(MetalSum.crm(sum, "1000", "2000")).sd == 70)
    }

    @Test("A share: 25 % with an SD of exactly 1.25, by propagation")
    func share() throws {
        for (cu, zn, expected) in [
            ("1000", "3000", "pass"), ("1099.99", "2900.01", "pass"), ("1100", "2900", "pass"),
            ("550.0", "1450.0", "pass"), ("1100.01", "2900", "warn"), ("1150", "2850", "warn"),
            ("115.0", "285.00", "warn"),
            ("1150.01", "2850", "fail"), ("900", "3100", "pass"), ("899.99", "3100", "warn"), ("850", "3150", "warn"),
            ("849.99", "3150", "fail"),
        ] { #expect(said(MetalSum.share, cu, zn, of: "OREAS 2") == "\(expected) crm_composite", "\(cu) \(zn)") }
        let result = try #require(MetalSum.crm(MetalSum.share, "1150", "2850", of: "OREAS 2"))
        #expect(result.value == ExactDecimal("28.75"))
        #expect((result.expected, result.sd, result.z) == (25, ExactDecimal("1.25"), 3))
    }

    @Test("One value without SD, and the window is in percent")
    func percent() {
        let sum = MetalSum.sum(.independent)
        for (zn, expected) in [
            ("2150", "pass"), ("2150.1", "warn"), ("2300", "warn"), ("2300.1", "fail"), ("1850", "pass"),
            ("1849.9", "warn"),
        ] { #expect(said(sum, "1000", zn, of: "OREAS 4") == "\(expected) crm_composite", "\(zn)") }
        // 5 % of 33.3... %.
        #expect(said(MetalSum.share, "350", "650", of: "OREAS 4") == "pass crm_composite")
        #expect(said(MetalSum.share, "350.1", "650", of: "OREAS 4") == "warn crm_composite")
        #expect(said(MetalSum.share, "1100", "1900", of: "OREAS 4") == "warn crm_composite")
        #expect(said(MetalSum.share, "1100.1", "1900", of: "OREAS 4") == "fail crm_composite")
    }

    @Test("What the certificate states of the composite itself wins")
    func certifiedItself() throws {
        let sum = MetalSum.sum(.independent, certified: "S")
        let result = try #require(MetalSum.crm(sum, "1000", "2120", of: "OREAS 5"))
        #expect((result.expected, result.sd, result.outcome) == (3100, 10, .pass))
        #expect(said(sum, "1000", "2130.1", of: "OREAS 5") == "fail crm_composite")
        #expect(said(sum, "1000", "2100", of: "OREAS 1") == "pass crm_composite")
    }

    @Test("A member without a certified value, and nothing is judged")
    func notCertified() throws {
        let result = try #require(MetalSum.crm(MetalSum.sum(.independent), "1000", "9999", of: "OREAS 3"))
        #expect((result.outcome, result.rule) == (.notEvaluated, .compositeNotCertified))
        #expect(result.note == "the material has no certified value for Zn")
        #expect(result.value == 10_999)
        #expect(said(MetalSum.sum(.independent), "1", "2", of: "OREAS 99") == "not_evaluated crm_unknown_material")
    }

    @Test("A provisional member makes the composite support, whatever its tier")
    func provisional() {
        #expect(said(MetalSum.sum(.independent), "1000", "2150.01", of: "OREAS 6") == "warn crm_composite")
    }

    @Test("Below ten summed detection limits, and with an SD of more than 15 %, nothing is judged")
    func gates() {
        #expect(said(MetalSum.sum(.independent), "10", "99", of: "OREAS 7") == "not_evaluated crm_detection_limit_gate")
        #expect(said(MetalSum.share, "10", "99", of: "OREAS 7") == "not_evaluated crm_detection_limit_gate")
        // √(300² + 400²) = 500 is 16.7 % of 3000.
        #expect(said(MetalSum.sum(.independent), "1", "2", of: "OREAS 8") == "not_evaluated crm_not_usable")
    }

    @Test("Censored members leave an interval, and only what both of its ends say is said")
    func censored() throws {
        let sum = MetalSum.sum(.independent)
        let open = try #require(MetalSum.crm(sum, "<10", "3095"))
        #expect((open.value, open.lowest, open.highest) == (nil, 3095, 3105))
        #expect((open.outcome, open.rule) == (.notEvaluated, .compositeCensored))
        for (cu, zn, expected) in [
            ("<10", "3090", "pass crm_composite"), ("<10", "3090.1", "not_evaluated composite_censored"),
            ("<10", "3100.1", "warn crm_composite"), ("<10", "3141", "warn crm_composite"),
            ("<10", "3150.1", "fail crm_composite"), ("<10", "2890", "not_evaluated composite_censored"),
            ("<10", "2839.9", "fail crm_composite"), ("<10", "2840", "warn crm_composite"),
            (">1000", "2000", "not_evaluated composite_censored"), (">1000", "2150.1", "fail crm_composite"),
        ] { #expect(said(sum, cu, zn) == expected, "\(cu) \(zn)") }
        let share = try #require(MetalSum.crm(MetalSum.share, "<10", "990"))
        #expect((share.lowest, share.highest) == (0, 1))
    }

    @Test("A missing member is named, and nothing is computed")
    func missing() throws {
        let result = try #require(MetalSum.crm(MetalSum.sum(.independent), "1000", "IS"))
        #expect((result.value, result.lowest) == (nil, nil))
        #expect((result.outcome, result.rule) == (.notEvaluated, .compositeMemberMissing))
        #expect(result.note == "no result for Zn (not enough sample)")
        // Not part of this work at all.
        #expect(MetalSum.crm(MetalSum.sum(.independent), "", "") == nil)
    }
}
