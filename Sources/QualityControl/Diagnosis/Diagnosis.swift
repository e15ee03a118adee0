import Geochemistry

/// What may lie behind a failure, before a re-assay is paid for: labels, units, dilutions, typing.
///
/// Every diagnosis is a proposal with its evidence in numbers. It stands beside a failure that is there already, so it is
/// a warning, which makes no batch better and none worse; where nothing failed, nothing is said. A row that one
/// diagnosis explains is not explained by the next, which asks for less evidence.
enum Diagnosis {
    /// The proposals for a batch whose results are complete, and in which something is open.
    static func findings(of sheet: BatchSheet, statements: [RegisterStatement]) -> [Finding] {
        var desk = DiagnosisSheet(sheet, statements: statements)
        var explained: Set<Int> = []

        let exchanges = Exchange.proposals(on: &desk)
        for exchange in exchanges { explained.formUnion(exchange.rows) }
        let slips = UnitSlip.proposals(on: &desk, except: explained)
        // A slip in one element explains that element; in most of a row's elements it explains the row.
        explained.formUnion(UnitSlip.explainedRows(slips, on: desk))
        let swaps = MaterialSwap.proposals(on: &desk, except: explained)
        explained.formUnion(swaps.map(\.row))
        let shifts = CalibrationShift.proposals(on: &desk, slips: slips, except: explained)
        let patterns = RowPattern.proposals(on: desk, shifts: shifts, slips: slips, except: explained)

        var findings = exchanges.map { $0.finding(on: desk) }
        findings += swaps.map { $0.finding(on: desk) }
        findings += slips.map { $0.finding(on: desk) }
        findings += shifts.map { $0.finding(on: desk) }
        findings += patterns.map { $0.finding(on: desk) }
        findings += NameTranscription.proposals(on: &desk).map { $0.finding(on: desk) }
        findings += NumberTranscription.proposals(on: &desk).map { $0.finding(on: desk) }
        findings += DuplicateMixUp.proposals(on: desk).map { $0.finding(on: desk) }
        return findings
    }
}

extension DiagnosisSheet {
    /// A proposal on one row, or on the batch.
    func proposal(
        _ rule: RuleName,
        row: Int?,
        reference: String = "",
        column: JudgedColumn? = nil,
        message: String
    ) -> Finding {
        Finding(
            rule: rule.rawValue,
            outcome: .warn,
            sample: row.map { sheet.certificate.samples[$0].name } ?? "",
            position: row.map { sheet.certificate.samples[$0].position } ?? 0,
            reference: reference,
            analyte: column?.analyte.symbol ?? "",
            method: column?.method ?? "",
            message: message
        )
    }
}
