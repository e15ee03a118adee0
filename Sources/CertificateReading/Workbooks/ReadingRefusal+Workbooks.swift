// Every word that a refusal of workbooks says. Tests pin them.

private let saveAgain = "Open it in Excel or LibreOffice, save it again as .xlsx or CSV, and deliver that"

// MARK: - Kinds that are not read

extension ReadingRefusal {
    static func workbook(_ kind: String) -> ReadingRefusal {
        ReadingRefusal(
            .workbook,
            "this is \(kind), which Cupel does not read",
            advice: "Open it and save it as .xlsx or CSV, or ask the laboratory for its .xlsx or CSV export"
        )
    }

    static func workbook(_ kind: WorkbookKind) -> ReadingRefusal {
        switch kind {
        case .openXML: workbook("an Excel workbook (xlsx)")
        case .binary: workbook("an Excel workbook of the binary kind (xlsb)")
        case .openDocument: workbook("an OpenDocument workbook (ods)")
        }
    }

    static let encryptedWorkbook = ReadingRefusal(
        .encryptedWorkbook,
        "this is an Excel workbook protected by a password",
        advice: "Open it and save it without the password, or ask for one without"
    )
}

// MARK: - Damage

extension ReadingRefusal {
    static func corruptWorkbook(_ reason: String) -> ReadingRefusal {
        ReadingRefusal(.corruptWorkbook, "the workbook is damaged: \(reason)", advice: saveAgain)
    }

    static func damagedPart(_ part: String, line: Int, _ reason: String) -> ReadingRefusal {
        corruptWorkbook("its part \(part) is no proper XML on line \(line) (\(reason))")
    }

    static func missingPart(_ part: String) -> ReadingRefusal {
        corruptWorkbook("its part \(part) is missing")
    }

    static func unexpectedPart(_ part: String) -> ReadingRefusal {
        corruptWorkbook("its part \(part) is not what it should be")
    }

    static func damagedPackage(_ reason: String) -> ReadingRefusal {
        corruptWorkbook("it is incomplete, or its packing is damaged (\(reason))")
    }

    static func unsafePart(_ part: String) -> ReadingRefusal {
        corruptWorkbook("it holds the path '\(part.prefix(80))', which leads out of it")
    }

    static func oddlyPackedPart(_ part: String) -> ReadingRefusal {
        corruptWorkbook("its part \(part) is packed as no workbook is")
    }

    static func partTwice(_ part: String) -> ReadingRefusal {
        corruptWorkbook("its part \(part) is there twice")
    }

    static func deepPart(_ part: String, limit: Int) -> ReadingRefusal {
        corruptWorkbook("its part \(part) has more than \(limit) elements in each other")
    }

    static func longTag(_ part: String, limit: Int) -> ReadingRefusal {
        corruptWorkbook("its part \(part) has a tag of more than \(limit) bytes")
    }

    static func unplacedSheet(_ title: String) -> ReadingRefusal {
        corruptWorkbook("its sheet '\(title.prefix(80))' is not there")
    }

    static func corruptSheet(_ reason: String, at place: Place) -> ReadingRefusal {
        var refusal = corruptWorkbook(reason)
        refusal.place = place
        return refusal
    }

    static func documentType(_ part: String) -> ReadingRefusal {
        ReadingRefusal(
            .documentType,
            "the part \(part) of the workbook declares a document type, which no program writes that makes workbooks "
                + "and which is a way to do harm",
            advice: "Do not open it; ask the sender where the file comes from"
        )
    }

    static func uncalculatedFormula(at place: Place) -> ReadingRefusal {
        ReadingRefusal(
            .uncalculatedFormula,
            at: place,
            "the cell holds a formula without a result; the program that wrote the workbook did not calculate it",
            advice: "Open it in Excel or LibreOffice, let it calculate, save it and deliver that"
        )
    }
}

// MARK: - Limits

extension ReadingRefusal {
    static func tooManySheets(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook has more than \(limit) sheets", "Split it, or raise the limit of members")
    }

    static func tooManyRelationships(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook lists more than \(limit) parts", "Split it, or raise the limit of members")
    }

    static func tooManyStyles(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook has more than \(limit) styles", "Copy its values into a new workbook")
    }

    static func longNumberFormat(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook has a number format of more than \(limit) bytes", "Copy its values into a new workbook")
    }

    static func tooManyTexts(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook has more than \(limit) texts", "Split it, or raise the limit of cells")
    }

    static func textTooLong(_ limit: Int) -> ReadingRefusal {
        tooLarge("the workbook has a text of more than \(limit) bytes", "Shorten it, or raise the limit of cell bytes")
    }

    static func sheetTooLong(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge("the sheet has more than \(limit) bytes of text", "Split it", at: place)
    }

    static func tooManyMergedCells(_ limit: Int, at place: Place) -> ReadingRefusal {
        let advice = "Undo the merging, or save the sheet as CSV"
        return tooLarge("the sheet has more than \(limit) merged cells", advice, at: place)
    }

    private static func tooLarge(_ what: String, _ advice: String, at place: Place = Place()) -> ReadingRefusal {
        ReadingRefusal(.tooLarge, at: place, what, advice: advice)
    }

    /// The same refusal, of the file and not of its part.
    func inWorkbook(_ name: String) -> ReadingRefusal {
        var refusal = self
        refusal.place.member = name
        return refusal
    }
}
