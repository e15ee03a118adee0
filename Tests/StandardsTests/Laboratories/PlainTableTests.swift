import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Plain tables")
struct PlainTableTests {
    @Test("Headings name analyte, unit and method in the usual ways")
    func headings() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            Sample ID,Au_ppm_Au-AA23,Cu (ppm),Zn_ppm,Ag (ME-ICP61)_ppm,Pb % Pb-OG62,Fe2O3(T)_pct_ME-XRF26,Cu_ppm_GE_ICP40B,Comments
            S1,0.45,1250,80,0.5,1.2,4.5,1240,wet
            S2,<0.005,87,>10000,<0.5,0.01,5.1,90,
            """,
            name: "lots/lot 3.csv"
        )
        #expect(certificate.format == "plain-wide")
        #expect(certificate.laboratory == "unknown")
        #expect(certificate.batch == "lot 3")
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Au", "Cu", "Zn", "Ag", "Pb", "Fe2O3", "Cu"])
        #expect(
            certificate.columns.map(\.method) == [
                "Au-AA23", "", "", "ME-ICP61", "Pb-OG62", "ME-XRF26", "GE_ICP40B",
            ]
        )
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .ppm, .ppm, .percent, .percent, .ppm])
        #expect(
            certificate.columns.map(\.digestion) == [
                .fireAssay, .unknown, .unknown, .fourAcid, .fourAcid, .xrfFusion, .fourAcid,
            ]
        )
        #expect(certificate.texts(0) == ["0.45", "<0.005"])
        #expect(certificate.samples.map(\.sheetRow) == [2, 3])
        #expect(certificate.remarks == [])
    }

    @Test("Columns of work orders and laboratories make certificates of their own")
    func parts() throws {
        let delivery = try ShippedLaboratories.read(
            "lab,certificate,date,sample,Au_ppm_Au-AA23\n"
                + "als chemex,VA1,2020-03-14,A,1.5\nALS Chemex,VA2,2020-03-15,B,2.5\nals chemex,VA1,2020-03-14,C,3.5\n"
        )
        #expect(delivery.certificates.map(\.batch) == ["VA1", "VA2"])
        #expect(delivery.certificates.map(\.laboratory) == ["ALS", "ALS"])
        #expect(delivery.certificates.first?.samples.map(\.name) == ["A", "C"])
        #expect(delivery.certificates.first?.samples.map(\.sheetRow) == [2, 4])
        #expect(delivery.certificates.first?.reported == CalendarDate(year: 2020, month: 3, day: 14))
    }

    @Test("A long table becomes columns, with limits")
    func long() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            sample,analyte,method,unit,result,detection_limit,laboratory,certificate,date
            S1,Au,Au-AA23,ppm,0.45,0.005,ALS,VA7,14/03/2020
            S1,Cu,ME-ICP61,ppm,1250,1,ALS,VA7,14/03/2020
            S2,Au,Au-AA23,ppm,<0.005,0.005,ALS,VA7,14/03/2020
            S2,Cu,ME-ICP61,ppm,>10000,1,ALS,VA7,14/03/2020
            S2,Cu,Cu-OG62,%,1.5,0.001,ALS,VA7,14/03/2020
            """
        )
        #expect(certificate.format == "plain-long")
        #expect(certificate.batch == "VA7")
        #expect(certificate.samples.map(\.name) == ["S1", "S2"])
        #expect(certificate.columns.map(\.method) == ["Au-AA23", "ME-ICP61", "Cu-OG62"])
        #expect((0..<3).map(certificate.texts) == [["0.45", "<0.005"], ["1250", ">10000"], ["", "1.5"]])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "1", "0.001"])
        #expect(certificate.reported == CalendarDate(year: 2020, month: 3, day: 14))
        #expect(certificate.remarks == [])
    }

    @Test("A determination that a long table has twice leaves the sample to a person")
    func longTwice() throws {
        let certificate = try ShippedLaboratories.certificate(
            "sample,analyte,method,unit,result\nS1,Au,Au-AA23,ppm,1.1\nS1,Au,Au-AA23,ppm,1.3\n"
        )
        #expect(certificate.texts(0) == ["1.1", "1.3"])
        #expect(certificate.remarks.map(\.code) == ["sample_twice"])
    }

    @Test("Decimal commas are found by evidence; a thousand is never guessed")
    func decimalEvidence() throws {
        let commas = try ShippedLaboratories.certificate("sample;Au_ppm;Cu_ppm\nS1;0,45;1,250\nS2;<0.005;12,5\n")
        #expect(commas.value(sample: 0, column: 1) == .number(try #require(ExactDecimal("1.250"))))
        let points = try ShippedLaboratories.certificate("sample;Au_ppm;Cu_ppm\nS1;0.45;1,250\n")
        #expect(points.value(sample: 0, column: 1) == .unreadable(.ambiguousSeparator))
        #expect(points.remarks("unreadable_cell").map(\.needsPerson) == [true])
    }

    @Test("A byte order mark and UTF-16 do not matter")
    func encodings() throws {
        let text = "échantillon,Au_ppm_Au-AA23\nÉ1,0.45\n"
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try ShippedLaboratories.certificate(mark + Array(text.utf8)).samples.map(\.name) == ["É1"])
        let pairs: [[UInt8]] = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + pairs.joined()
        #expect(try ShippedLaboratories.certificate(wide).samples.map(\.name) == ["É1"])
    }

    @Test("Coordinates and companions of results are no results")
    func companions() throws {
        let certificate = try ShippedLaboratories.certificate(
            "sample,X,Y,Au_ppm,Au_DL_ppm,Au status\nS1,1,2,0.45,0.005,ok\n"
        )
        #expect(certificate.columns.map(\.analyteText) == ["Au"])
        let remark = try #require(certificate.remarks("columns_not_read").first)
        #expect(remark.message.contains("'X', 'Y', 'Au_DL_ppm', 'Au status'"))
    }

    @Test("A register is read as one")
    func register() throws {
        let delivery = try ShippedLaboratories.read("sample,type,reference,parent\nS1,crm,OREAS 620,\nS2,routine,,\n")
        #expect(delivery.certificates.isEmpty)
        #expect(delivery.registers.first?.entries.map(\.sample) == ["S1", "S2"])
    }
}

