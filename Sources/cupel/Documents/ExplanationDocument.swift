import CertificateReading
import Geochemistry

/// How a file was seen by all layouts and what was read, as `validate --explain --json` shows it.
struct ExplanationDocument: Encodable {
    struct Sheet: Encodable {
        let title: String
        let rows: Int
        let delimiter: String?
        let chosen: String?
        /// Several layouts that fit equally well.
        let tie: [String]
        let isRegister: Bool
        let layouts: [View]
        let fields: [Field]
        let header: [HeaderLine]
        let sampleColumn: Int?
        let typeColumn: Int?
        let firstResult: Int?
        let lastResult: Int?
    }

    struct View: Encodable {
        let laboratory: String
        let layout: String
        let fits: Bool
        let marks: Int
        let percent: Int
        let stoppedAt: String?
        let reason: String?
        let found: [Text]
    }

    struct Text: Encodable {
        let text: String
        let line: Int
        let column: Int
    }

    struct Field: Encodable {
        let item: String
        let text: String
        let line: Int
        let column: Int
        let foundBy: String
    }

    struct HeaderLine: Encodable {
        let role: String
        let line: Int
        let label: String
    }

    struct Reading: Encodable {
        let batch: String
        let laboratory: String
        let layout: String
        let columns: Int
        let determinations: Int
        let firstLine: Int?
        let lastLine: Int?
        let clientSamples: Int
        let declaredSamples: Int?
        let laboratoryRows: [String: Int]
        let decimalSign: String
        let decimalSignBecause: String
        let dateOrder: String
        let dateOrderBecause: String
        let remarks: [String]
    }

    let file: String
    /// What it is where it is made for people, and kept beside the certificates.
    let kept: String?
    let sheets: [Sheet]
    let hiddenSheets: [String]
    let certificates: [Reading]
    let refusal: String?

    init(_ explanation: DocumentExplanation) {
        file = explanation.member
        kept = explanation.kept?.rawValue
        sheets = explanation.sheets.map(Sheet.init)
        hiddenSheets = explanation.hiddenSheets
        certificates = explanation.certificates.map(Reading.init)
        refusal = explanation.refusal?.message
    }
}

extension ExplanationDocument.Sheet {
    init(_ sheet: SheetExplanation) {
        title = sheet.title
        rows = sheet.rows
        delimiter = sheet.delimiter.map { String(decoding: [$0], as: UTF8.self) }
        if case .chosen(let layout, _, _) = sheet.choice { chosen = layout } else { chosen = nil }
        if case .tie(let layouts) = sheet.choice { tie = layouts } else { tie = [] }
        isRegister = sheet.choice == .register
        layouts = sheet.views.map(ExplanationDocument.View.init)
        fields = (sheet.finds?.fields ?? []).map {
            .init(
                item: $0.item.rawValue,
                text: $0.value.text,
                line: $0.value.line,
                column: $0.value.column,
                foundBy: $0.source
            )
        }
        header = (sheet.finds?.header ?? []).map { .init(role: $0.role.rawValue, line: $0.line, label: $0.label) }
        sampleColumn = sheet.finds?.sampleColumn
        typeColumn = sheet.finds?.typeColumn
        firstResult = sheet.finds?.firstResult
        lastResult = sheet.finds?.lastResult
    }
}

extension ExplanationDocument.View {
    init(_ view: LayoutView) {
        laboratory = view.laboratory
        layout = view.layout
        fits = view.fits
        marks = view.marks
        percent = view.percent
        stoppedAt = view.stop?.step.rawValue
        reason = view.stop?.reason
        found = (view.stop?.found ?? []).map { .init(text: $0.text, line: $0.line, column: $0.column) }
    }
}

extension ExplanationDocument.Reading {
    init(_ certificate: CertificateExplanation) {
        batch = certificate.batch
        laboratory = certificate.laboratory
        layout = certificate.layout
        columns = certificate.columns
        determinations = certificate.determinations
        firstLine = certificate.firstLine
        lastLine = certificate.lastLine
        clientSamples = certificate.clientSamples
        declaredSamples = certificate.declaredSamples
        laboratoryRows = Dictionary(uniqueKeysWithValues: certificate.qcRows.map { ($0.kind, $0.count) })
        decimalSign = certificate.decimals.value
        decimalSignBecause = certificate.decimals.because
        dateOrder = certificate.dates.value
        dateOrderBecause = certificate.dates.because
        remarks = certificate.remarks.map(\.message)
    }
}
