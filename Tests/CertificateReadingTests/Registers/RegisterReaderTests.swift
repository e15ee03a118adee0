import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Sample registers")
struct RegisterReaderTests {
    private func read(_ text: String) throws -> RegisterReading? {
        let sheet = try Sheet.read(delimited: Array(text.utf8), delimiter: nil, name: "list.csv", limits: .standard)
        return RegisterReader.read(sheet)
    }

    private func register(_ text: String) throws -> SampleRegister {
        try #require(try read(text)).get()
    }

    private func problems(_ rows: String) throws -> [String] {
        guard case .refused(let problems, _) = try read("sample,type,reference,parent\n" + rows) else { return [] }
        return problems.map(\.message)
    }

    @Test("the plain form")
    func plain() throws {
        let register = try register(
            """
            sample,type,reference,parent,hole,from,to,dispatch,project,weight,revision
            10001,routine,,,DH-1,0,1.5,D7,Woodjam,2.1,3
            10002,crm,OREAS 620,,,,,D7,Woodjam,,3
            10003,field_duplicate,,10001,DH-1,0,1.5,D7,Woodjam,2.0,3

            10004,blank,,,,,,,,,
            10005,,,,,,,,,,
            """
        )
        #expect(register.revision == 3)
        #expect(register.entries.map(\.type) == [.routine, .crm, .fieldDuplicate, .blank, .routine])
        #expect(register.entries.map(\.row) == [2, 3, 4, 6, 7])
        #expect(register.entries[1].reference == "OREAS 620")
        let duplicate = register.entries[2]
        #expect(duplicate.parent == "10001")
        #expect(duplicate.hole == "DH-1")
        #expect(duplicate.from == "0")
        #expect(duplicate.to == "1.5")
        #expect(duplicate.dispatch == "D7")
        #expect(duplicate.project == "Woodjam")
        #expect(duplicate.weight == "2.0")
    }

    @Test(
        "headers in four languages",
        arguments: [
            "Sample ID,QC Type,Standard,Duplicate Of", "SAMPLE_NUMBER,QAQC_TYPE,STANDARD_ID,ORIG_SAMPLE_ID",
            "Sample No.,Sample Type,CRM,Parent Sample", "Échantillon,Type,Référence,Échantillon parent",
            "N° échantillon,Type,Étalon,Original", "Muestra,Tipo,Estándar,Muestra original",
            "Amostra,Tipo,Padrão,Amostra original", "amostra;tipo;padrao;amostra_original",
        ]
    )
    func headers(header: String) throws {
        let rows = "1,STD,OREAS 620,\n2,PDUP,,1\n"
        let text = header + "\n" + (header.contains(";") ? rows.replacing(",", with: ";") : rows)
        let entries = try register(text).entries
        #expect(entries.map(\.type) == [.crm, .pulpDuplicate])
        #expect(entries.map(\.reference) == ["OREAS 620", ""])
        #expect(entries.map(\.parent) == ["", "1"])
    }

    @Test("title lines may stand above the header, up to the tenth row")
    func titles() throws {
        for above in [1, 8, 9] {
            let text = String(repeating: "Dispatch list\n", count: above) + "sample,type\n1,blank\n"
            #expect(try register(text).entries.map(\.row) == [above + 2])
        }
        #expect(try read(String(repeating: "Dispatch list\n", count: 10) + "sample,type\n1,blank\n") == nil)
    }

    @Test("the QC type counts, not what the sample is made of")
    func twoTypes() throws {
        #expect(try register("sample,sample_type,qc_type\n1,soil,BLK\n").entries.map(\.type) == [.blank])
    }

    @Test(
        "words for types",
        arguments: [
            ("CRM", .crm), ("std", .crm), ("Standard", .crm), ("Estándar", .crm), ("Padrão", .crm), ("étalon", .crm),
            ("BLK", .blank), ("blanco", .blank), ("branco", .blank), ("blanc", .blank), ("PBLK", .blank),
            ("coarse_blank", .coarseBlank), ("preparation_blank", .coarseBlank), ("Blanco grueso", .coarseBlank),
            ("branco de preparação", .coarseBlank), ("blanc de préparation", .coarseBlank), ("pulp_blank", .pulpBlank),
            ("analytical_blank", .pulpBlank), ("blanco analítico", .pulpBlank), ("branco de polpa", .pulpBlank),
            ("blanc de pulpe", .pulpBlank), ("Fine Blank", .pulpBlank),
            ("FDUP", .fieldDuplicate), ("field duplicate", .fieldDuplicate), ("Duplicado de campo", .fieldDuplicate),
            ("coarse_duplicate", .coarseDuplicate), ("CDUP", .coarseDuplicate), ("prep duplicate", .coarseDuplicate),
            ("Duplicado grueso", .coarseDuplicate), ("pulp_duplicate", .pulpDuplicate), ("PDUP", .pulpDuplicate),
            ("Duplicata de polpa", .pulpDuplicate), ("doublon de pulpe", .pulpDuplicate), ("check", .check),
            ("Umpire", .check), ("routine", .routine), ("Original", .routine), ("SAMPLE", .routine),
            ("core", .routine), ("", .routine), (" ", .routine),
        ] as [(String, SampleType)]
    )
    func typeWords(word: String, type: SampleType) throws {
        let register = try register("sample,type,reference,parent\n1,\(word),R,2\n")
        #expect(register.entries.map(\.type) == [type])
    }