@Suite("Headings of plain tables")
struct PlainHeadingTests {
    @Test(
        "Analyte, unit and method stand in any order that a database writes",
        arguments: [
            ("AG_PPM", "Ag", Unit.ppm, ""), ("Cu % Cu-OG62", "Cu", .percent, "Cu-OG62"),
            ("Ag (ME-ICP61),ppm", "Ag", .ppm, "ME-ICP61"), ("ME-ICP61_Ag_ppm", "Ag", .ppm, "ME-ICP61"),
            ("Au-AA23 Au ppm", "Au", .ppm, "Au-AA23"), ("ME-MS61_Cu_pct", "Cu", .percent, "ME-MS61"),
            ("cu_ppm", "Cu", .ppm, ""),
        ]
    )
    func heading(text: String, analyte: String, unit: Unit, method: String) throws {
        let certificate = try ShippedLaboratories.certificate("Sample;\"\(text)\";Zn_ppm\nS1;1.5;3\n")
        #expect(certificate.columns.first?.analyte?.symbol == analyte)
        #expect(certificate.columns.first?.unit == unit)
        #expect(certificate.columns.first?.method == method)
    }

    @Test("Companions of a result, and headings that only look like one, are no results")
    func companions() throws {
        let certificate = try ShippedLaboratories.certificate(
            "Sample,Cu % Cu-OG62,Cu status,Cu certificate,DL_Cu_ppm,Hole_Cu_Zone\nS1,1.5,final,VA1,1,x\n"
        )
        #expect(certificate.columns.map(\.analyteText) == ["Cu"])
    }
}
