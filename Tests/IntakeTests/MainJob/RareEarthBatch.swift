import TestSupport

/// A batch of a scandium and rare earth project at Actlabs: FUS-ICP and FUS-MS, iron as Fe2O3.
///
/// OREAS 461: Y 91 ± 4, Fe 31.77 % ± 1.301, La 2690 ± 158, Ce 3510 ± 132, Nd 1629 ± 54, Dy 34.8 ± 1.44, Lu 0.515 ±
/// 0.044. OREAS 463: Y 180 ± 8, Fe 34.47 % ± 1.340, La 4966 ± 139, Ce 0.659 % ± 0.015, Nd 3682 ± 185, Dy 70 ± 3, Lu
/// 0.794 ± 0.040. BHVO-2 without SD: Sc 32, Y 26, Fe2O3 12.3, La 15, Ce 38. Fe2O3 is 1.429734 Fe.
enum RareEarthBatch {
    static let onEveryLimit: QCScenario = {
        var batch = QCScenario("Sc Y Fe2O3 La Ce Nd Dy Lu")
        batch.add("R001", "routine", "180 220 21.40 310 640 300 38.0 2.100")
        // 2 SD of Fe2O3 end at 49.142817048.
        batch.add("R002", "crm", of: "OREAS 461", "8 99 49.14 2374 3774 1521 37.68 0.603")
        batch.add("R003", "routine", "164 198 18.92 280 571 270 33.1 1.850")
        batch.add("R004", "blank", of: "Quartz", "<1 3 0.35 0.3 0.3 <0.1 <0.1 0.006")
        // 5 % of Fe2O3 end at 12.915.
        batch.add("R005", "crm", of: "BHVO-2", "33.6 27.3 12.91 15.75 36.1 25.1 5.3 0.27")
        batch.add("R006", "routine", "90 110 9.00 90 110 450 9.0 0.900")
        batch.add("R007", "pulp_duplicate", of: "R006", "110 90 11.00 110 90 550 11.0 1.100")
        // 2 SD of Fe2O3 begin at 45.45124386.
        batch.add("R008", "crm", of: "OREAS 463", "7 164 45.46 5244 6290 4052 64 0.714")
        return batch
    }()

    static func print(_ batch: QCScenario) -> [UInt8] {
        let limits = ["1", "1", "0.01", "0.1", "0.1", "0.1", "0.1", "0.002"]
        let analytes = ["Sc", "Y", "Fe2O3(T)", "La", "Ce", "Nd", "Dy", "Lu"]
        return ActlabsReport(
            reportNumber: "A26-04321",
            columns: analytes.indices.map {
                (analytes[$0], $0 == 2 ? "%" : "ppm", limits[$0], $0 < 3 ? "FUS-ICP" : "FUS-MS")
            },
            rows: batch.rows.map { ($0.sample, $0.cells) }
                + [
                    ("OREAS 460 (Fusion) Meas", ["", "61", "27.0", "1380", "1801", "775", "20.1", "0.53"]),
                    ("OREAS 460 (Fusion) Cert", ["", "60", "27.02", "1369", "1798", "781", "19.8", "0.522"]),
                    ("R001 Orig", ["180", "220", "21.40", "310", "640", "300", "38.0", "2.100"]),
                    ("R001 Dup", ["178", "223", "21.31", "312", "633", "302", "37.6", "2.120"]),
                    ("Method Blank", ["< 1", "< 1", "< 0.01", "< 0.1", "< 0.1", "< 0.1", "< 0.1", "< 0.002"]),
                ]
        ).bytes
    }
}
