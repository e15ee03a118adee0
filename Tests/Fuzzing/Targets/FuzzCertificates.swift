import TestSupport

/// One small certificate of each layout that TestSupport can write.
enum FuzzCertificates {
    static let all: [[UInt8]] = [
        ALSCertificate(
            workOrder: "VA19012345",
            columns: [.weight, .gold, .copper, .copperOverLimit],
            samples: [("A1", ["2.1", "0.45", ">10000", "1.25"]), ("A2", ["1.9", "<0.005", "12", ""])]
        ).bytes,
        ALSQCExport(
            workOrder: "LI20200001",
            columns: [("Au-AA23", "Au", "ppm", "0.005", "10"), ("ME-ICP41", "Cu", "ppm", "1", "10000")],
            samples: [("A1", ["0.45", "120"]), ("A2", ["<0.005", "12"])],
            qcRows: [("*REP A1", ["0.44", ""]), ("*STD OREAS 602b", ["2.29", ""]), ("*BLK BLANK", ["", "<1"])]
        ).bytes,
        ActlabsReport(
            reportNumber: "A25-00001",
            columns: [("Cu", "ppm", "1", "AR-MS"), ("Fe2O3", "%", "0.01", "FUS-ICP")],
            rows: [
                ("A1", ["120", "5.02"]), ("OREAS 922 (AQUA REGIA) Meas", ["2200", ""]),
                ("OREAS 922 (AQUA REGIA) Cert", ["2176", ""]), ("A1 Orig", ["120", "5.02"]), ("A1 Dup", ["121", ""]),
                ("Method Blank", ["< 1", "< 0.01"]),
            ]
        ).bytes,
        SGSGeosolCertificate(
            jobNumber: "GQ1000001",
            columns: [("FAA505", "Au", "PPB", "5"), ("ICP40B", "Cu", "PPM", "1")],
            samples: [("A1", "SOLO", ["<5", "12,5"]), ("A2", "SOLO", ["17", "<1"])],
            duplicates: [("A1", "REP", ["<5", "12,4"])],
            materials: [("OREAS 602b", "STD", ["2290", "5000"])]
        ).bytes,
        Array("sample,certificate,Cu_ppm_ME-ICP61,Au (ppm)\nA1,B1,120,0.5\nA2,B1,<1,\n".utf8),
        Array("sample,analyte,method,unit,result\nA1,Cu,ME-ICP61,ppm,120\nA1,Au,Au-AA23,ppm,<0.005\n".utf8),
        Array("sample,type,reference,parent\nA1,routine,,\nA2,crm,OREAS 602b,\n".utf8),
        GzipFixture.gzip("sample,Cu_ppm_ME-ICP61\nA1,120\n"),
        ZipFixture.zip([.init("a.csv", "sample,Cu_ppm_ME-ICP61\nA1,120\n"), .init("b.txt", "Dear client\n")]),
    ]

    static var workbooks: [WorkbookFixture] {
        [
            WorkbookFixture([
                .init(
                    "Results",
                    delimited: "Report Number: A25-00001\nReport Date: 14/11/2025\nAnalyte Symbol,Cu,Fe2O3\n"
                        + "Unit Symbol,ppm,%\nDetection Limit,1,0.01\nAnalysis Method,AR-MS,FUS-ICP\nA1,120,5.02\nA2,< 1,0.50\n"
                ),
                .init(
                    "QC",
                    delimited: "Report Number: A25-00001\nReport Date: 14/11/2025\nAnalyte Symbol,Cu,Fe2O3\n"
                        + "Unit Symbol,ppm,%\nDetection Limit,1,0.01\nAnalysis Method,AR-MS,FUS-ICP\n"
                        + "OREAS 922 (AQUA REGIA) Meas,2200,\nOREAS 922 (AQUA REGIA) Cert,2176,\nMethod Blank,< 1,< 0.01\n"
                ),
            ]),
            WorkbookFixture([.init("Sheet1", delimited: "sample,certificate,Cu_ppm_ME-ICP61\nA1,B1,120.5\nA2,B1,<1\n")]
            ),
        ]
    }
}
