import CertificateReading
import TestSupport
import Testing

@Suite("Workbooks and documents in deliveries")
struct DocumentTests {
    private static let certificate = Member(name: "a.csv", bytes: [65])
    private static let pdf = Array("%PDF-1.7".utf8)

    private func open(_ content: [UInt8]) throws -> [Member] { try Container.open(content, name: "delivery") }

    private func refusal(_ content: [UInt8]) -> ReadingRefusal? {
        #expect(throws: ReadingRefusal.self) { try open(content) }
    }

    private static let kinds: [(String, [UInt8], DocumentKind)] = [
        ("a.pdf", pdf, .pdf),
        ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        ("a.tif", [0x49, 0x49, 0x2A, 0], .tiff),
        ("a.rtf", Array("{\\rtf1".utf8), .richText),
        ("a.docx", OfficeFixture.letter, .word),
        ("a.doc", OfficeFixture.binary(streams: ["1Table", "WordDocument"]), .word),
        ("a.pptx", OfficeFixture.presentation, .powerPoint),
        ("a.msg", OfficeFixture.binary(streams: ["__substg1.0_0037001F"]), .outlookMessage),
        ("a.odt", OfficeFixture.openDocument("text"), .openDocument),
    ]

    @Test("a document beside a certificate is a member, and told, in every archive")
    func besides() throws {
        for (name, bytes, kind) in Self.kinds {
            let entries: [ArchiveFixture.Entry] = [.init("a.csv", "A"), .init(name, bytes)]
            let archives = [
                ZipFixture.zip([.init("a.csv", "A"), .init(name, bytes)]), ArchiveFixture.tar(entries),
                ArchiveFixture.sevenZip(entries),
            ]
            for archive in archives {
                #expect(
                    try open(archive) == [Self.certificate, Member(name: name, bytes: bytes, kind: .document(kind))]
                )
            }
        }
    }

    @Test("a document alone is refused by its kind")
    func alone() {
        #expect(
            refusal(Self.pdf)?.message == "delivery: this is a PDF document, made for reading by people. Ask the "
                + "laboratory for the same certificate as a CSV file."
        )
        for (_, bytes, kind) in Self.kinds {
            let error = refusal(bytes)
            #expect(error?.code == (kind == .pdf ? .pdfDocument : .onlyDocuments))
            #expect(error?.what == "this is \(kind.words), made for reading by people")
        }
    }

    @Test("documents and nothing else are refused by the first of them")
    func documentsOnly() {
        let one = refusal(ZipFixture.zip([.init("a.pdf", Self.pdf)]))
        #expect(one?.code == .pdfDocument)
        #expect(one?.place.member == "a.pdf")
        let two = refusal(ZipFixture.zip([.init("a.pdf", Self.pdf), .init("b.docx", OfficeFixture.letter)]))
        #expect(
            two?.message == "a.pdf: this is a PDF document, made for reading by people, and nothing beside it is a "
                + "certificate. Ask the laboratory for the same certificate as a CSV file."
        )
    }

    @Test("every kind of document has words")
    func words() {
        #expect(
            DocumentKind.allCases.map(\.words) == [
                "a PDF document", "a PNG picture", "a JPEG picture", "a TIFF picture", "a Word document",
                "a PowerPoint presentation", "an OpenDocument text or drawing", "an e-mail of Outlook",
                "a document in Rich Text Format", "a text that is no certificate",
                "a workbook that is no certificate", "a file of unknown kind",
            ]
        )
    }

    @Test("a workbook is one untouched member, whatever it is called")
    func workbook() throws {
        let book = OfficeFixture.workbook
        #expect(try open(book) == [Member(name: "delivery", bytes: book, kind: .workbook)])
        let packed = [
            ZipFixture.zip([.init("a.csv", book)]), ArchiveFixture.tar([.init("a.csv", book)]),
            ArchiveFixture.sevenZip([.init("a.csv", book)]),
        ]
        for content in packed {
            #expect(try open(content) == [Member(name: "a.csv", bytes: book, kind: .workbook)])
        }
        #expect(try open(GzipFixture.gzip(book)) == [Member(name: "delivery", bytes: book, kind: .workbook)])
    }

    @Test("a workbook is no container: it may stand in a container in a container")
    func workbookInside() throws {
        let book = OfficeFixture.workbook
        let zip = ZipFixture.zip([.init("results.xlsx", book), .init("a.pdf", Self.pdf)])
        let names = try open(GzipFixture.gzip(zip)).map(\.name)
        #expect(names == ["results.xlsx", "a.pdf"])
        let twice = ZipFixture.zip([.init("in.zip", zip)])
        #expect(try open(twice).map(\.name) == ["in.zip/results.xlsx", "in.zip/a.pdf"])
    }

    @Test("workbooks that are not read are refused in words")
    func otherWorkbooks() {
        for (bytes, kind) in [
            (OfficeFixture.binary(streams: ["Workbook"]), "an Excel workbook of the old kind (xls)"),
            (OfficeFixture.binary(streams: ["Book", "WordDocument"]), "an Excel workbook of the old kind (xls)"),
            (OfficeFixture.openDocument("spreadsheet"), "an OpenDocument workbook (ods)"),
        ] {
            let error = refusal(ZipFixture.zip([.init("a.csv", "A"), .init("b", bytes)]))
            #expect(error?.code == .workbook)
            #expect(
                error?.message == "b: this is \(kind), which Cupel does not read. Open it and save it as .xlsx or "
                    + "CSV, or ask the laboratory for its .xlsx or CSV export."
            )
        }
        let protected = refusal(OfficeFixture.binary(streams: ["EncryptionInfo", "EncryptedPackage"]))
        #expect(protected?.code == .encryptedWorkbook)
        #expect(
            protected?.message == "delivery: this is an Excel workbook protected by a password. Open it and save it "
                + "without the password, or ask for one without."
        )
    }

    @Test("a real workbook of a laboratory comes out whole", .enabled(if: SharedFiles.arePresent))
    func realWorkbook() throws {
        let content = try SharedFiles.bytes("real/actlabs/A25-15567Final.xlsx")
        #expect(try open(content) == [Member(name: "delivery", bytes: content, kind: .workbook)])
    }

    @Test("a text that begins like a packer's file is a text")
    func lookalikes() throws {
        for text in [
            "BZh9,SAMPLE\r\n", "BZhang\r\n", "PK,SAMPLE\r\n", "7z,SAMPLE\r\n", "Rar,Cu\r\n", "II*,x\r\n", "MM\r\n",
        ] {
            #expect(try open(Array(text.utf8)).map(\.kind) == [.text])
        }
    }
}
