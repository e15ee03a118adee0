import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("The re-assay list for the laboratory")
struct ReassaySheetTests {
    private func sample(_ position: Int, _ name: String, because: [String] = ["A105 (OREAS 602b)"]) -> ReassayDocument {
        ReassayDocument(position: position, sample: name, analytes: ["Au Au-AA23", "Cu ME-ICP61"], because: because)
    }

    private func text(_ samples: [ReassayDocument]) -> String {
        String(decoding: ReassaySheet(samples).bytes, as: UTF8.self)
    }

    @Test("is a CSV by RFC 4180, in laboratory order, with the order of the numbers beside")
    func bytes() {
        #expect(
            text([sample(2, "A10"), sample(3, "A9", because: ["A105 (OREAS 602b)", "A99"])])
                == "sample,position,repeat,because_of,number_order\r\n"
                + "A10,2,Au Au-AA23; Cu ME-ICP61,A105 (OREAS 602b),2\r\n"
                + "A9,3,Au Au-AA23; Cu ME-ICP61,A105 (OREAS 602b); A99,1\r\n"
        )
        #expect(text([]) == "sample,position,repeat,because_of,number_order\r\n")
    }

    @Test("keeps sample numbers exactly as printed, and quotes what would break a line")
    func quoting() {
        let lines = text(["0012", " 7 ", "a\"b", "x,y", "x\r\ny", "É-1"].map { sample(1, $0) })
        for cell in [
            "\r\n0012,1,", "\r\n\" 7 \",1,", "\r\n\"a\"\"b\",1,", "\r\n\"x,y\",1,", "\r\n\"x\r\ny\",1,", "\r\nÉ-1,1,",
        ] {
            #expect(lines.contains(cell), "\(cell)")
        }
    }

    @Test("is told in the order of the numbers too, only where that is another one")
    func numberOrder() {
        #expect([sample(1, "A9"), sample(2, "A10")].inNumberOrder == nil)
        #expect([sample(1, "A10"), sample(2, "A9")].inNumberOrder == ["A9", "A10"])
    }

    private static let list =
        "sample,position,repeat,because_of,number_order\r\n"
        + [1, 2, 3, 4, 6, 7, 9, 10].enumerated().map { index, number in
            "A1\(number < 10 ? "0" : "")\(number),\(number),Au Au-AA23,A105 (OREAS 602b),\(index + 1)\r\n"
        }.joined()

    @Test("stands beside the alert, moves with it and goes with it")
    func lifeCycle() throws {
        let run = try PipelineRun()
        let failing = ReassayStory.failed
        let (name, path) = ("VA26030001.reassay.csv", run.lab.alerts)
        try run.take("certificate.csv", failing.text)
        // Without a register nothing has failed, so there is nothing to repeat.
        #expect(LabRoot.names(in: path) == ["VA26030001.json", "VA26030001.txt", "closed"])
        try run.take("register.csv", failing.register)
        #expect(LabRoot.names(in: path) == ["VA26030001.json", name, "VA26030001.txt", "closed"])
        #expect(try LabRoot.text(path + "/" + name) == Self.list)
        #expect(
            try LabRoot.text(path + "/VA26030001.txt").contains(
                "For the laboratory:  cupel queue --root \(run.root.path) reassay-list VA26030001\n"
            )
        )
        try run.decide("VA26030001", .reject)
        #expect(LabRoot.names(in: path) == ["closed"])
        #expect(try LabRoot.text(path + "/closed/" + name) == Self.list)
        try run.decide("VA26030001", .reopen)
        #expect(LabRoot.names(in: path + "/closed").isEmpty)
        try FileManager.default.removeItem(atPath: path + "/" + name)
        try PipelineRun(run.lab).pipeline.reconcile()
        #expect(try LabRoot.text(path + "/" + name) == Self.list)
    }

    @Test("A list that a crash left behind alone is put where it belongs")
    func leftover() throws {
        let run = try PipelineRun()
        let failing = ReassayStory.failed
        try run.take([("register.csv", failing.register), ("certificate.csv", failing.text)])
        try run.decide("VA26030001", .accept)
        let name = "VA26030001.reassay.csv"
        try FileManager.default.moveItem(
            atPath: run.lab.alerts + "/closed/" + name,
            toPath: run.lab.alerts + "/" + name
        )
        try PipelineRun(run.lab).pipeline.reconcile()
        #expect(LabRoot.names(in: run.lab.alerts) == ["closed"])
        #expect(LabRoot.names(in: run.lab.alerts + "/closed").contains(name))
    }

    @Test("A certificate in another order than its numbers shows both orders")
    func bothOrders() throws {
        let run = try PipelineRun()
        let failing = ReassayStory.failed
        let lines = failing.text.split(separator: "\r\n")
        let mixed = lines.prefix(10) + [lines[12], lines[10], lines[11]] + lines.dropFirst(13)
        try run.take([
            ("register.csv", failing.register), ("certificate.csv", mixed.joined(separator: "\r\n") + "\r\n"),
        ])
        let text = try LabRoot.text(run.lab.alerts + "/VA26030001.txt")
        #expect(text.contains("  1. A103: Au Au-AA23 (because of A105 (OREAS 602b))\n  2. A101: "))
        #expect(
            text.contains(
                "\nThe same samples in the order of their numbers\n  A101, A102, A103, A104, A106, A107, A109, A110\n"
            )
        )
        let list = try LabRoot.text(run.lab.alerts + "/VA26030001.reassay.csv")
        #expect(list.contains("\r\nA103,1,Au Au-AA23,A105 (OREAS 602b),3\r\nA101,2,Au Au-AA23,A105 (OREAS 602b),1\r\n"))
    }
}
