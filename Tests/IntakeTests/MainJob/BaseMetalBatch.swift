import TestSupport

/// A batch of a copper-zinc project with gold: fire assay, four acids, and zinc again by the ore grade method.
///
/// OREAS 620: Au 0.685 ± 0.021, Ag 38.5 ± 1.53, Cu 0.173 % ± 0.004, Zn 3.15 % ± 0.097, Fe 2.94 ± 0.144, S 2.47 ± 0.067.
/// OREAS 621: Au 1.25 ± 0.042, Ag 69 ± 3, Cu 0.363 % ± 0.008, Zn 5.22 % ± 0.139, Fe 3.70 ± 0.183, S 4.48 ± 0.149.
/// Detection limits: Au 0.005, Ag 0.5, Cu 1, Zn 2, Zn (ore grade) 0.001 %, Fe and S 0.01 %.
enum BaseMetalBatch {
    /// Every QC result exactly on its limit: reference materials on 2 SD, blanks on three detection limits, field,
    /// coarse and pulp pairs 60, 40 and 20 % of their mean apart. Exactly on a limit passes.
    static let onEveryLimit: QCScenario = {
        var batch = QCScenario("Au Ag Cu Zn Zn% Fe S")
        batch.add("B001", "routine", "0.042 2.3 397 569 . 4.67 3.62")
        batch.add("B002", "crm", of: "OREAS 620", "0.727 35.44 1810 >10000 2.956 3.228 2.336")
        batch.add("B003", "routine", "0.031 1.1 212 >10000 1.420 3.30 1.80")
        batch.add("B004", "blank", of: "Quartz", "0.015 <0.5 3 6 . <0.01 0.03")
        batch.add("B005", "routine", "0.070 7.0 700 700 . 3.50 1.40")
        batch.add("B006", "field_duplicate", of: "B005", "0.130 13.0 1300 1300 . 6.50 2.60")
        batch.add("B007", "routine", "0.120 12.0 120 1200 . 6.00 1.20")
        batch.add("B008", "coarse_duplicate", of: "B007", "0.080 8.0 80 800 . 4.00 0.80")
        batch.add("B009", "routine", "0.090 9.0 900 900 . 4.50 0.90")
        batch.add("B010", "pulp_duplicate", of: "B009", "0.110 11.0 1100 1100 . 5.50 1.10")
        batch.add("B011", "blank", of: "Quartz", "<0.005 1.5 <1 <2 . <0.01 <0.01")
        batch.add("B012", "crm", of: "OREAS 621", "1.166 75 3470 >10000 5.498 3.334 4.778")
        batch.add("B013", "routine", "0.012 <0.5 88 845 . 4.34 2.63")
        batch.add("B014", "crm", of: "OREAS 621", "1.334 63 3790 >10000 4.942 4.066 4.182")
        batch.add("B015", "routine", "0.019 0.8 77 645 . 4.14 2.13")
        return batch
    }()

    /// The same batch with one failure and one warning of each kind, each by the last digit that the unit prints.
    static let oneOfEachKind =
        onEveryLimit
        .with("B002", "Cu", "1851")  // 3 SD end at 1850
        .with("B002", "Ag", "41.57")  // 2 SD end at 41.56
        .with("B012", "Au", "1.165")  // 2 SD begin at 1.166; the first of two
        .with("B014", "Au", "1.165")  // and the second
        .with("B014", "Fe", "4.250")  // 3 SD end at 4.249, of a support element
        .with("B004", "Ag", "<2.6")  // five limits are 2.5
        .with("B004", "Zn", "10")  // three limits are 6, five are 10
        .with("B011", "Ag", "<2.5")  // exactly five limits: still clean
        .with("B011", "Au", "0.026")  // five limits are 0.025
        .with("B006", "Zn", "1301")  // 60.06 % of the mean
        .with("B008", "Ag", "7.9")  // 41.2 %
        .with("B010", "Cu", "1101")  // 20.09 %

    /// What must be said of ``oneOfEachKind``, and nothing else.
    static let expected = [
        "fail blank_detection_limit B011 Au", "fail crm_2sd_consecutive B014 Au", "fail crm_3sd B002 Cu",
        "fail duplicate_pair_difference B010 Cu", "warn blank_detection_limit B004 Zn",
        "warn blank_raised_detection_limit B004 Ag", "warn crm_2sd B002 Ag", "warn crm_2sd B012 Au",
        "warn crm_3sd B014 Fe", "warn duplicate_pair_difference B006 Zn", "warn duplicate_pair_difference B008 Ag",
    ]

