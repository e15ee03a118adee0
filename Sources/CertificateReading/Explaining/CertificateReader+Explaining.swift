import Geochemistry

extension CertificateReader {
    /// How every layout saw each sheet of a delivery, whether it can be read or not.
    public func explain(_ content: [UInt8], name: String) -> [DocumentExplanation] {
        do throws(ReadingRefusal) {
            var explanations: [DocumentExplanation] = []
            for member in try Container.open(content, name: name, limits: limits) {
                if case .document(let kind) = member.kind {
                    explanations.append(DocumentExplanation(member: member.name, kept: kind))
                } else {
                    explanations.append(explain(member))
                }
            }
            return explanations
        } catch {
            return [DocumentExplanation(member: name, refusal: error.inside(name))]
        }
    }

    private func explain(_ member: Member) -> DocumentExplanation {
        var explanation = DocumentExplanation(member: member.name)
        do throws(ReadingRefusal) {
            let document = try Document(member, limits: limits)
            explanation.hiddenSheets = document.hiddenSheets
            var others: [SheetVariants] = []
            var evidence: DateEvidence?
            let headings = headings(for: document.sheets)
            for variants in document.sheets {
                if headings.directories.isEmpty, let reading = RegisterReader.read(variants.sheet) {
                    var sheet = self.sheet(variants)
                    sheet.choice = .register
                    explanation.sheets.append(sheet)
                    _ = try reading.get()
                } else {
                    others.append(variants)
                    let (sheet, fit) = look(at: variants, headings: headings)
                    explanation.sheets.append(sheet)
                    if evidence == nil { evidence = fit.map { SheetFinds(fit: $0).dateEvidence } }
                }
            }
            guard !others.isEmpty || document.sheets.isEmpty else { return explanation }
            let dates = explanation.printedDates
            for certificate in try certificates(in: others, of: document).0 {
                let layouts = laboratories.flatMap(\.layouts)
                guard let layout = layouts.first(where: { $0.id == certificate.format }) else { continue }
                explanation.certificates.append(
                    CertificateExplanation(
                        certificate,
                        layout: layout,
                        dates: dates,
                        evidence: evidence ?? DateEvidence()
                    )
                )
            }
        } catch {
            explanation.refusal = error.inside(member.name)
        }
        return explanation
    }

    private func sheet(_ variants: SheetVariants) -> SheetExplanation {
        SheetExplanation(
            title: variants.sheet.title,
            delimiter: variants.sheet.isInWorkbook ? nil : variants.sheet.delimiter,
            rows: variants.sheet.rowCount
        )
    }

    private func look(at variants: SheetVariants, headings: HeadingReader) -> (SheetExplanation, LayoutFit?) {
        var explanation = sheet(variants)
        var fits: [LayoutFit] = []
        for laboratory in laboratories {
            for layout in laboratory.layouts {
                do throws(LayoutFit.Miss) {
                    guard let head = try variants.head(for: layout) else { continue }
                    let (view, fit) = LayoutView.look(layout, of: laboratory, at: head, headings: headings)
                    explanation.views.append(view)
                    if let fit { fits.append(fit) }
                } catch {
                    explanation.views.append(LayoutView(layout, of: laboratory, miss: error))
                }
            }
        }
        let most = fits.map(\.marks).max()
        let best = fits.filter { $0.marks == most }
        if best.count > 1 { explanation.choice = .tie(best.map(\.layout.id).sorted()) }
        guard let fit = best.first, best.count == 1 else { return (explanation, nil) }
        if !fit.sheet.isInWorkbook { explanation.delimiter = fit.sheet.delimiter }
        explanation.choice = .chosen(
            layout: fit.layout.id,
            laboratory: fit.laboratory.name,
            before: fits.map(\.layout.id).filter { $0 != fit.layout.id }
        )
        explanation.finds = SheetFinds(fit: fit).finds()
        return (explanation, fit)
    }
}

extension DocumentExplanation {
    /// The dates of all sheets, as printed.
    fileprivate var printedDates: [String] {
        var dates: [String] = []
        for field in sheets.compactMap(\.finds).flatMap(\.fields) {
            if field.item == .received || field.item == .reported { dates.append(field.value.text) }
        }
        return dates
    }
}
