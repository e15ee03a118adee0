import Geochemistry

extension ImportRefusal {
    static func notADataPack(_ file: String, sheets: [String]) -> ImportRefusal {
        ImportRefusal(
            "not_a_datapack",
            "\(file) is a workbook without a table of certified values "
                + "(its sheets: \(sheets.map { "'\($0)'" }.joined(separator: ", ")))",
            advice: "Give a DataPack workbook of OREAS, or save the values as a CSV headed "
                + MaterialReader.columns.required.joined(separator: ",")
        )
    }

    static func severalFiles(_ file: String) -> ImportRefusal {
        ImportRefusal(
            "several_files",
            "\(file) holds several files",
            advice: "Unpack it, and import them one by one"
        )
    }

    static func noMaterialName(_ file: String) -> ImportRefusal {
        ImportRefusal(
            "no_material_name",
            "no title in \(file) says which material its certified values are of",
            advice: "Its title should end in 'for' and the name; or save the values as a CSV, which names the material "
                + "in each line"
        )
    }

    static func twoMaterials(_ first: String, _ second: String) -> ImportRefusal {
        ImportRefusal(
            "two_materials",
            "the workbook has certified values of '\(first)' and of '\(second)'",
            advice: "A DataPack is of one material; get the issuer's own file for each"
        )
    }

    static func noSDColumn(place: String, columns: [String]) -> ImportRefusal {
        ImportRefusal(
            "no_sd_column",
            "the table of certified values (\(place)) has no column '1SD' or 'SD', nor have the performance gates "
                + "(its columns: \(columns.map { "'\($0)'" }.joined(separator: ", ")))",
            advice: "Without an SD no value can judge; get the DataPack from the issuer again, or save the values as "
                + "a CSV"
        )
    }

    static func nothingToTake(_ name: String, left: Int) -> ImportRefusal {
        ImportRefusal(
            "nothing_to_take",
            "of \(name) there is no certified value to take; \(left) rows were looked at",
            advice: "Look at what was left and why with --dry-run --json, or write the values as a CSV"
        )
    }

    static func unfitName(_ name: String) -> ImportRefusal {
        ImportRefusal(
            "unfit_material_name",
            "'\(name)' is no name of a material: it has no letter and no digit, or is longer than "
                + "\(MaterialFile.longestName) characters",
            advice: "Write the name as its certificate has it"
        )
    }

    public static func sameFile(_ first: String, _ second: String, file: String) -> ImportRefusal {
        ImportRefusal(
            "same_file_name",
            "'\(first)' and '\(second)' would both be written to \(file)",
            advice: "Import them from a file each, with --to"
        )
    }

    static func headingNotThere(_ heading: String, there: [String]) -> ImportRefusal {
        ImportRefusal(
            "heading_not_there",
            "--method names '\(heading)', and the file has no such method heading",
            advice: there.isEmpty
                ? "Leave it out: the file has no method headings"
                : "It has: \(there.map { "'\($0)'" }.joined(separator: ", "))"
        )
    }

    static func emptyTable(_ file: String) -> ImportRefusal {
        ImportRefusal(
            "empty_table",
            "\(file) has a header and no line below it",
            advice: "Write a line for each material, analyte and digestion"
        )
    }

    /// Our own fault: the written file would not say what was read.
    static func notReadBack(_ name: MaterialName, problems: [StandardsProblem]) -> ImportRefusal {
        ImportRefusal(
            "not_read_back",
            "the file for \(name.printed) would not read back as it was written"
                + problems.map { "; \($0.message)" }.joined(),
            advice: "Nothing was written; please report it with the file"
        )
    }
}
