/// A batch with its register, as a geologist would write it on paper: rows of samples with what they are, and one
/// text for each column. Layouts print it each in its own way.
struct QCScenario {
    struct Row {
        var sample: String
        /// As in the register: `routine`, `crm`, `pulp_duplicate`.
        var type: String
        var reference = ""
        var parent = ""
        var cells: [String]
    }

    var analytes: [String]
    var rows: [Row] = []

    init(_ analytes: String) { self.analytes = Self.words(analytes) }

    /// - Parameters:
    ///   - subject: the material, or for a duplicate its original.
    ///   - cells: one word for each column; `.` for an empty cell.
    mutating func add(_ sample: String, _ type: String, of subject: String = "", _ cells: String) {
        let cells = Self.words(cells).map { $0 == "." ? "" : $0 }
        let isDuplicate = type.hasSuffix("duplicate")
        rows.append(
            Row(
                sample: sample,
                type: type,
                reference: isDuplicate ? "" : subject,
                parent: isDuplicate ? subject : "",
                cells: cells
            )
        )
    }

    /// The same batch with one other result.
    func with(_ sample: String, _ analyte: String, _ text: String) -> QCScenario {
        var changed = self
        guard let column = analytes.firstIndex(of: analyte) else { return self }
        for row in rows.indices where rows[row].sample == sample { changed.rows[row].cells[column] = text }
        return changed
    }

    var register: String {
        let lines = rows.map { "\($0.sample),\($0.type),\($0.reference),\($0.parent)" }
        return (["sample,type,reference,parent"] + lines).joined(separator: "\n") + "\n"
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
