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
    /// Reads what the suggestion was made for.
    let reader: CertificateReader

    /// - Parameter without: the laboratories whose files are taken away, so that nothing fits.
    init(_ bytes: [UInt8], name: String = "delivery.csv", without removed: [String] = []) throws {
        let shipped = try Self.shipped.get()
        let laboratories = shipped.laboratories.filter { !removed.contains($0.id) }
        let before = CertificateReader(laboratories: laboratories, analytes: shipped.analytes)
        guard case .layout(let suggestion) = try before.suggestLayout(for: bytes, name: name) else {
            throw AlreadyRead()
        }
        self.suggestion = suggestion
        if ProcessInfo.processInfo.environment["CUPEL_TEST_SHOW"] != nil { print(suggestion.text) }

        let path = "laboratories/\(suggestion.laboratory.id).toml"
        let folder = try SmallFolder(["analytes.csv": Self.analytes, path: suggestion.text])
        #expect(folder.told.filter { $0.hasPrefix("laboratories/") } == [], "\(suggestion.text)")
        let written = try folder.load().laboratories
        // What was written is what was meant.
        #expect(written.first?.layouts == suggestion.laboratory.layouts)
        #expect(written.first?.methods == suggestion.laboratory.methods)
        #expect(written.first?.tokens == suggestion.laboratory.tokens)
        reader = CertificateReader(laboratories: laboratories + written, analytes: shipped.analytes)
        delivery = try reader.read(bytes, name: name)
        let ids = suggestion.layouts.map(\.layout.id)
        #expect(delivery.certificates.allSatisfy { ids.contains(String($0.format.prefix { $0 != "+" })) })
    }

    init(_ text: String, name: String = "delivery.csv", without removed: [String] = []) throws {
        try self.init(Array(text.utf8), name: name, without: removed)
    }

    /// The whole table of analytes: what it knows decides which row is the analytes'.
    private static let analytes =
        (try? String(contentsOf: ShippedLaboratories.standards.appending(path: "analytes.csv"), encoding: .utf8)) ?? ""

    /// All that we ship, read once.
    private static let shipped = Result { try StandardsFolder(ShippedLaboratories.standards.path).load() }

    /// What the shipped layouts read.
    static func shippedReading(_ bytes: [UInt8], name: String = "delivery.csv") throws -> [Certificate] {
        let shipped = try Self.shipped.get()
        return try CertificateReader(laboratories: shipped.laboratories, analytes: shipped.analytes)
            .read(bytes, name: name).certificates
    }

    /// What is said in place of a suggestion.
    static func refusal(_ bytes: [UInt8], name: String = "delivery.csv") throws -> any Error {
        let shipped = try Self.shipped.get()
        let reader = CertificateReader(laboratories: shipped.laboratories, analytes: shipped.analytes)
        do {
            _ = try reader.suggestLayout(for: bytes, name: name)
            throw AlreadyRead()
        } catch {
            return error
        }
    }

    static func refusal(_ text: String) throws -> any Error { try refusal(Array(text.utf8)) }

    var layout: Layout? { suggestion.layouts.first?.layout }

    var certificate: Certificate {
        get throws { try #require(delivery.certificates.first) }
    }

    /// The lines that a person has to settle.
    var checks: [String] {
        let notes =
            suggestion.notes.values.flatMap(\.self) + suggestion.layouts.flatMap { $0.notes.values.flatMap(\.self) }
        return notes.filter(\.isGuess).map(\.text)
    }
}

extension Certificate {
    /// How many rows of each sort.
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
