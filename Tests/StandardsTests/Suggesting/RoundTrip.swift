import CertificateReading
import Foundation
import Geochemistry
import Standards
import TestSupport
import Testing

/// From a file that no layout fits to the certificate that the suggested layout reads of it: the suggestion is written
/// into a Standards folder of its own, checked there, and used.
struct RoundTrip {
    struct AlreadyRead: Error {}

    let suggestion: LayoutSuggestion
    let delivery: Delivery

    /// - Parameter without: the laboratories whose files are taken away, so that nothing fits.
    init(_ bytes: [UInt8], name: String = "delivery.csv", without removed: [String] = []) throws {
        let root = try LabRoot()
        let folder = root.standards + "/laboratories/"
        for laboratory in removed { try FileManager.default.removeItem(atPath: folder + laboratory + ".toml") }

        let before = try Self.reader(root.standards)
        guard case .layout(let suggestion) = try before.suggestLayout(for: bytes, name: name) else {
            throw AlreadyRead()
        }
        self.suggestion = suggestion
        if ProcessInfo.processInfo.environment["CUPEL_TEST_SHOW"] != nil { print(suggestion.text) }
        try Data(suggestion.text.utf8).write(to: URL(filePath: folder + suggestion.laboratory.id + ".toml"))

        let problems = StandardsFolder(root.standards).check().filter { $0.file.hasPrefix("laboratories/") }
        #expect(problems.map(\.description) == [], "\(suggestion.text)")
        delivery = try Self.reader(root.standards).read(bytes, name: name)
        // What was written is what was meant.
        let written = try StandardsFolder(root.standards).load().laboratories
            .first { $0.id == suggestion.laboratory.id }
        #expect(written?.layouts == suggestion.laboratory.layouts)
        #expect(delivery.certificates.allSatisfy { $0.format == suggestion.layout?.id })
    }

    init(_ text: String, name: String = "delivery.csv", without removed: [String] = []) throws {
        try self.init(Array(text.utf8), name: name, without: removed)
    }

    private static func reader(_ standards: String) throws -> CertificateReader {
        let snapshot = try StandardsFolder(standards).load()
        return CertificateReader(laboratories: snapshot.laboratories, analytes: snapshot.analytes)
    }

    var certificate: Certificate {
        get throws { try #require(delivery.certificates.first) }
    }

    /// The lines that a person has to settle.
    var checks: [String] {
        suggestion.text.split(separator: "\n").filter { $0.hasPrefix("# CHECK: ") }.map { String($0.dropFirst(9)) }
    }
}

extension Certificate {
    /// How many rows of each sort: `client 2, crm 1`.
    var rowCounts: [String: Int] {
        var counts: [String: Int] = [:]
        for sample in samples {
            let kind =
                switch sample.origin {
                case .client: "client"
                case .laboratoryCRM: "crm"
                case .laboratoryCertified: "certified"
                case .laboratoryBlank: "blank"
                case .laboratoryPreparationBlank: "preparation blank"
                case .laboratoryOriginal: "original"
                case .laboratoryDuplicate: "duplicate"
                case .laboratoryOther: "other"
                }
            counts[kind, default: 0] += 1
        }
        return counts
    }
}
