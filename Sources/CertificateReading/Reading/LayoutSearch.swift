/// How every layout saw one sheet.
struct LayoutSearch {
    struct Miss {
        let laboratory: String
        let layout: String
        let miss: LayoutFit.Miss
    }

    /// What is looked at, as it was divided without a layout.
    let sheet: Sheet
    private(set) var fits: [LayoutFit] = []

    private let variants: SheetVariants
    private let headings: HeadingReader
    private var others: [(laboratory: Laboratory, layout: Layout)] = []

    /// How many layouts that almost fit are named.
    static let nearMissesShown = 3

    init(_ variants: SheetVariants, laboratories: [Laboratory], headings: HeadingReader) {
        sheet = variants.sheet
        self.variants = variants
        self.headings = headings
        for laboratory in laboratories {
            for layout in laboratory.layouts {
                if let head = try? variants.head(for: layout), LayoutFit.mayFit(layout, to: head),
                    let fit = try? LayoutFit.fit(layout, of: laboratory, to: head, headings: headings)
                {
                    fits.append(fit)
                } else {
                    others.append((laboratory, layout))
                }
            }
        }
    }

    /// Where each of the others stopped fitting. Nobody asks where one fits, so it is worked out where it is asked for.
    var misses: [Miss] {
        others.compactMap { laboratory, layout in
            do throws(LayoutFit.Miss) {
                guard let head = try variants.head(for: layout) else { return nil }
                _ = try LayoutFit.fit(layout, of: laboratory, to: head, headings: headings)
                return nil
            } catch {
                return Miss(laboratory: laboratory.id, layout: layout.id, miss: error)
            }
        }
    }

    /// The layouts that fit best: those with the most marks.
    var best: [LayoutFit] {
        let most = fits.map(\.marks).max()
        return fits.filter { $0.marks == most }
    }

    /// The layouts that came closest, the closest first. One of which nothing was found is not close.
    var closest: [ReadingRefusal.NearMiss] {
        misses.filter { $0.miss.progress > 0 }
            .sorted { ($1.miss.progress, $0.layout) < ($0.miss.progress, $1.layout) }
            .prefix(Self.nearMissesShown)
            .map { ReadingRefusal.NearMiss(layout: $0.layout, reason: $0.miss.reason) }
    }

    /// The one layout that is meant; nil where none fits.
    func chosen() throws(ReadingRefusal) -> LayoutFit? {
        let best = best
        guard best.count > 1 else { return best.first }
        throw .severalLayouts(best.map(\.layout.id).sorted(), at: sheet.place())
    }
}
