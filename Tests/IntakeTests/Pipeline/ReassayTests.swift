import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: from a failure to its re-assay")
struct ReassayTests {
    private let run: PipelineRun
    private let failed = ReassayStory.failed

    init() throws { run = try PipelineRun() }

    private func alert(_ ending: String = "txt") throws -> String {
        try LabRoot.text(run.lab.alerts + "/VA26030001." + ending)
    }

    private func takeFailure() throws {
        try run.take([("register.csv", failed.register), ("failed.csv", failed.text)])
    }

    @Test("The whole story: failed, asked again, re-assayed, accepted by a person")
    func story() throws {
        try takeFailure()
        try run.decide("VA26030001", .reassay)
        #expect(try ReassayStory.links(run).isEmpty)
        try run.take("reassay.csv", ReassayStory.reassay().text)
        #expect(try run.outcomes() == ["VA26030001|fail", "VA26030009|pass"])
        #expect(try ReassayStory.links(run) == ["VA26030001|ALS|VA26030009|8|8|8|8|pass|1"])
        #expect(
            try run.rows("SELECT state, decision_stale FROM failure_queue") == ["reassay_requested|0"],
            "nobody has decided yet"
        )
        #expect(
            try ReassayStory.summary(run).hasSuffix(
                " Re-assayed by VA26030009, which passed and covers 8 of 8 samples: accept with the re-assay results, "
                    + "or reject."
            )
        )
        let text = try alert()
        #expect(
            text.contains(
                """

                Re-assays
                  Re-assayed by VA26030009, which passed and covers 8 of 8 samples: accept with the re-assay results, or reject.
                  VA26030009:
                    Au Au-AA23: 8 pairs, median ratio 1.000 of re-assay to first result, largest difference 0.0 % \
                (A101: 0.012 ppm, then 0.012 ppm)

                """
            ),
            "\(text)"
        )
        let document = try JSONSerialization.jsonObject(with: Data(try alert("json").utf8)) as? [String: Any]
        let link = try #require((document?["reassays"] as? [[String: Any]])?.first)
        #expect(
            link.keys.sorted() == [
                "answered", "comparisons", "determinations_covered", "determinations_listed", "failed_batch",
                "failed_laboratory", "missing", "reassay_batch", "reassay_outcome", "samples_covered", "samples_listed",
            ]
        )
        #expect(link["answered"] as? Bool == true)
        let comparison = try #require((link["comparisons"] as? [[String: Any]])?.first)
        #expect(
            comparison.keys.sorted() == [
                "determination", "largest_difference_percent", "largest_difference_sample", "left_out", "median_ratio",
                "pairs",
            ]
        )
        #expect(comparison["pairs"] as? Int == 8)

        try run.decide("VA26030001", .accept)
        #expect(LabRoot.names(in: run.lab.alerts) == ["closed"])
        #expect(try run.rows("SELECT state FROM failure_queue") == ["accepted"])
        let released = try run.ledger.read { try $0.releasedCertificates().map(\.batch) }
        #expect(released == ["VA26030001", "VA26030009"], "both results stay; nothing is averaged")
        #expect(try ReassayStory.links(run).count == 1)
    }

    @Test("A re-assay of some samples says which still lack; the rest may come in another certificate")
    func parts() throws {
        try takeFailure()
        try run.take("part.csv", ReassayStory.rows([1, 2, 3, 5, 8], of: ReassayStory.reassay()))
        #expect(try ReassayStory.links(run) == ["VA26030001|ALS|VA26030009|8|3|8|3|pass|0"])
        #expect(
            try alert().contains(
                "still to be repeated: Au Au-AA23 of A104, A106, A107, A109, A110"
            )
        )
        let rest = ReassayStory.reassay("VA26030010", reported: "2026-03-22")
        try run.take("rest.csv", ReassayStory.rows([4, 5, 6, 7, 8, 9, 10], of: rest))
        #expect(
            try ReassayStory.links(run) == [
                "VA26030001|ALS|VA26030009|8|3|8|3|pass|1", "VA26030001|ALS|VA26030010|8|5|8|5|pass|1",
            ]
        )
        #expect(try alert().contains("together they cover the list"))
    }

    @Test("A re-assay whose own CRM fails does not answer, and both alerts say so")
    func ownQC() throws {
        try takeFailure()
        try run.take("reassay.csv", ReassayStory.reassay(standard: GoldReport.failing).text)
        #expect(try ReassayStory.links(run) == ["VA26030001|ALS|VA26030009|8|8|8|8|fail|0"])
        #expect(try alert().contains("whose own QC failed, and which covers 8 of 8 samples: this does not answer"))
        let other = try LabRoot.text(run.lab.alerts + "/VA26030009.txt")
        #expect(
            other.contains(
                "\nRe-assay of\n  Re-assay of VA26030001: covers 8 of 8 samples, and does not answer its failure: "
                    + "its own QC failed.\n"
            ),
            "\(other)"
        )
        // Somebody looks, and accepts it: now it answers, and the first alert says so.
        try run.decide("VA26030009", .accept)
        #expect(try ReassayStory.summary(run).contains("which was accepted and covers 8 of 8 samples: accept"))
        #expect(try alert().contains("which was accepted and covers 8 of 8 samples: accept"))
    }

    @Test("Another method after another digestion repeats nothing; a certificate of other samples neither")
    func strangers() throws {
        try takeFailure()
        let cyanide = ReassayStory.reassay().text.replacing("Au-AA23", with: "Au-AA13")
        try run.take("cyanide.csv", cyanide)
        // The CRM and the blank bear the same numbers, and are on no list.
        try run.take(
            "controls.csv",
            ReassayStory.rows([5, 8], of: ReassayStory.reassay("VA26030010", reported: "2026-03-21"))
        )
        try run.take("others.csv", GoldReport("VA26030011", samples: "B1", reported: "2026-03-21").text)
        #expect(try ReassayStory.links(run).isEmpty)
        try run.take(
            "same-digestion.csv",
            ReassayStory.reassay("VA26030012").text.replacing("Au-AA23", with: "Au-AA25")
        )
        #expect(try ReassayStory.links(run).map { $0.hasPrefix("VA26030001|ALS|VA26030012|8|8|") } == [true])
        #expect(try alert().contains("Au Au-AA23 (again by Au-AA25): 8 pairs"))
    }

    @Test("Judging again on either side changes the link, and the alert with it")
    func revalidation() throws {
        try takeFailure()
        try run.take("reassay.csv", ReassayStory.reassay().text)
        // Wide windows: nothing fails any more.
        try run.lab.edit(
            "policies/default.toml",
            replacing: "fail_sd = 3\n# This many",
            with: "fail_sd = 9\n# This many"
        )
        try run.lab.edit("policies/default.toml", replacing: "warn_sd = 2\n# Beyond", with: "warn_sd = 8\n# Beyond")
        run.pipeline.standards.renew(always: true)
        let first = try #require(try run.pipeline.currentCertificates(RevalidationScope(batches: ["VA26030001"])).first)
        _ = try run.pipeline.revalidate([first])
        #expect(try ReassayStory.links(run).isEmpty)
        #expect(LabRoot.names(in: run.lab.alerts) == ["closed"])
        #expect(try run.rows("SELECT state FROM failure_queue") == ["resolved"])
    }

    @Test("A policy may let the re-assay close the failure; its own results stay unreleased")
    func closes() throws {
        try run.lab.edit("policies/default.toml", replacing: "closes = false", with: "closes = true")
        run.pipeline.standards.renew(always: true)
        try takeFailure()
        #expect(try run.rows("SELECT state FROM failure_queue") == ["open"])
        try run.take("reassay.csv", ReassayStory.reassay().text)
        #expect(try run.rows("SELECT state FROM failure_queue") == ["resolved"])
        #expect(LabRoot.names(in: run.lab.alerts) == ["closed"])
        #expect(LabRoot.names(in: run.lab.alerts + "/closed").count == 3)
        #expect(try run.ledger.read { try $0.releasedCertificates().map(\.batch) } == ["VA26030009"])
    }

    @Test("Failure, register and re-assays give the same verdicts, links, queue and alerts in whatever order they come")
    func permutations() throws {
        var random = SeededGenerator("re-assay order")
        let failed = ReassayStory.failed
        // The failed certificate is reissued, and fails still; one re-assay covers all, one a part, one fails itself.
        var reissue = failed
        reissue.reported = "2026-03-25"
        let deliveries: [(name: String, text: String)] = [
            ("failed.csv", failed.text), ("register.csv", failed.register), ("reissue.csv", reissue.text),
            ("reassay.csv", ReassayStory.reassay().text),
            (
                "part.csv",
                ReassayStory.rows([2, 3, 5, 8], of: ReassayStory.reassay("VA26030008", reported: "2026-03-19"))
            ),
            (
                "bad.csv",
                ReassayStory.reassay("VA26030007", reported: "2026-03-18", standard: GoldReport.failing).text
            ),
        ]
        func standing(_ run: PipelineRun) throws -> [String] {
            let alerts = LabRoot.names(in: run.lab.alerts).filter { $0 != "closed" }
            return try run.outcomes() + ReassayStory.links(run)
                + run.rows("SELECT batch, state, outcome, summary FROM failure_queue ORDER BY batch")
                .filter { !$0.contains("|resolved|") }
                + alerts.map { name in
                    try LabRoot.text(run.lab.alerts + "/" + name)
                        .replacing(/Opened: .*|"opened_at" : .*|--root [^ ]*/, with: "")
                }
        }
        let inOrder = try PipelineRun()
        for delivery in deliveries { try inOrder.take(delivery.name, delivery.text) }
        let expected = try standing(inOrder)
        #expect(expected.contains("VA26030001|ALS|VA26030009|8|8|8|8|pass|1"))
        #expect(expected.contains("VA26030001|ALS|VA26030008|8|2|8|2|pass|1"))
        #expect(expected.contains("VA26030001|ALS|VA26030007|8|8|8|8|fail|0"))
        #expect(expected.contains("VA26030007|ALS|VA26030009|8|8|8|8|pass|1"))
        for _ in 0..<12 {
            var waiting = deliveries.shuffled(using: &random)
            let order = waiting.map(\.name)
            let run = try PipelineRun()
            while !waiting.isEmpty {
                let count = Int.random(in: 1...min(3, waiting.count), using: &random)
                try run.take(Array(waiting.prefix(count)))
                waiting.removeFirst(count)
            }
            #expect(try standing(run) == expected, "seed \(random.seed), order \(order)")
        }
    }
}
