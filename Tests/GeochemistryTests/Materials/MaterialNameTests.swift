import Geochemistry
import Testing

@Suite("Names of reference materials")
struct MaterialNameTests {
    @Test(
        "Case, blanks, hyphens and a digestion note are no part of a name",
        arguments: [
            ("OREAS 922 (AQUA REGIA)", "OREAS922"), ("OREAS-922", "OREAS922"), ("oreas922", "OREAS922"),
            ("OREAS 45h  (Aqua Regia)", "OREAS45H"), ("Oreas 610", "OREAS610"), ("OREAS-133b", "OREAS133B"),
            ("CDN-ME1302", "CDNME1302"), ("CDN-ME-1302", "CDNME1302"), (" TILL-3 ", "TILL3"), ("(x)", "X"), ("---", ""),
            ("OREAS\u{A0}45h", "OREAS45H"), ("SY-4.1", "SY4.1"),
        ]
    )
    func keys(_ printed: String, _ key: String) {
        #expect(MaterialName(printed).key == key)
    }

    @Test("Names are equal by key, and the printed form is kept")
    func equality() {
        #expect(MaterialName("OREAS 45h (Aqua Regia)") == MaterialName("Oreas-45H"))
        #expect(MaterialName("Oreas-45H").printed == "Oreas-45H")
        #expect(MaterialName("OREAS 45h") != MaterialName("OREAS 45e"))
    }

    @Test(
        "The distance counts insertions, removals and replacements",
        arguments: [
            ("OREAS 620", "OREAS 620", 0), ("OREAS 620", "OREAS 602", 2), ("OREAS 620", "OREAS 62", 1),
            ("", "ABC", 3), ("KITTEN", "SITTING", 3),
        ]
    )
    func distance(_ left: String, _ right: String, _ distance: Int) {
        #expect(MaterialName(left).distance(to: MaterialName(right)) == distance)
        #expect(MaterialName(right).distance(to: MaterialName(left)) == distance)
    }
}
