import CertificateReading
import Foundation
import Geochemistry
import QualityControl
import Standards
import TestSupport

@testable import Intake

/// The Standards of this repository in force, and the whole way from the bytes of a delivery to its verdict.
enum ShippedStandards {
    static let snapshot = Result {
        try StandardsFolder(SharedFiles.packageRoot.appending(path: "Standards").path).load()
    }

    static func reader(limits: ReadingLimits = .standard) throws -> CertificateReader {
        let snapshot = try snapshot.get()
        return CertificateReader(laboratories: snapshot.laboratories, analytes: snapshot.analytes, limits: limits)
    }

    /// The verdicts on all certificates of a delivery, as `cupel validate --register` gives them.
    /// - Parameter registers: texts of registers, or none.
    static func verdicts(
        _ bytes: [UInt8],
        name: String = "delivery.csv",
        registers: [String] = [],
        sampling: [SamplingRule] = []
    ) throws -> [(certificate: Certificate, judgement: Judgement)] {
        let reader = try reader()
        var statements: [RegisterStatement] = []
        for (number, text) in registers.enumerated() {
            let delivery = try reader.read(Array(text.utf8), name: "register-\(number + 1).csv")
            for register in delivery.registers {
                statements += register.entries.map {
                    RegisterStatement(
                        entry: $0,
                        revision: register.revision,
                        registerSHA256: SealedFile.sha256(Array(text.utf8)),
                        registerName: "register-\(number + 1).csv"
                    )
                }
            }
        }
        let standards = try snapshot.get()
        return try reader.read(bytes, name: name).certificates.map { certificate in
            let judgement = BatchEvaluation.judge(
                certificate,
                statements: statements,
                sampling: standards.sampling + sampling,
                materials: standards.materials,
                policy: standards.policy(for: certificate.project).policy,
                composites: standards.composites,
                history: SeriesHistory()
            )
            return (certificate, judgement)
        }
    }
}

extension Judgement {
    /// `fail crm_3sd B002 Cu` for each finding but what is only shown, in alphabetical order.
    var said: [String] {
        findings.filter { $0.outcome != .pass }.map { finding in
            let owner = finding.origin == .laboratory ? "laboratory" : ""
            return [finding.outcome.rawValue, finding.rule, owner, finding.sample, finding.analyte]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }.sorted()
    }
}
