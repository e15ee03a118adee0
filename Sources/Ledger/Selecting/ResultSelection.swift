public import Geochemistry
import QualityControl

/// Of which results a statistic is made. What is nil selects nothing out.
///
/// Names are compared without regard to case and surrounding blanks.
public struct ResultSelection: Sendable, Hashable {
    public var laboratory: String?
    /// The name, or a pattern in which `*` stands for any run of characters.
    public var project: String?
    public var method: String?
    public var analyte: String?
    /// The first and the last day of report. A certificate without a date lies in no period.
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(
        laboratory: String? = nil,
        project: String? = nil,
        method: String? = nil,
        analyte: String? = nil,
        from: CalendarDate? = nil,
        to: CalendarDate? = nil
    ) {
        self.laboratory = laboratory
        self.project = project
        self.method = method
        self.analyte = analyte
        self.from = from
        self.to = to
    }

    public func takes(laboratory: String, project: String, reported: CalendarDate?) -> Bool {
        takes(laboratory: laboratory) && takes(project: project) && takes(reported: reported)
    }

    func takes(laboratory: String) -> Bool { Self.same(self.laboratory, laboratory) }

    public func takes(method: String, analyte: String) -> Bool {
        Self.same(self.method, method) && Self.same(self.analyte, analyte)
    }

    private func takes(project: String) -> Bool {
        guard let wanted = self.project else { return true }
        return Self.same(wanted, project)
            || SamplingPattern(wanted.trimmedOfBlanks).matches(SamplingPattern.folded(project.trimmedOfBlanks))
    }

    private func takes(reported: CalendarDate?) -> Bool {
        if from == nil, to == nil { return true }
        guard let reported else { return false }
        return (from.map { $0 <= reported } ?? true) && (to.map { reported <= $0 } ?? true)
    }

    private static func same(_ wanted: String?, _ found: String) -> Bool {
        wanted.map { SampleKey($0) == SampleKey(found) } ?? true
    }
}
