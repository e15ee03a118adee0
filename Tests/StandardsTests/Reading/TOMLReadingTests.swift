import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("Reading TOML strictly")
struct TOMLReadingTests {
    let log = ProblemLog()

    func file(_ text: String) -> TOMLFile { TOMLFile(file: "policies/x.toml", text: text, log: log) }
    var told: [String] { log.problems.map(\.description) }

    @Test(
        "A bracket without a name, as a half-saved file leaves it, is told with its line and ends nothing",
        arguments: ["[\n", "[[\n", "[.\n", "[ \t\n", "[[ ]]\n", "[=]\n", "[#\n"]
    )
    func unnamedHeader(header: String) {
        let file = file("name = \"x\"\nlist = [\n  [1, 2],\n]\n" + header)
        #expect(!file.isReadable)
        #expect(
            told == [
                "policies/x.toml:5: error: not valid TOML: no name stands behind the bracket of this table"
            ]
        )
    }

    @Test(
        "A brace where a list wants a value is told with its line and ends nothing",
        arguments: ["}", "1, }", "[1], }"]
    )
    func braceInList(list: String) {
        let file = file("name = \"x\"\nlist = [\n\(list)]\n")
        #expect(!file.isReadable)
        #expect(told == ["policies/x.toml:3: error: not valid TOML: a brace stands where this list wants a value"])
    }

    @Test(
        "A value of several words without quotes is told with its line and ends nothing",
        arguments: ["1979-05-27 1", "by evidence", "1\t2", "1979-05-27 07:32:00"]
    )
    func blankInValue(value: String) {
        let file = file("name = \"x\"\nvalue = \(value) # why\n")
        #expect(!file.isReadable)
        #expect(told == ["policies/x.toml:2: error: not valid TOML: a value with blanks in it stands without quotes"])
    }

    @Test("Texts, lists, numbers, words, tables and lists of tables are read")
    func readsEverything() throws {
        let file = file(
            """
            name = "Au"          # a comment = "with [brackets]"
            list = ["a", 'b # not a comment', \"\"\"c\"\"\"]
            flag = true
            outcome = "not_evaluated"
            [crm]
            warn.sd = 2.50
            big = 1_000
            [[method]]
            code = "ME-ICP41"
            [method.extra]
            depth = 3
            [[method]]
            code = "Au-AA23"
            """
        )
        let root = file.root
        #expect(root.string("name") == "Au")
        #expect(root.strings("list") == ["a", "b # not a comment", "c"])
        #expect(root.bool("flag") == true)
        #expect(root.word("outcome", as: Outcome.self) == .notEvaluated)
        let crm = try #require(root.section("crm"))
        #expect(crm.section("warn")?.decimal("sd")?.description == "2.50")
        #expect(crm.decimal("big") == 1000)
        let methods = root.sections("method")
        #expect(methods.map { $0.string("code") } == ["ME-ICP41", "Au-AA23"])
        #expect(methods.map(\.line) == [8, 12])
        #expect(methods[0].section("extra")?.integer("depth") == 3)
        file.finish()
        #expect(told.isEmpty)
    }

    @Test("A decimal is the text in the file, never a Double")
    func decimalsAreExact() {
        let root = file("a = 0.10\nb = 1e-3\nc = [1]\nd = {e = 12345678901234567.25}\n").root
        #expect(root.decimal("a")?.description == "0.10")
        #expect(root.decimal("b")?.description == "0.001")
        #expect(root.section("d")?.decimal("e")?.description == "12345678901234567.25")
    }

    @Test("An unknown key is told with its line and the nearest key")
    func unknownKey() {
        let file = file("# policy\n\n[crm]\nwarn_sd = 2\nfial_sd = 3\n")
        let crm = file.root.section("crm")
        _ = crm?.decimal("warn_sd")
        _ = crm?.decimal("fail_sd", .optional)
        file.finish()
        #expect(
            told == ["policies/x.toml:5: error: unknown key 'fial_sd' in [crm]; did you mean 'fail_sd'?"]
        )
    }

    @Test("An unknown key that resembles nothing is told with the known ones")
    func unknownKeyWithoutNeighbour() {
        let file = file("name = \"x\"\ncolour_of_sample_bag = 2\n")
        _ = file.root.string("name")
        file.finish()
        #expect(
            told == [
                "policies/x.toml:2: error: unknown key 'colour_of_sample_bag' at the top of the file; known here: name"
            ]
        )
    }

    @Test("A missing key is told at the line of its section")
    func missingKey() {
        let root = file("name = \"x\"\n\n[crm]\nwarn_sd = 2\n").root
        _ = root.section("crm")?.decimal("fail_sd")
        _ = root.section("blank")
        #expect(
            told == [
                "policies/x.toml:3: error: missing key 'fail_sd' in [crm]; it wants a number",
                "policies/x.toml:1: error: missing key 'blank' at the top of the file; it wants a table [blank]",
            ]
        )
    }

    @Test("A wrong type is told with what stands there, and reading goes on")
    func wrongTypes() {
        let root = file("a = \"2\"\nb = 2.5\nc = [1]\nd = 2024-01-01\ne = -1\nf = 7\n[g]\n").root
        _ = root.decimal("a")
        _ = root.integer("b")
        _ = root.strings("c")
        _ = root.string("d")
        _ = root.decimal("e")
        _ = root.integer("f", in: 0...5)
        _ = root.sections("g")
        #expect(
            told == [
                "policies/x.toml:1: error: 'a' wants a number, and has the text \"2\"",
                "policies/x.toml:2: error: 'b' wants a whole number, and has the number 2.5",
                "policies/x.toml:3: error: 'c' wants a list of texts, and has a list",
                "policies/x.toml:4: error: 'd' wants a text, and has a date",
                "policies/x.toml:5: error: 'e' wants a number that is not negative, and is -1",
                "policies/x.toml:6: error: 'f' wants a whole number from 0 to 5, and is 7",
                "policies/x.toml:7: error: 'g' wants a list of tables [[g]], and has a table",
            ]
        )
    }

    @Test("A word that is none is told with the nearest")
    func unknownWord() {
        _ = file("outcome = \"warm\"\n").root.word("outcome", as: Outcome.self)
        #expect(
            told == [
                "policies/x.toml:1: error: 'warm' is not a value of 'outcome'; did you mean 'warn'? "
                    + "it may be: pass, warn, fail, not_evaluated"
            ]
        )
    }

    @Test("Lines are right behind long texts, nested lists, quoted and dotted keys, and Windows line ends")
    func linesAreRight() {
        let file = file(
            "long = \"\"\"one\r\n# two \\\"\"\" \r\nthree\"\"\"\r\nlist = [\r\n  \"x\", # c ]\r\n  { \"a.b\" = 1 },\r\n]\r\n"
                + "\"quoted \\u0041\".deep = 1\r\n'lit\"eral' = 2\r\n"
        )
        #expect(file.root.keys == ["long", "list", "quoted A", "lit\"eral"])
        #expect(file.root.keys.map { file.root.line(of: $0) } == [1, 4, 8, 9])
        #expect(file.root.section("quoted A")?.line(of: "deep") == 8)
    }

    @Test("A text that is not TOML, not UTF-8 or cut by a NUL byte is one problem with its line")
    func notTOML() {
        #expect(!file("a = 1\nb = = 2\n").isReadable)
        #expect(!TOMLFile(file: "b.toml", bytes: Array("a = 1\nb = \"".utf8) + [0xFF, 0x22], log: log).isReadable)
        #expect(!TOMLFile(file: "c.toml", bytes: Array("a = 1\n".utf8) + [0, 0x0A], log: log).isReadable)
        #expect(log.problems.map(\.code) == ["not_toml", "not_utf8", "not_utf8"])
        #expect(log.problems.map(\.line) == [2, 2, 2])
    }
}
