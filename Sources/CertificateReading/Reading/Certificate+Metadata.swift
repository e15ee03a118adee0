import Geochemistry

extension Certificate {
    /// Takes over what stands above the table, and remarks what cannot be read there.
    ///
    /// - Parameter evidence: of the other dates in the file.
    mutating func fill(from metadata: Metadata, dates order: DateOrder, evidence: DateEvidence = DateEvidence()) {
        client = metadata[.client]
        project = metadata[.project]
        dispatch = metadata[.dispatch]
        declaredSamples = Self.number(at: metadata[.declaredSamples])

        if let status = ReportStatus.read(metadata[.status]) {
            self.status = status
        } else {
            status = .preliminary
            remarks.append(.unknownStatus(metadata[.status]))
        }

        var evidence = evidence
        for item in [MetadataField.Item.received, .reported] { evidence.add(metadata[item]) }
        let order = evidence.settled(order)
        received = metadata.values[.received].flatMap { date($0.text, line: $0.line, order: order) }
        reported = metadata.values[.reported].flatMap { date($0.text, line: $0.line, order: order) }
    }

    /// `56`, and also `56 rocks`.
    private static func number(at text: String) -> Int? {
        text.split(maxSplits: 1, whereSeparator: \.isWhitespace).first.flatMap { Int($0) }
    }

    /// A date in words, with a remark where it is in doubt.
    mutating func date(_ text: String, line: Int, order: DateOrder) -> CalendarDate? {
        guard !text.isEmpty else { return nil }
        switch PrintedDate(text, order: order) {
        case .date(let date): return date
        case .ambiguous(let dayFirst, _):
            remarks.append(.ambiguousDate(text, line: line, taken: dayFirst))
            return dayFirst
        case .unreadable:
            remarks.append(.unreadableDate(text, line: line))
            return nil
        }
    }

    /// Remarks a declared number of samples that the table does not have.
    mutating func compareDeclared(_ text: String, found: Int, counting: DeclaredCount) {
        guard !text.isEmpty else { return }
        guard let declared = declaredSamples else {
            remarks.append(.declaredSamplesUnreadable(text))
            return
        }
        if declared != found { remarks.append(.declaredSamples(declared, found: found, counting: counting)) }
    }
}
