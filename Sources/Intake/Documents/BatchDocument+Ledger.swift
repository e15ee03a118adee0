public import Geochemistry
public import Ledger
public import QualityControl

extension BatchDocument {
    /// What the ledger holds of a batch: the same record, the same bytes. nil while nothing has been judged.
    ///
    /// Where a reissue only added columns, several certificates count. The file named is that of the worst verdict, and
    /// results and findings are those of all.
    public init?(_ record: BatchRecord) {
        guard let first = record.judgements.first else { return nil }
        let worst = record.judgements.reduce(first) {
            $1.verdict.outcome > $0.verdict.outcome ? $1 : $0
        }
        self.init(
            batch: record.key.batch,
            laboratory: record.key.laboratory,
            file: worst.certificate.reference.fileName,
            sha256: worst.certificate.reference.sha256,
            outcome: worst.verdict.outcome.rawValue,
            counts: Counts(record.judgements.map(\.verdict.counts)),
            findings: record.judgements.flatMap { judgement in
                judgement.findings.map { FindingDocument($0, batch: record.key.batch) }
            },
            qcResults: record.judgements.flatMap { judgement in
                judgement.results.map { QCResultDocument($0, batch: record.key.batch) }
            },
            reassay: record.judgements.flatMap { $0.reassay.map(ReassayDocument.init) },
            reassays: record.reassays.map(ReassayLinkDocument.init),
            reassayOf: record.reassayOf.map(ReassayLinkDocument.init),
            resolvedResults: record.judgements.flatMap { judgement in
                judgement.resolved.map { ResolvedResultDocument($0, batch: record.key.batch) }
            },
            composites: record.judgements.flatMap { judgement in
                CompositeDocument.all(
                    judgement.composites,
                    batch: record.key.batch,
                    samples: judgement.samples,
                    roles: judgement.roles
                )
            },
            openedAt: record.queueItem?.openedAt,
            queueState: record.queueItem?.standing.phase.rawValue
        )
    }

    /// A judgement that was made now and is recorded nowhere.
    public init(_ judgement: Judgement, of certificate: Certificate, file: String, sha256: String) {
        let batch = certificate.batch
        self.init(
            batch: batch,
            laboratory: certificate.laboratory,
            file: file,
            sha256: sha256,
            outcome: judgement.outcome.rawValue,
            counts: Counts([judgement.counts]),
            findings: judgement.findings.map { FindingDocument($0, batch: batch) },
            qcResults: judgement.results.map { result in
                let column = certificate.columns[result.columnIndex]
                return QCResultDocument(
                    result,
                    batch: batch,
                    sample: certificate.samples[result.sampleIndex].name,
                    analyte: column.analyte?.symbol ?? column.analyteText,
                    method: column.method,
                    digestion: column.digestion.rawValue,
                    unit: column.unitText
                )
            },
            reassay: judgement.reassay.map(ReassayDocument.init),
            resolvedResults: judgement.resolved.map { result in
                let over = certificate.columns[result.columnIndex]
                let other = certificate.columns[result.resolvingColumnIndex]
                return ResolvedResultDocument(
                    StoredResolvedResult(
                        sample: certificate.samples[result.sampleIndex].name,
                        analyte: over.analyte?.symbol ?? over.analyteText,
                        method: over.method,
                        unit: over.unitText,
                        resolvingAnalyte: other.analyte?.symbol ?? other.analyteText,
                        resolvingMethod: other.method,
                        resolvingUnit: other.unitText,
                        result: result
                    ),
                    batch: batch
                )
            },
            composites: CompositeDocument.all(
                judgement.composites,
                batch: batch,
                samples: certificate.samples.map(\.name),
                roles: judgement.roles
            )
        )
    }
}

extension BatchDocument.Counts {
    /// Of all certificates of a batch that count.
    init(_ counts: [Judgement.Counts]) {
        self.init(
            pass: counts.reduce(0) { $0 + $1.passed },
            warn: counts.reduce(0) { $0 + $1.warned },
            fail: counts.reduce(0) { $0 + $1.failed },
            notEvaluated: counts.reduce(0) { $0 + $1.notEvaluated }
        )
    }
}

extension FindingDocument {
    public init(_ finding: Finding, batch: String) {
        self.init(
            batch: batch,
            rule: finding.rule,
            outcome: finding.outcome.rawValue,
            origin: finding.origin.rawValue,
            sample: finding.sample,
            position: finding.position,
            reference: finding.reference,
            analyte: finding.analyte,
            method: finding.method,
            message: finding.message
        )
    }
}

extension QCResultDocument {
    public init(_ stored: StoredQCResult, batch: String) {
        self.init(
            stored.result,
            batch: batch,
            sample: stored.sample,
            analyte: stored.analyte,
            method: stored.method,
            digestion: stored.digestion,
            unit: stored.unit
        )
    }

    init(
        _ result: QCResult,
        batch: String,
        sample: String,
        analyte: String,
        method: String,
        digestion: String,
        unit: String
    ) {
        self.init(
            batch: batch,
            position: result.sampleIndex + 1,
            sample: sample,
            origin: result.origin.rawValue,
            kind: result.kind.rawValue,
            subtype: result.subtype,
            reference: result.reference,
            analyte: analyte,
            method: method,
            digestion: digestion,
            unit: unit,
            reported: result.reported,
            value: result.value?.approximate,
            expected: result.expected?.approximate,
            sd: result.sd?.approximate,
            z: result.z,
            biasPercent: result.biasPercent,
            differencePercent: result.differencePercent,
            lowerLimit: result.lowerLimit?.approximate,
            upperLimit: result.upperLimit?.approximate,
            tier: result.tier.rawValue,
            outcome: result.outcome.rawValue,
            rule: result.rule.rawValue
        )
    }
}

extension ResolvedResultDocument {
    init(_ stored: StoredResolvedResult, batch: String) {
        self.init(
            batch: batch,
            position: stored.position,
            sample: stored.sample,
            analyte: stored.analyte,
            method: stored.method,
            unit: stored.unit,
            reported: stored.result.reported,
            resolvedAnalyte: stored.resolvingAnalyte,
            resolvedMethod: stored.resolvingMethod,
            resolvedUnit: stored.resolvingUnit,
            resolvedReported: stored.result.resolvingReported,
            resolvedValue: stored.result.value.description,
            conversion: stored.result.conversion
        )
    }
}

extension ReassayDocument {
    init(_ sample: ReassaySample) {
        self.init(
            position: sample.position,
            sample: sample.sample,
            analytes: sample.analytes,
            because: sample.because
        )
    }
}
