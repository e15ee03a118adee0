import Geochemistry

extension CertificateReader {
    /// What came of the attempt to suggest a layout for a file.
    public enum Suggestion: Sendable, Hashable {
        /// A layout fits already; the refusal that it meets nevertheless, where there is one.
        case fits(layout: String, laboratory: String, refusal: ReadingRefusal?)
        case layout(LayoutSuggestion)
    }

    /// A layout to start from, for a file that none fits. Nothing is stored.
    ///
    /// - Parameter evenWhereOneFits: make one all the same.
    /// - Throws: ``ReadingRefusal`` for what is no table; ``NoSuggestion`` for a table without the rows of a certificate.
    public func suggestLayout(for content: [UInt8], name: String, evenWhereOneFits: Bool = false) throws -> Suggestion {
        let members = try Container.open(content, name: name, limits: limits)
        var reasons: [any Error] = []
        for member in members {
            do {
                return try suggestLayout(for: member, evenWhereOneFits: evenWhereOneFits)
            } catch {
                reasons.append(error)
            }
        }
        throw reasons.first ?? NoSuggestion.emptySheet
    }

    private func suggestLayout(for member: Member, evenWhereOneFits: Bool) throws -> Suggestion {
        let text = try TextDecoding.utf8(member.bytes)
        let sheet = try Sheet.read(delimited: text, delimiter: nil, name: member.name, limits: limits)
        if let register = try RegisterReader.read(sheet)?.get() {
            throw NoSuggestion.register(register.entries.count)
        }
        let fits = try looks(at: sheet, text: text).compactMap(\.fit)
        let most = fits.map(\.marks).max()
        let best = fits.filter { $0.marks == most }
        if let fit = best.first, !evenWhereOneFits {
            guard best.count == 1 else { throw NoSuggestion.ambiguous(best.map(\.layout.id).sorted()) }
            var refusal: ReadingRefusal?
            do throws(ReadingRefusal) { _ = try certificates(in: text, sheet: sheet) } catch { refusal = error }
            return .fits(layout: fit.layout.id, laboratory: fit.laboratory.name, refusal: refusal)
        }
        var suggestion = try draft(of: sheet)
        tryOut(&suggestion, on: member)
        return .layout(suggestion)
    }

    private func draft(of sheet: Sheet) throws(NoSuggestion) -> LayoutSuggestion {
        let headings = HeadingReader(analytes: analytes, methods: methods)
        let table = try TableSurvey.find(in: sheet, headings: headings)
        var metadata = MetadataSurvey(sheet, rows: table.start..<max(table.start, table.firstHeaderRow))
        metadata.takeNumberAsWorkOrder()
        if table.shape != .headerRows, table.analyteRow != table.start {
            throw .headingsBelowOthers(line: sheet.line(row: table.analyteRow), start: sheet.line(row: table.start))
        }
        let draft = try LayoutDraft(
            table,
            metadata: metadata,
            name: LaboratoryName(metadata, laboratories: laboratories),
            headings: headings,
            taken: Set(laboratories.flatMap(\.layouts).map(\.id))
        )
        return draft.suggestion
    }

    /// Reads the file with the suggestion among all laboratories, and writes down what comes of it.
    private func tryOut(_ suggestion: inout LayoutSuggestion, on member: Member) {
        let id = suggestion.laboratory.id
        suggestion.note(.file, SuggestionWords.madeFrom(member.name))
        suggestion.note(.file, SuggestionWords.save(as: id))
        for command in SuggestionWords.commands { suggestion.note(.file, command) }
        suggestion.note(.file, "")
        let reader = CertificateReader(
            laboratories: laboratories + [suggestion.laboratory],
            analytes: analytes,
            limits: limits
        )
        do throws(ReadingRefusal) {
            let delivery = try reader.read(member.bytes, name: member.name)
            guard let certificate = delivery.certificates.first else { return }
            if let layout = suggestion.layout, certificate.format != layout.id {
                return suggestion.check(.file, SuggestionWords.readByAnother(certificate.format))
            }
            for certificate in delivery.certificates.prefix(20) { tell(certificate, in: &suggestion) }
        } catch {
            suggestion.check(.file, SuggestionWords.refused(error.message))
        }
    }

    private func tell(_ certificate: Certificate, in suggestion: inout LayoutSuggestion) {
        suggestion.note(
            .file,
            SuggestionWords.reads(
                batch: certificate.batch,
                client: certificate.samples.count(where: \.origin.isClient),
                laboratory: certificate.samples.count { !$0.origin.isClient },
                columns: certificate.columns.count,
                determinations: certificate.columns.count(where: \.isDetermination)
            )
        )
        for remark in certificate.remarks.prefix(5) {
            suggestion.check(.file, SuggestionWords.remark(remark.message))
        }
    }
}