    /// The layouts that can print it.
    enum Layout: String, CaseIterable {
        case alsClassic = "als-classic"
        case alsWithQC = "als-with-qc"
        case sgsGeosol = "sgs-geosol"
        case actlabs
        case bureauVeritas = "bureau-veritas"
        case plainWide = "plain-wide"
        case plainLong = "plain-long"
    }

    private static let symbols = ["Au", "Ag", "Cu", "Zn", "Zn", "Fe", "S"]
    private static let units = ["ppm", "ppm", "ppm", "ppm", "%", "%", "%"]
    private static let limits = ["0.005", "0.5", "1", "2", "0.001", "0.01", "0.01"]

    private static func methods(_ gold: String, _ package: String, _ oreGrade: String) -> [String] {
        [gold, package, package, package, oreGrade, package, package]
    }

    private static let alsMethods = methods("Au-AA23", "ME-ICP61", "Zn-OG62")

    static func print(_ batch: QCScenario, in layout: Layout) -> [UInt8] {
        switch layout {
        case .alsClassic: alsClassic(batch)
        case .alsWithQC: alsWithQC(batch)
        case .sgsGeosol: sgsGeosol(batch)
        case .actlabs: actlabs(batch)
        case .bureauVeritas: bureauVeritas(batch)
        case .plainWide: plainWide(batch)
        case .plainLong: plainLong(batch)
        }
    }

    private static func alsClassic(_ batch: QCScenario) -> [UInt8] {
        let columns =
            [ALSCertificate.Column.weight]
            + symbols.indices.map {
                ALSCertificate.Column(alsMethods[$0], symbols[$0], units[$0])
            }
        return ALSCertificate(
            workOrder: "VA26012345",
            columns: columns,
            samples: batch.rows.map { ($0.sample, ["2.14"] + $0.cells) }
        ).bytes
    }

    /// With rows of the laboratory, all good: `*STD`, `*BLK`, `*REP`, each in one group of methods.
    private static func alsWithQC(_ batch: QCScenario) -> [UInt8] {
        let printed = ["PPM", "PPM", "PPM", "PPM", "PCT", "PCT", "PCT"]
        return ALSQCExport(
            workOrder: "LI26012345",
            columns: [("WEI-21", "Recvd Wt.", "KG", "0.02", "1000")]
                + symbols.indices.map { (alsMethods[$0], symbols[$0], printed[$0], limits[$0], "10000") },
            samples: batch.rows.map { ($0.sample, ["2.14"] + $0.cells) },
            qcRows: [
                ("*REP B001", ["", "", "2.4", "401", "560", "", "4.70", "3.60"]),
                ("*STD OREAS 624", ["", "", "45.3", ">10000", ">10000", "2.40", "16.21", ">10"]),
                ("*STD OREAS-620", ["", "0.685", "", "", "", "", "", ""]),
                ("*BLK", ["", "<0.005", "", "", "", "", "", ""]),
                ("*BLK", ["", "", "<0.5", "<1", "<2", "<0.001", "<0.01", "<0.01"]),
            ]
        ).bytes
    }

    /// Decimal commas in numbers, a point after `<`; gold in ppb, as SGS prints it.
    private static func sgsGeosol(_ batch: QCScenario) -> [UInt8] {
        let methods = methods("FAA313", "ICP40B", "AAS41B")
        var printedUnits = units
        printedUnits[0] = "ppb"
        var printedLimits = limits.map(comma)
        printedLimits[0] = "5"
        return SGSGeosolCertificate(
            jobNumber: "GQ2601234",
            columns: symbols.indices.map { (methods[$0], symbols[$0], printedUnits[$0], printedLimits[$0]) },
            samples: batch.rows.map { row in
                (row.sample, "ROCHA", [partsPerBillion(row.cells[0])] + row.cells.dropFirst().map(comma))
            },
            duplicates: [("B001", "REP", ["--", "2,4", "401", "560", "--", "4,70", "3,60"])],
            materials: [
                ("OREAS 620", "STD", ["685", "38,5", "1730", ">10000", "3,15", "2,94", "2,47"]),
                ("BLK", "BLK", ["<5", "<0.5", "<1", "<2", "<0.001", "<0.01", "<0.01"]),
            ]
        ).bytes
    }

