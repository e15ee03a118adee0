import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: many files together")
struct PassageTests {
    /// More than two chunks: what is known, what cannot be read and what is not there lies among certificates.
    private static let count = 2 * Pipeline.chunk + 9

    @Test("The outcomes stand in the order of the files, whatever chunk each is part of")
    func order() throws {
        let run = try PipelineRun()
        let reports = (0..<Self.count).map { GoldReport("VA260\(31000 + $0)", samples: "A\($0)x") }
        for (number, report) in reports.enumerated() {
            try run.lab.deliver("r\(number).csv", report.register)
            try run.lab.deliver("c\(number).csv", report.text)
        }
        #expect(try run.process((0..<Self.count).map { FileName("r\($0).csv") }).allSatisfy(\.isRegister))

        // The copy lies a chunk behind, so that it is read before its twin is in the ledger.
        try run.lab.deliver("copy.csv", reports[3].text)
        try run.lab.deliver("rubbish.csv", "no certificate at all\n1\n2\n")
        var names = (0..<Self.count).map { "c\($0).csv" }
        names.insert("copy.csv", at: Pipeline.chunk + 2)
        names.insert("rubbish.csv", at: Pipeline.chunk - 1)
        names.insert("absent.csv", at: 5)
        let results = try run.process(names.map { FileName($0) })

        #expect(results.count == names.count)
        for (name, result) in zip(names, results) {
            switch (name, result) {
            case ("copy.csv", .duplicate), ("rubbish.csv", .quarantined), ("absent.csv", .missing): break
            case (_, .ingested(let verdicts)):
                let number = try #require(Int(name.dropFirst().dropLast(4)))
                #expect(verdicts.map(\.batch) == ["VA260\(31000 + number)"])
            default: Issue.record("\(name): \(result)")
            }
        }
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        #expect(try run.rows("SELECT count(*), count(DISTINCT batch) FROM verdicts") == ["\(Self.count)|\(Self.count)"])
        #expect(LabRoot.names(in: run.lab.archive + "/by-certificate/ALS").count == Self.count)
    }

    @Test("Each failed batch of several chunks has its alert when its file has left")
    func alerts() throws {
        let run = try PipelineRun()
        let reports = (0..<Self.count).map {
            GoldReport("VA260\(32000 + $0)", samples: "B\($0)x", standard: GoldReport.failing)
        }
        for (number, report) in reports.enumerated() {
            try run.lab.deliver("r\(number).csv", report.register)
            try run.lab.deliver("c\(number).csv", report.text)
        }
        _ = try run.process((0..<Self.count).map { FileName("r\($0).csv") })
        _ = try run.process((0..<Self.count).map { FileName("c\($0).csv") })
        let open = LabRoot.names(in: run.lab.alerts).filter { $0.hasSuffix(".json") }
        #expect(open.sorted() == reports.map { $0.batch + ".json" }.sorted())
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
    }
}

extension Pipeline.Outcome.Result {
    fileprivate var isRegister: Bool { if case .register = self { true } else { false } }
}
