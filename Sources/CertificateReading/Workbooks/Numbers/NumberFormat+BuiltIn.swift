extension NumberFormat {
    /// The format of a number that the file does not define (ECMA-376 18.8.30); General for one that means nothing.
    ///
    /// Where a number means one thing in each language (27 to 36, 50 to 58, 71 to 81), it means days or times in all.
    static func builtIn(_ number: Int) -> NumberFormat { table[number] ?? .general }

    private static let table: [Int: NumberFormat] = {
        var table: [Int: NumberFormat] = [:]
        for (number, code) in codes { table[number] = NumberFormat(Array(code.utf8)) }
        let days = NumberFormat(Array("yyyy-mm-dd".utf8))
        let times = NumberFormat(Array("h:mm:ss".utf8))
        for number in [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74] { table[number] = days }
        for number in [32, 33, 34, 35, 55, 56, 75, 76, 78, 79, 80] { table[number] = times }
        table[77] = NumberFormat(Array("d/m/yyyy h:mm".utf8))
        table[81] = days
        return table
    }()

    private static let codes: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
        5: "$#,##0_);($#,##0)", 6: "$#,##0_);[Red]($#,##0)",
        7: "$#,##0.00_);($#,##0.00)", 8: "$#,##0.00_);[Red]($#,##0.00)",
        9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
        14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
        20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
        37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
        39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
        41: #"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"#, 42: #"_($* #,##0_);_($* \(#,##0\);_($* "-"_);_(@_)"#,
        43: #"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"#,
        44: #"_($* #,##0.00_);_($* \(#,##0.00\);_($* "-"??_);_(@_)"#,
        45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
        59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??",
    ]
}
