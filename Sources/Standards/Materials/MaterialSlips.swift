import Geochemistry

/// Looks for what a slip of the pen leaves in certified values: allowed, and probably wrong.
struct MaterialSlips {
    /// Two digestions of one material differ by less, even for elements that a digestion hardly attacks.
    static let farFromOther = 1000.0
    /// Rounding makes an oxide and its element differ by a few percent where they have two digits.
    static let disagreement = 1.08
    /// Oxides of a whole rock analysis, in percent.
    static let largestOxideSum = 105.0

    let analytes: AnalyteTable
    let log: ProblemLog

    func check(_ material: MaterialReader.Placed) {
        if material.certificate.isEmpty {
            log.add(.noCertificate(material.name), file: material.file, line: material.line)
        }
        for (value, line) in zip(material.values, material.lines) {
            guard let sd = value.sd else { continue }
            if let double = try? sd + sd, double > value.value {
                log.add(.wideSD(value, sd: sd), file: material.file, line: line)
            }
            if ExactDecimal(value.uncertainty) == sd {
                log.add(.sdEqualsUncertainty(value, sd: sd), file: material.file, line: line)
            }
        }
        checkAgreement(material)
        checkMagnitudes(material)
        checkOxideSums(material)
    }

    /// One element after one digestion has one content, in whatever unit and as whatever oxide it is written.
    private func checkAgreement(_ material: MaterialReader.Placed) {
        struct Content: Hashable {
            let element: Analyte
            let digestion: DigestionClass
        }
        var first: [Content: Int] = [:]
        for (index, value) in material.values.enumerated() where value.kind == .certified {
            let content = Content(element: analytes.element(of: value.analyte), digestion: value.digestion)
            guard let earlier = first[content] else {
                first[content] = index
                continue
            }
            let other = material.values[earlier]
            guard let here = elementPPM(value), let there = elementPPM(other), here > 0, there > 0 else { continue }
            if max(here, there) / min(here, there) > Self.disagreement {
                log.add(.disagrees(value, with: other), file: material.file, line: material.lines[index])
            }
        }
    }

    /// A value in % that is a thousand times the same element by another digestion, or the reverse.
    private func checkMagnitudes(_ material: MaterialReader.Placed) {
        var byElement: [Analyte: [Int]] = [:]
        for (index, value) in material.values.enumerated() {
            byElement[analytes.element(of: value.analyte), default: []].append(index)
        }
        for indexes in byElement.values where indexes.count > 1 {
            let contents = indexes.map { elementPPM(material.values[$0]) }
            for (place, index) in indexes.enumerated() where material.values[index].unit == .percent {
                guard let content = contents[place] else { continue }
                for (otherPlace, otherIndex) in indexes.enumerated() where otherPlace != place {
                    guard let other = contents[otherPlace], other > 0, content / other > Self.farFromOther else {
                        continue
                    }
                    let complaint = Complaint.farFromOther(
                        material.values[index],
                        other: material.values[otherIndex],
                        times: Int(min(content / other, 1e12))
                    )
                    log.add(complaint, file: material.file, line: material.lines[index])
                    break
                }
            }
        }
    }

    /// The content in ppm of the element, roughly: it is compared in thousands.
    private func elementPPM(_ value: CertifiedValue) -> Double? {
        guard let ppm = value.unit.partsPerMillion else { return nil }
        let factor = analytes[value.analyte]?.factor?.approximate ?? 1
        return value.value.approximate * ppm.numerator.approximate / ppm.denominator.approximate / factor
    }

    /// The oxides of one digestion.
    private struct OxideSum {
        var percent = 0.0
        /// Of the first oxide.
        let line: Int
        var elements: Set<Analyte> = []

        /// Fe2O3 and FeO are both the total iron: one oxide an element.
        mutating func add(_ more: Double, of element: Analyte) {
            if elements.insert(element).inserted { percent += more }
        }
    }

    private func checkOxideSums(_ material: MaterialReader.Placed) {
        var sums: [DigestionClass: OxideSum] = [:]
        for (value, line) in zip(material.values, material.lines) {
            guard let entry = analytes[value.analyte], entry.kind == .oxide, let element = entry.element,
                let ppm = value.unit.partsPerMillion
            else { continue }
            let percent = value.value.approximate * ppm.numerator.approximate / ppm.denominator.approximate / 10_000
            sums[value.digestion, default: OxideSum(line: line)].add(percent, of: element)
        }
        for (digestion, sum) in sums where sum.percent > Self.largestOxideSum {
            let shown = String((sum.percent * 10).rounded() / 10)
            log.add(.oxideSum(material.name, digestion, percent: shown), file: material.file, line: sum.line)
        }
    }
}
