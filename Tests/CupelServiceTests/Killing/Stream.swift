import Foundation
import TestSupport

/// What a laboratory and a geologist deliver in the course of a run: certificates that pass and fail, their registers,
/// the same content again, letters beside certificates, and files that are nothing.
struct Stream {
    struct Item {
        let name: String
        let bytes: [UInt8]
        /// By rename, or written in place.
        let isRenamed: Bool
    }

    let items: [Item]

    init(count: Int, using random: inout SeededGenerator) {
        var items: [Item] = []
        for number in 1...count {
            let digits = String("000\(number)".suffix(3))
            let standard = [GoldReport.passing, GoldReport.high, GoldReport.failing][
                Int.random(in: 0...2, using: &random)
            ]
            let day = String("0\(Int.random(in: 1...28, using: &random))".suffix(2))
            let report = GoldReport(
                "VA26000\(digits)",
                samples: "S\(digits)",
                reported: "2026-03-\(day)",
                standard: standard
            )
            func add(_ name: String, _ bytes: [UInt8]) {
                items.append(Item(name: name, bytes: bytes, isRenamed: Bool.random(using: &random)))
            }
            switch Int.random(in: 0...4, using: &random) {
            case 0: add("c\(digits).csv.gz", GzipFixture.gzip(report.text))
            case 1:
                let letter = Array("%PDF-1.7 \(digits)".utf8)
                add("c\(digits).zip", ZipFixture.zip([.init("c.csv", report.text), .init("letter.pdf", letter)]))
            default: add("c\(digits).csv", Array(report.text.utf8))
            }
            if Int.random(in: 0...9, using: &random) < 7 { add("r\(digits).csv", Array(report.register.utf8)) }
            if Int.random(in: 0...9, using: &random) == 0 { add("again\(digits).csv", Array(report.text.utf8)) }
            if Int.random(in: 0...9, using: &random) == 0 { add("odd\(digits).csv", Array("nothing \(digits)\n".utf8)) }
        }
        self.items = items.shuffled(using: &random)
    }

    func deliver(_ item: Item, to lab: LabRoot) throws {
        if item.isRenamed {
            try lab.deliver(item.name, item.bytes)
        } else {
            try lab.write(item.name, item.bytes)
        }
    }
}
