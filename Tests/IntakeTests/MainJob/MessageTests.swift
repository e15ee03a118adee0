import Geochemistry
import QualityControl
import Testing

/// What a geologist reads, word for word.
@Suite("Main job: messages")
struct MessageTests {
    private func messages(_ text: String, registers: [String]) throws -> [String] {
        try #require(try ShippedStandards.verdicts(Array(text.utf8), registers: registers).first).judgement.findings
            .filter { $0.outcome != .pass }.map(\.message)
    }

    private func messages(_ batch: QCScenario, in layout: BaseMetalBatch.Layout) throws -> [String] {
        try messages(
            String(decoding: BaseMetalBatch.print(batch, in: layout), as: UTF8.self),
            registers: [batch.register]
        )
    }

    @Test("A failed batch says of each result what, where and by how much")
    func failedBatch() throws {
        let said = try messages(BaseMetalBatch.oneOfEachKind, in: .alsClassic)
        #expect(
            said == [
                "B002 (OREAS 620): Cu by ME-ICP61 is 1851 ppm, 3.03 SD above the certified 1730 ppm (SD 40; limit 1850) "
                    + "[% to ppm]",
                "B010 (pulp duplicate of B009): Cu by ME-ICP61 is 1101 ppm against 900 ppm, 20.09 % of the pair's mean "
                    + "apart (limit 20 %)",
                "B011 (Quartz): Au by Au-AA23 is 0.026 ppm, above the blank's limit of 0.025 ppm (detection limit "
                    + "0.005); as carry-over it would be 21.67 % of a sample shortly before it, B007 with 0.120 ppm (up to "
                    + "1 %), so look for contamination or a mix-up",
                "B014 (OREAS 621): Au by Au-AA23 is 1.165 ppm, 2.02 SD below the certified 1.25 ppm (SD 0.042; limit "
                    + "1.166); B012 of batch VA26012345 before it lies beyond the same limit",
                "B002 (OREAS 620): Ag by ME-ICP61 is 41.57 ppm, 2.01 SD above the certified 38.5 ppm (SD 1.53; limit "
                    + "41.56)",
                "B004 (Quartz): Ag by ME-ICP61 is <2.6 ppm: a detection limit raised above the blank's limit of 2.5 ppm "
                    + "cannot prove it clean; ask the laboratory why it was raised",
                "B004 (Quartz): Zn by ME-ICP61 is 10 ppm, above the blank's limit of 6 ppm (detection limit 2)",
                "B006 (field duplicate of B005): Zn by ME-ICP61 is 1301 ppm against 700 ppm, 60.07 % of the pair's mean "
                    + "apart (limit 60 %)",
                "B008 (coarse duplicate of B007): Ag by ME-ICP61 is 7.9 ppm against 12.0 ppm, 41.21 % of the pair's "
                    + "mean apart (limit 40 %)",
                "B012 (OREAS 621): Au by Au-AA23 is 1.165 ppm, 2.02 SD below the certified 1.25 ppm (SD 0.042; limit "
                    + "1.166)",
                "B014 (OREAS 621): Fe by ME-ICP61 is 4.250 %, 3.01 SD above the certified 3.70 % (SD 0.183; limit "
                    + "4.249)",
            ]
        )
    }

    @Test("A number is never rounded onto the limit that it exceeds, and conversions stay readable")
    func rounding() throws {
        let batch = RareEarthBatch.onEveryLimit.with("R002", "Fe2O3", "51.01").with("R008", "Ce", "7040.1")
        let text = String(decoding: RareEarthBatch.print(batch), as: UTF8.self)
        let said = try messages(text, registers: [batch.register])
        #expect(
            said == [
                "R008 (OREAS 463): Ce by FUS-MS is 7040.1 ppm, 3.0007 SD above the certified 6590 ppm (SD 150; limit "
                    + "7040) [% to ppm]",
                "R002 (OREAS 461): Fe2O3 by FUS-ICP is 51.01 %, 3.0038 SD above the certified 45.4226 % (SD 1.8601; "
                    + "limit 51.0029) [Fe to Fe2O3 x 1.429734]",
            ]
        )
        let table = "Sample,Lab,Certificate,Au_oz/t_Au-AA23\nG1,ALS,VA1,1\nG2,ALS,VA1,0.0219\nG3,ALS,VA1,<0.0001\n"
        let gold = try messages(table, registers: ["sample,type,reference,parent\nG2,crm,OREAS 620,\nG3,blank,,\n"])
        #expect(
            gold == [
                "G2 (OREAS 620): Au by Au-AA23 is 0.0219 oz/t (short ton), 3.14 SD above the certified 0.019979 oz/t "
                    + "(short ton) (SD 0.000613; limit 0.021817) [ppm to oz/t (short ton)]"
            ]
        )
    }

    @Test("The laboratory's own rows are named once, as the laboratory names them")
    func laboratoryRows() throws {
        let text = String(
            decoding: BaseMetalBatch.print(BaseMetalBatch.onEveryLimit, in: .alsWithQC),
            as: UTF8.self
        ).replacing("*BLK,,,<0.005", with: "*BLK,,,0.026").replacing(
            "*STD OREAS-620,,,0.685",
            with: "*STD OREAS-620,,,0.785"
        )
        .replacing("*REP B001,,,,2.4", with: "*REP B001,,,,7.4").replacing("OREAS 624", with: "GBM908-10")
        let said = try messages(text, registers: [BaseMetalBatch.onEveryLimit.register])
        #expect(
            said == [
                "laboratory QC *STD OREAS-620: Au by Au-AA23 is 0.785 ppm, 4.76 SD above the certified 0.685 ppm "
                    + "(SD 0.021; limit 0.748)",
                "laboratory QC *BLK: Au by Au-AA23 is 0.026 ppm, above the blank's limit of 0.025 ppm (detection limit "
                    + "0.005)",
                "the laboratory's own reference materials are not in the Standards and were not judged: GBM908-10",
                "laboratory duplicate of B001: Ag by ME-ICP61 is 7.4 ppm against 2.3 ppm, 105.15 % of the pair's mean "
                    + "apart (limit 20 %)",
            ]
        )
    }

    @Test("What could not be checked says why, once")
    func notChecked() throws {
        let table = """
            Sample,Lab,Certificate,Cu_ppm_ME-ICP61
            1001,ALS,VA1,420
            1002,ALS,VA1,NSS
            1003,ALS,VA1,abc
            1004,ALS,VA1,2000
            """
        let register =
            "sample,type,reference,parent\n1002,crm,OREAS 620,\n1003,blank,,\n1004,blank,,\n1001,crm,OREAS 602,\n"
        let said = try messages(table, registers: [register])
        #expect(
            said == [
                "1004: Cu by ME-ICP61 is 2000 ppm, above the blank's limit of 5 ppm (detection limit 1)",
                "the policy 'default' demands at least 1 evaluated reference material in a batch, and none of the 2 in "
                    + "it could be evaluated",
                "1001: no reference material 'OREAS 602' in the Standards; the nearest known: OREAS 602b, OREAS 605, "
                    + "OREAS 622. Correct the register or import the material",
                "1002 (OREAS 620) has no result for Cu by ME-ICP61 (not enough sample)",
                "Cu of 1003, line 4, column 4: 'abc' is not a number and no known token. Ask the laboratory for the "
                    + "result.",
            ]
        )
    }
}
