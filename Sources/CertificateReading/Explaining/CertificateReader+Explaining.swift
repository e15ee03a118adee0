import Geochemistry

extension CertificateReader {
    /// How every layout saw each sheet of a delivery, whether it can be read or not.
    ///
    /// - Throws: only where the container itself cannot be opened.
    public func explain(_ content: [UInt8], name: String) throws(ReadingRefusal) -> [SheetExplanation] {
        var explanations: [SheetExplanation] = []
        for member in try Container.open(content, name: name, limits: limits) {
            explanations.append(explain(member))
        }
        return explanations
    }

    private func explain(_ member: Member) -> SheetExplanation {
        do throws(ReadingRefusal) {
            let text = try TextDecoding.utf8(member.bytes)
            let sheet = try Sheet.read(delimited: text, delimiter: nil, name: member.name, limits: limits)
            return try explain(sheet, text: text)
        } catch {
            return SheetExplanation(
                member: member.name,
                sheet: "",
                rows: 0,
                views: [],
                choice: .unreadable,
                readings: [],
                refusal: error.inside(member.name)
            )
        }
    }

    private func explain(_ sheet: Sheet, text: [UInt8]) throws(ReadingRefusal) -> SheetExplanation {
        var explanation = SheetExplanation(
            member: sheet.name,
            sheet: sheet.title,
            delimiter: sheet.isInWorkbook ? nil : sheet.delimiter,
            rows: sheet.rowCount,
            views: [],
            choice: .none,
            readings: []
        )
        if let reading = RegisterReader.read(sheet) {
            do throws(ReadingRefusal) {
                explanation.choice = .register(samples: try reading.get().entries.count)
            } catch {
                explanation.choice = .register(samples: 0)
                explanation.refusal = error
            }
            return explanation
        }
        let looks = try looks(at: sheet, text: text)
        explanation.views = looks.map(\.view)
        let fits = looks.compactMap { look in look.fit.map { (fit: $0, sheet: look.sheet) } }
        let most = fits.map(\.fit.marks).max()
        let best = fits.filter { $0.fit.marks == most }
        if let (fit, chosenSheet) = best.first, best.count == 1 {
            explanation.delimiter = sheet.isInWorkbook ? nil : chosenSheet.delimiter
            explanation.choice = .chosen(
                layout: fit.layout.id,
                laboratory: fit.laboratory.name,
                before: fits.map(\.fit.layout.id).filter { $0 != fit.layout.id }
            )
        } else if best.count > 1 {
            explanation.choice = .tie(best.map(\.fit.layout.id).sorted())
        }
        do throws(ReadingRefusal) {
            let certificates = try certificates(in: text, sheet: sheet)
            guard let (fit, sheet) = best.first else { return explanation }
            explanation.readings = CertificateExplainer(fit: fit, sheet: sheet).explain(certificates)
        } catch {
            explanation.refusal = error
        }
        return explanation
    }

    /// One look of each layout at a sheet, divided as the layout wants it.
    func looks(
        at sheet: Sheet,
        text: [UInt8]
    ) throws(ReadingRefusal) -> [(view: LayoutView, fit: LayoutFit?, sheet: Sheet)] {
        let headings = HeadingReader(analytes: analytes, methods: methods)
        var sheets = [sheet.delimiter: sheet]
        var looks: [(view: LayoutView, fit: LayoutFit?, sheet: Sheet)] = []
        for laboratory in laboratories {
            for layout in laboratory.layouts {
                let sheet = try cached(layout.delimiter, text: text, sheet: sheet, in: &sheets)
                guard let start = sheet.firstFilledRow(from: 0) else { continue }
                let (view, fit) = LayoutView.look(layout, of: laboratory, at: sheet, from: start, headings: headings)
                looks.append((view, fit, sheet))
            }
        }
        return looks
    }
}
