import Geochemistry

extension CertificateReader {
    /// What came of the attempt to suggest a layout for a file.
    public enum Suggestion: Sendable, Hashable {
        /// A layout fits already; the refusal that the file meets nevertheless, where there is one.
        case fits(layout: String, laboratory: String, refusal: ReadingRefusal?)
        case layout(LayoutSuggestion)
    }

    /// A layout to start from, for a file that none fits. Nothing is stored.
    ///
    /// - Parameter evenWhereOneFits: make one all the same.
    /// - Throws: ``ReadingRefusal`` for what is no table; ``NoSuggestion`` for a table without the rows of a certificate.
    public func suggestLayout(for content: [UInt8], name: String, evenWhereOneFits: Bool = false) throws -> Suggestion {
        var reason: (any Error)?
        for member in try Container.open(content, name: name, limits: limits) {
            if case .document(let kind) = member.kind {
                if reason == nil { reason = NoSuggestion.document(kind) }
                continue
            }
            do {
                return try suggestLayout(for: member, evenWhereOneFits: evenWhereOneFits)
            } catch {
                // The first member is what was delivered; a cover letter behind it says nothing better.
                if reason == nil { reason = error }
            }
        }
        throw reason ?? NoSuggestion.emptySheet
    }

    private func suggestLayout(for member: Member, evenWhereOneFits: Bool) throws -> Suggestion {
        let document = try Document(member, limits: limits)
        var sheets: [SheetVariants] = []
        var registered: Int?
        let hasDirectory = !headings(for: document.sheets).directories.isEmpty
        for variants in document.sheets {
            if !hasDirectory, let register = try RegisterReader.read(variants.sheet)?.get() {
                registered = register.entries.count
            } else {
                sheets.append(variants)
            }
        }
        if sheets.isEmpty, let registered { throw NoSuggestion.register(registered) }
        if !evenWhereOneFits, let fit = try fit(for: sheets) {
            var refusal: ReadingRefusal?
            do throws(ReadingRefusal) { _ = try certificates(in: sheets, of: document) } catch { refusal = error }
            return .fits(layout: fit.layout.id, laboratory: fit.laboratory.name, refusal: refusal)
        }
        let draft = try DocumentDraft(
            sheets.map(\.sheet),
            laboratories: laboratories,
            headings: HeadingReader(analytes: analytes, methods: methods)
        )
        var suggestion = draft.suggestion(source: member.name)
        tryOut(&suggestion, on: member)
        return .layout(suggestion)
    }

    private func fit(for sheets: [SheetVariants]) throws(NoSuggestion) -> LayoutFit? {
        for search in searches(sheets) where !search.best.isEmpty {
            guard search.best.count == 1 else { throw .ambiguous(search.best.map(\.layout.id).sorted()) }
            return search.best.first
        }
        return nil
    }

    /// Reads the file with the suggestion among all laboratories, and writes down what comes of it.
    private func tryOut(_ suggestion: inout LayoutSuggestion, on member: Member) {
        suggestion.note(.file, SuggestionWords.madeFrom(member.name))
        suggestion.note(.file, SuggestionWords.save(as: suggestion.described.id))
        for command in SuggestionWords.commands { suggestion.note(.file, command) }
        suggestion.note(.file, "")
        let reader = CertificateReader(
            laboratories: laboratories + [suggestion.laboratory],
            analytes: analytes,
            limits: limits
        )
        do throws(ReadingRefusal) {
            let certificates = try reader.read(member.bytes, name: member.name).certificates
            let own = Set(suggestion.layouts.map(\.layout.id))
            for certificate in certificates.prefix(20) {
                let format = certificate.format.prefix { $0 != "+" }
                if own.contains(String(format)) {
                    tell(certificate, in: &suggestion)
                } else {
                    suggestion.check(.file, SuggestionWords.readByAnother(String(format)))
                }
            }
        } catch {
            suggestion.check(.file, SuggestionWords.refused(error.message))
        }
    }

    private func tell(_ certificate: Certificate, in suggestion: inout LayoutSuggestion) {
        let client = certificate.samples.count(where: \.origin.isClient)
        suggestion.note(
            .file,
            SuggestionWords.reads(
                batch: certificate.batch,
                client: client,
                laboratory: certificate.samples.count - client,
                columns: certificate.columns.count,
                determinations: certificate.columns.count(where: \.isDetermination)
            )
        )
        for remark in certificate.remarks.prefix(5) {
            suggestion.check(.file, SuggestionWords.remark(remark.message))
        }
    }
}