    // MARK: - What is no register

    @Test(
        "a certificate is not a register",
        arguments: [
            "Sample,Type,Cu_ppm\n1,Rock,5\n", "Sample,Type,Au (g/t)\n1,Rock,5\n", "Sample,Type,SiO2 %\n1,Rock,5\n",
            "Sample,Type,Au,Cu\n1,Rock,5,6\n", "Sample,Type,Ag (ME-ICP61) ppm\n1,Rock,5\n",
            ";Method;ICP95A;ICP95A\n;Analyte;Cu;Zn\nSample;Type;;\n1;Rock;5;6\n", "Sample;Type;;\n1;Rock;5;6\n",
            "Sample,Type,Au\n1,Rock,5\n", "Sample,Type,IC587_Ag\n1,Rock,5\n", "Sample,Type,Gold\n,,ppb\n1,Rock,5\n",
            "Sample,Type,K,S\n1,Rock,5,6\n", "Sample,Type,Method\nSample ID,Type,IMS\n,,ppm\n1,Rock,5\n",
        ]
    )
    func certificates(text: String) throws {
        #expect(try read(text) == nil)
    }

    @Test(
        "a sheet without a sample or a type column is not a register",
        arguments: ["sample,hole\n1,2", "type\n1", ""]
    )
    func others(text: String) throws {
        #expect(try read(text) == nil)
    }

    @Test("a register may state core recovery, and hold columns of its own")
    func ownColumns() throws {
        let text = "sample,type,Recovery %,Remarks,Weight kg,S,Depth (m)\n1,blank,98,expect 5 g/t,2,K,P\n"
        #expect(try register(text).entries.map(\.sample) == ["1"])
    }

    @Test("real certificates are not registers", .enabled(if: SharedFiles.arePresent))
    func realCertificates() throws {
        for name in ["GQ1002727.csv", "GQ1002726_Lote1543_R.csv"] {
            let text = try TextDecoding.utf8(SharedFiles.bytes("real/sgs-geosol/" + name))
            let sheet = try Sheet.read(delimited: text, delimiter: nil, name: name, limits: .standard)
            #expect(RegisterReader.read(sheet) == nil)
        }
    }

    // MARK: - Problems

    @Test("what leaves open what a sample is")
    func problemWords() throws {
        #expect(
            try problems(",crm,OREAS 620,\n")
                == ["line 2: the row has no sample number. Fill it in, or remove the row."]
        )
        #expect(
            try problems("1,mystery,,\n") == [
                "line 2, sample 1: the type 'mystery' is not known. Write routine, crm, blank, coarse_blank, "
                    + "pulp_blank, field_duplicate, coarse_duplicate, pulp_duplicate, check, or nothing for routine."
            ]
        )
        #expect(
            try problems("1,DUP,,2\n") == [
                "line 2, sample 1: 'DUP' does not say which kind of duplicate it is, and their limits differ. Write "
                    + "field_duplicate, coarse_duplicate or pulp_duplicate."
            ]
        )
        #expect(
            try problems("1,crm,,\n") == [
                "line 2, sample 1: a reference material without its name. Write its name, such as OREAS 620, into the "
                    + "reference column."
            ]
        )
        #expect(
            try problems("1,fdup,,\n") == [
                "line 2, sample 1: a duplicate without its original. Write the number of the sample that it repeats "
                    + "into the parent column."
            ]
        )
        #expect(
            try problems("1,fdup,,1\n") == [
                "line 2, sample 1: a duplicate of itself. Write the number of the sample that it repeats into the "
                    + "parent column."
            ]
        )
        #expect(
            try problems("1,blank,,\n2,,,\n1,,,\n") == [
                "line 4, sample 1: the sample stands on line 2 already, with another statement. Keep the right one."
            ]
        )
        #expect(try problems("") == ["line 1: no sample follows the header. Deliver the register with its rows."])
    }

    @Test("a sample may stand twice when both rows say the same")
    func repeated() throws {
        #expect(try register("sample,type\n1,blank\n1,BLK\n").entries.map(\.row) == [2])
    }

    @Test("a register has one revision, a whole number")
    func revisions() throws {
        for rows in ["1,blank,1\n2,blank,2\n", "1,blank,x\n", "1,blank,-1\n"] {
            let reading = try read("sample,type,revision\n" + rows)
            let error = #expect(throws: ReadingRefusal.self) { try reading?.get() }
            #expect(error?.code == .registerProblems)
        }
        #expect(try register("sample,type\n1,blank\n").revision == 0)
    }

    @Test("a problem refuses the whole register, and at most twenty are shown")
    func refusal() throws {
        let rows = (1...22).map { "\($0),mystery,,\n" }.joined() + "30,blank,,\n"
        let reading = try #require(try read("sample,type,reference,parent\n" + rows))
        let error = #expect(throws: ReadingRefusal.self) { try reading.get() }
        #expect(error?.code == .registerProblems)
        let lines = error?.message.split(separator: "\n").map { String($0) } ?? []
        #expect(
            lines.first == "list.csv: the register has 22 problems, and none of it is used until it is whole. Correct "
                + "these lines and deliver it again:"
        )
        #expect(lines.count == 22)
        #expect(lines.last == "- and 2 more.")
    }
}
