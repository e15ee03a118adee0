import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Properties of verdicts")
struct VerdictPropertyTests {
    /// A random batch of two columns in ppm or, the same numbers a thousandfold, in ppb.
    private struct RandomBatch {
        private enum Row {
            case routine, crm, blank, pulp, laboratory
        }

        private var rows: [(kind: Row, cells: [String])] = []

        init(_ generator: inout SeededGenerator) {
            for _ in 0..<Int.random(in: 1...25, using: &generator) {
                let kind: Row =
                    [.routine, .routine, .crm, .blank, .pulp, .laboratory].randomElement(using: &generator) ?? .routine
                let center = kind == .blank ? 3 : 1_735
                rows.append((kind, [Self.cell(center, &generator), Self.cell(31_000, &generator)]))
            }
        }

        private static func cell(_ center: Int, _ generator: inout SeededGenerator) -> String {
            let number = Int.random(in: (center * 80)...(center * 120), using: &generator)
            let text = "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: return "<\(text)"
            case 1: return ">\(text)"
            case 2: return "NSS"
            case 3: return ""
            default: return text
            }
        }

        func batch(unit: String) -> Batch {
            var batch = Batch(detectionLimit: nil)
            batch.builder = CertificateBuilder()
            for analyte in ["Cu", "Zn"] {
                let limit = unit == "ppm" ? "1.5" : "1500"
                batch.builder.column(analyte, unit, method: "ME-ICP61", .fourAcid, detectionLimit: limit)
            }
            for (index, row) in rows.enumerated() {
                let name = "\(index)"
                let cells = unit == "ppm" ? row.cells : row.cells.map(Self.thousandfold)
                let first = cells[0]
                let second = cells[1]
                switch row.kind {
                case .routine: batch.routine(name, first, second)
                case .crm: batch.crm(name, first, second)
                case .blank: batch.blank(name, first, second)
                case .pulp: batch.duplicate(name, first, second, of: "\(max(0, index - 1))")
                case .laboratory:
                    batch.laboratory(name, .laboratoryCRM(material: "OREAS 620"), first, second)
                }
            }
            return batch
        }

        /// `<17.35` becomes `<17350`.
        private static func thousandfold(_ text: String) -> String {
            let sign = text.prefix { $0 == "<" || $0 == ">" }
            guard let number = ExactDecimal(String(text.dropFirst(sign.count))), let product = try? number * 1_000
            else {
                return text
            }
            return sign + product.description
        }
    }

    @Test("Rescaling a certificate from ppm to ppb leaves all verdicts the same")
    func rescaling() {
        var generator = SeededGenerator("rescaling from ppm to ppb")
        for _ in 0..<150 {
            let random = RandomBatch(&generator)
            let (ppm, ppb) = (random.batch(unit: "ppm").judgement, random.batch(unit: "ppb").judgement)
            #expect(ppm.outcome == ppb.outcome)
            #expect(ppm.results.map(\.outcome) == ppb.results.map(\.outcome))
            #expect(ppm.results.map(\.rule) == ppb.results.map(\.rule))
            #expect(ppm.reassay == ppb.reassay)
            #expect(ppm.findings.map(\.rule) == ppb.findings.map(\.rule))
        }
    }

    @Test("A passing result that is added never fails a batch")
    func passingResult() {
        var generator = SeededGenerator("a passing result added")
        for _ in 0..<150 {
            let random = RandomBatch(&generator)
            let before = random.batch(unit: "ppm")
            var after = before
            after.crm("added", "1735", "31000")
            after.blank("added blank", "<1.5", "<1.5")
            let (old, new) = (before.judgement, after.judgement)
            #expect(old.outcome == .fail || new.outcome != .fail)
            #expect(new.counts.failed == old.counts.failed)
            #expect(new.counts.warned == old.counts.warned)
        }
    }

    @Test("The same input gives the same judgement, in whatever order registers were delivered")
    func determinism() {
        var generator = SeededGenerator("order of statements")
        for _ in 0..<100 {
            let random = RandomBatch(&generator).batch(unit: "ppm")
            var shuffled = random
            shuffled.statements.shuffle(using: &generator)
            #expect(shuffled.judgement == random.judgement)
        }
    }

    @Test("A batch cut in two and judged with its history gives the verdicts of the whole")
    func history() {
        var generator = SeededGenerator("runs through a cut certificate")
        for _ in 0..<100 {
            let texts = (0..<12).map { _ in "\(Int.random(in: 1_620...1_850, using: &generator))" }
            let cut = Int.random(in: 0...12, using: &generator)
            func judge(_ texts: some Sequence<String>, _ history: SeriesHistory) -> Judgement {
                var batch = Batch()
                batch.history = history
                for text in texts { batch.crm("1", text) }
                return batch.judgement
            }
            let whole = judge(texts, SeriesHistory())
            let first = judge(texts[..<cut], SeriesHistory())
            let second = judge(texts[cut...], SeriesHistory(first.segments))
            #expect(whole.results.map(\.rule) == (first.results + second.results).map(\.rule))
        }
    }

    @Test("What is judged before the history is known, and completed by it, is what is judged with it")
    func assessedAhead() {
        var generator = SeededGenerator("assessed ahead")
        var (kept, overturned) = (0, 0)
        func cell(_ range: ClosedRange<Int>) -> String {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: ""
            default: "\(Int.random(in: range, using: &generator))"
            }
        }
        for _ in 0..<60 {
            var history: [SeriesSegment] = []
            for _ in 0..<4 {
                var batch = Batch()
                batch.builder.column("Zn", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
                batch.routine("0", "12", "14")
                for number in 1...Int.random(in: 1...4, using: &generator) {
                    batch.crm("\(number)", cell(1_815...1_880), cell(29_000...33_000))
                }
                let alone = batch.judgement
                batch.history = SeriesHistory(history)
                // Each is also judged in two parts, and the two compared.
                let judgement = batch.judgement
                if !history.isEmpty, !judgement.segments.isEmpty {
                    if judgement.results == alone.results { kept += 1 } else { overturned += 1 }
                }
                history += judgement.segments
            }
        }
        #expect(kept > 20 && overturned > 20, "\(kept) and \(overturned)")
    }
}
