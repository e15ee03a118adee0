import Geochemistry
import Ledger
import QualityControl

/// Both control charts of a series for a terminal: a line for each result, oldest first, and never both in one.
struct ControlChart {
    private let history: MaterialHistory

    init(_ history: MaterialHistory) { self.history = history }

    /// From -4 to +4 SD; what lies farther stands at the edge as an arrow.
    private static let reach = 4
    /// Places in one SD.
    private static let step = 5

    var text: String {
        let key = history.key
        let sd = key.sd.map { " (SD \($0))" } ?? ", without an SD"
        var text = "\(key.material): \(key.analyte) by \(key.method) at \(key.laboratory), certified \(key.certified)"
        text += sd + " \(key.unit)\n\nACCURACY: in SD of the certificate from the certified value\n"
        text +=
            key.sd == nil
            ? "the certificate states no SD" : chart(history.accuracy.scores.map { $0?.value })
        text += "\n\nSTABILITY: in own robust SD from the own median\n"
        text += history.stability.map { chart($0.distances) } ?? "too few results for limits of their own"
        return text
    }

    private func chart(_ distances: [Double?]) -> String {
        var table = TextTable(["REPORTED", "BATCH", "SAMPLE", "VALUE", "SD", Self.ruler])
        for (point, distance) in zip(history.series.points, distances) {
            table.add([
                point.reported?.description ?? Figure.none, point.batch, point.sample,
                point.value?.description ?? point.outcome.rawValue, Figure.text(distance, decimals: 2),
                distance.map(Self.line) ?? "",
            ])
        }
        return table.text
    }

    private static var ruler: String {
        (-reach...reach).map { mark in
            let text = mark > 0 ? "+\(mark)" : "\(mark)"
            return mark == reach ? text : text.padding(to: step)
        }.joined()
    }

    private static func line(_ distance: Double) -> String {
        let width = 2 * reach * step + 1
        var cells = Array(repeating: Character(" "), count: width)
        for mark in -reach...reach { cells[(mark + reach) * step] = mark == 0 ? "|" : "." }
        let place = (distance * Double(step)).rounded() + Double(reach * step)
        if place < 0 {
            cells[0] = "<"
        } else if place >= Double(width) {
            cells[width - 1] = ">"
        } else {
            cells[Int(place)] = "*"
        }
        return String(cells)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
