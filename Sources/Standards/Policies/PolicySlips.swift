import CertificateReading
import Geochemistry
import QualityControl

/// Looks for overrides that are sound and can never be used, because the Standards do not know what they are for.
struct PolicySlips {
    let laboratories: [Laboratory]
    let materials: MaterialLibrary
    let log: ProblemLog

    func check(_ loaded: LoadedPolicy) {
        for override in loaded.policy.overrides {
            checkLaboratories(override, in: loaded.file)
            checkMethods(override, in: loaded.file)
            checkMaterials(override, in: loaded.file)
        }
    }

    private func checkLaboratories(_ override: PolicyOverride, in file: String) {
        guard let choice = override.selectors.choices[.laboratory] else { return }
        let known = laboratories.map(\.name)
        for pattern in choice.patterns where !known.contains(where: pattern.matches) {
            log.add(.unknownLaboratory(pattern.printed, known: known), file: file, line: choice.line)
        }
    }

    private func checkMethods(_ override: PolicyOverride, in file: String) {
        guard let choice = override.selectors.choices[.method] else { return }
        let entries = laboratories.filter { laboratory in
            override.selectors.choices[.laboratory]?.patterns.contains { $0.matches(laboratory.name) } ?? true
        }.flatMap(\.methods.entries)
        var fitting: [MethodCatalogue.Entry] = []
        for pattern in choice.patterns {
            let found = entries.filter { NamePattern($0.code, .code).overlaps(pattern) }
            if found.isEmpty {
                let known = Set(entries.map(\.code)).sorted()
                log.add(.unknownMethodCode(pattern.printed, known: known), file: file, line: choice.line)
            }
            fitting += found
        }
        guard !fitting.isEmpty, let digestions = override.selectors.choices[.digestion] else { return }
        let isPossible = fitting.contains { entry in
            digestions.patterns.contains { $0.matches(entry.meaning.digestion.rawValue) }
        }
        if !isPossible {
            let complaint = Complaint.methodOfOtherDigestion(choice.printed, digestions: digestions.printed)
            log.add(complaint, file: file, line: digestions.line)
        }
    }

    private func checkMaterials(_ override: PolicyOverride, in file: String) {
        // A blank need not be known: most have no certified background.
        guard let choice = override.selectors.choices[.material],
            !override.stated.allSatisfy({ $0.hasPrefix("blank.") || $0.hasPrefix("laboratory.blank.") })
        else { return }
        var found: [ReferenceMaterial] = []
        for pattern in choice.patterns {
            let fitting = materials.materials.filter { pattern.matches($0.name.printed) }
            if fitting.isEmpty {
                let nearest = materials.nearest(to: MaterialName(pattern.printed)).map(\.printed)
                log.add(.unknownMaterial(pattern.printed, nearest: nearest), file: file, line: choice.line)
            }
            found += fitting
        }
        // Only your own CRMs need a certified value.
        guard !found.isEmpty, override.stated.allSatisfy({ $0.hasPrefix("crm.") }),
            let analytes = override.selectors.choices[.analyte]
        else { return }
        let digestions = override.selectors.choices[.digestion]
        let isPossible = found.contains { material in
            material.values.contains { value in
                let element = materials.analytes.element(of: value.analyte).symbol
                return analytes.patterns.contains { $0.matches(element) }
                    && (digestions?.patterns.contains { $0.matches(value.digestion.rawValue) } ?? true)
            }
        }
        if !isPossible {
            let complaint = Complaint.noSuchValue(choice.printed, analytes: analytes.printed)
            log.add(complaint, file: file, line: choice.line)
        }
    }
}
