import Geochemistry
import QualityControl

extension PolicyReader {
    /// `[false_alarms]`. Absent, each warning stands by itself, and flags are not counted.
    func falseAlarms(_ section: TOMLSection) -> FalseAlarmRules? {
        let support = section.word("support", as: FalseAlarmRules.Family.self)
        let alpha = probability(section, "alpha")
        let improbable = probability(section, "improbable")
        guard let support, let alpha, let improbable else { return nil }
        return FalseAlarmRules(support: support, alpha: alpha, improbable: improbable)
    }

    private func probability(_ section: TOMLSection, _ key: String) -> ExactDecimal? {
        guard let number = section.decimal(key) else { return nil }
        if !number.isZero, number < 1 { return number }
        section.complain(.outOfBounds(key, wanted: "a probability above 0 and below 1", found: "\(number)"), at: key)
        return nil
    }
}
