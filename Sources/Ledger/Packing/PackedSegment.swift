import Geochemistry
import QualityControl
import Synchronization

/// The columns and insertions of a segment as texts; equal ones are equal texts.
enum PackedSegment {
    static func columns(_ columns: [SeriesSegment.Column]) -> String {
        array(
            columns.map {
                [$0.column.analyte, $0.column.unit, $0.tier.rawValue, $0.certified, $0.sd, $0.digestion.rawValue]
            }
        )
    }

    static func insertions(_ insertions: [SeriesSegment.Insertion]) -> String {
        array(insertions.map { [$0.sample, String($0.position)] })
    }

    /// Neighbours in a series have the same columns with the same certified values, and each certificate looks at dozens of
    /// them: what was unpacked last is kept.
    static func columns(of text: String) -> [SeriesSegment.Column]? {
        if let known = unpacked.withLock({ $0[text] }) { return known }
        let columns = unpack(text)
        unpacked.withLock { unpacked in
            if unpacked.count >= mostUnpacked { unpacked.removeAll() }
            unpacked[text] = columns
        }
        return columns
    }

    private static let unpacked = Mutex<[String: [SeriesSegment.Column]]>([:])
    private static let mostUnpacked = 64

    private static func unpack(_ text: String) -> [SeriesSegment.Column]? {
        UnpackedJSON.lists(text)?.map { words in
            guard words.count == 6, let tier = Tier(rawValue: words[2]),
                let digestion = DigestionClass(rawValue: words[5])
            else { return nil }
            return SeriesSegment.Column(
                SeriesColumn(analyte: words[0], unit: words[1]),
                digestion: digestion,
                tier: tier,
                certified: words[3],
                sd: words[4]
            )
        }.complete
    }

    static func insertions(of text: String) -> [SeriesSegment.Insertion]? {
        UnpackedJSON.lists(text)?.map { words in
            guard words.count == 2, let position = Int(words[1]) else { return nil }
            return SeriesSegment.Insertion(sample: words[0], position: position)
        }.complete
    }

    private static func array(_ lists: [[String]]) -> String {
        var json = PackedJSON()
        json.array { json in
            for words in lists { json.strings(words) }
        }
        return json.text
    }
}

extension [SeriesSegment.Column?] {
    fileprivate var complete: [SeriesSegment.Column]? { contains { $0 == nil } ? nil : compactMap(\.self) }
}

extension [SeriesSegment.Insertion?] {
    fileprivate var complete: [SeriesSegment.Insertion]? { contains { $0 == nil } ? nil : compactMap(\.self) }
}