    private static func actlabs(_ batch: QCScenario) -> [UInt8] {
        let methods = methods("FA-AA", "TD-ICP", "8-4 Acid Total Digestion ICPOES")
        return ActlabsReport(
            reportNumber: "A26-01234",
            columns: symbols.indices.map { (symbols[$0], units[$0], limits[$0], methods[$0]) },
            rows: batch.rows.map { ($0.sample, $0.cells.map(spaced)) } + [
                ("OREAS 624 (4 Acid) Meas", ["", "45.0", "> 10000", "> 10000", "2.41", "16.0", "13.0"]),
                ("OREAS 624 (4 Acid) Cert", ["", "45.3", "31000", "24000", "2.40", "16.21", "13.09"]),
                ("B001 Orig", ["", "2.3", "397", "569", "", "4.67", "3.62"]),
                ("B001 Dup", ["", "2.5", "407", "549", "", "4.60", "3.52"]),
                ("Method Blank", ["< 0.005", "", "", "", "", "", ""]),
                ("Method Blank", ["", "< 0.5", "< 1", "< 2", "< 0.001", "< 0.01", "< 0.01"]),
            ]
        ).bytes
    }

    private static func bureauVeritas(_ batch: QCScenario) -> [UInt8] {
        let methods = methods("FA430", "MA300", "MA370")
        var lines = [
            "Bureau Veritas Commodities Canada Ltd.,,,Final Report", "Client:,Example Gold",
            "File Created:,14-Mar-2026", "Job Number:,VAN26000123", "Number of Samples:,\(batch.rows.count)",
            "Project:,North", "Received:,01-Mar-2026",
            ",Method,WGHT," + methods.joined(separator: ","), ",Analyte,Wgt," + symbols.joined(separator: ","),
            ",Unit,KG," + units.map { $0.uppercased() }.joined(separator: ","),
            ",MDL,0.01," + limits.joined(separator: ","), "Sample,Type",
        ]
        lines += batch.rows.map { ([$0.sample, "Rock", "2.14"] + $0.cells).joined(separator: ",") }
        lines += [
            "Pulp Duplicates", "B001,REP,,0.043,2.4,401,560,,4.70,3.60", "Reference Materials",
            "STD OREAS 620,STD,,0.690,38.1,1741,>10000,3.16,2.96,2.45",
            "BLK,BLK,,<0.005,<0.5,<1,<2,<0.001,<0.01,<0.01",
        ]
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func plainWide(_ batch: QCScenario) -> [UInt8] {
        let headings = symbols.indices.map {
            "\(symbols[$0])_\(units[$0] == "%" ? "pct" : units[$0])_\(alsMethods[$0])"
        }
        let lines =
            [(["Sample ID", "Laboratory", "Certificate"] + headings).joined(separator: ",")]
            + batch.rows.map { ([$0.sample, "ALS", "VA26012345"] + $0.cells).joined(separator: ",") }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func plainLong(_ batch: QCScenario) -> [UInt8] {
        var lines = ["sample;analyte;method;unit;result;detection_limit;laboratory;certificate"]
        for row in batch.rows {
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                lines.append(
                    [
                        row.sample, symbols[column], alsMethods[column], units[column], cell, limits[column],
                        "ALS Chemex", "VA26012345",
                    ].joined(separator: ";")
                )
            }
        }
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    // MARK: Cells as laboratories print them

    private static func comma(_ cell: String) -> String {
        cell.hasPrefix("<") || cell.hasPrefix(">") ? cell : cell.replacing(".", with: ",")
    }

    /// `0.727` ppm is `727` ppb.
    private static func partsPerBillion(_ cell: String) -> String {
        let sign = cell.hasPrefix("<") ? "<" : ""
        let parts = cell.dropFirst(sign.count).split(separator: ".")
        guard parts.count == 2 else { return cell }
        let digits = String(parts[0]) + String(parts[1]) + String(repeating: "0", count: max(0, 3 - parts[1].count))
        return sign + String(digits.drop { $0 == "0" })
    }

    private static func spaced(_ cell: String) -> String {
        cell.hasPrefix("<") || cell.hasPrefix(">") ? "\(cell.prefix(1)) \(cell.dropFirst())" : cell
    }
}
