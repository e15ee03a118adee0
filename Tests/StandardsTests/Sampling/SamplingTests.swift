import Foundation
import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

@Suite("Sampling rules")
struct SamplingTests {
    func told(_ text: String) throws -> [String] {
        try SmallFolder(["sampling.toml": text]).told.map { $0.replacing("sampling.toml:", with: "") }
    }

    @Test("Rules are read in order, with what makes the parent's number")
    func reads() throws {
        let rules = try SmallFolder([
            "sampling.toml": """
            [[rule]]
            name = "std"
            pattern = "*-S"
            type = "crm"
            reference = "Test 1"
            [[rule]]
            name = "dup"
            pattern = "*-D"
            type = "field_duplicate"
            strip = "-D"
            [[rule]]
            name = "pulp"
            pattern = "P######"
            type = "pulp_duplicate"
            parent = "previous"
            """
        ]).load().sampling
        #expect(
            rules == [
                SamplingRule(name: "std", pattern: "*-S", type: .crm, reference: "Test 1"),
                SamplingRule(name: "dup", pattern: "*-D", type: .fieldDuplicate, parent: .withoutSuffix("-D")),
                SamplingRule(name: "pulp", pattern: "P######", type: .pulpDuplicate, parent: .previous),
            ]
        )
    }

    @Test("The examples in the shipped file are right when somebody removes the #")
    func shippedExamples() throws {
        let path = SharedFiles.packageRoot.appending(path: "Standards/sampling.toml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let start = try #require(text.range(of: "# [[rule]]"))
        let active = text[start.lowerBound...].replacing("\n# ", with: "\n").dropFirst(2)
        let material = SmallFolder.material.replacing("TEST 1,", with: "OREAS 620,")
        let small = try SmallFolder(["sampling.toml": String(active), "materials/TEST_1.csv": material])
        #expect(small.told == [])
        #expect(try small.load().sampling.map(\.type) == [.crm, .blank, .fieldDuplicate, .pulpDuplicate])
    }

    @Test("An unknown material is a warning with the nearest names; a CRM without one an error")
    func references() throws {
        #expect(
            try told("[[rule]]\nname = \"s\"\npattern = \"S*\"\ntype = \"crm\"\nreference = \"TEST 2\"\n") == [
                "5: warning: no reference material is called 'TEST 2'; did you mean 'TEST 1'?"
            ]
        )
        #expect(
            try told("[[rule]]\nname = \"s\"\npattern = \"S*\"\ntype = \"crm\"\nreference = \"OREAS 999\"\n") == [
                "5: warning: no reference material is called 'OREAS 999'; add it to materials/"
            ]
        )
        #expect(
            try told("\n[[rule]]\nname = \"s\"\npattern = \"S*\"\ntype = \"crm\"\n") == [
                "2: error: a rule for a crm must name the material in 'reference'"
            ]
        )
    }

    @Test("Parents belong to duplicates, and each duplicate needs one")
    func parents() throws {
        #expect(
            try told("[[rule]]\nname = \"d\"\npattern = \"D*\"\ntype = \"field_duplicate\"\n") == [
                "4: error: a duplicate needs its original: write parent = \"previous\", or strip = \"-D\" for the "
                    + "ending to remove"
            ]
        )
        #expect(
            try told("[[rule]]\nname = \"b\"\npattern = \"B*\"\ntype = \"blank\"\nparent = \"previous\"\n") == [
                "5: error: 'parent' is for duplicates, and this rule's type is blank"
            ]
        )
        #expect(
            try told(
                "[[rule]]\nname = \"d\"\npattern = \"D*\"\ntype = \"check\"\n[[rule]]\nname = \"e\"\npattern = \"E*\"\n"
                    + "type = \"pulp_duplicate\"\nparent = \"next\"\n"
            ) == ["9: error: 'next' is not a value of 'parent'; it may be: previous"]
        )
        #expect(
            try told(
                "[[rule]]\nname = \"d\"\npattern = \"D*\"\ntype = \"field_duplicate\"\nparent = \"previous\"\nstrip = \"D\"\n"
            ) == ["6: error: write 'parent' or 'strip', not both"]
        )
    }

    @Test("A pattern that fits everything, and one pattern with two meanings, are errors")
    func patterns() throws {
        #expect(
            try told("[[rule]]\nname = \"b\"\npattern = \"*\"\ntype = \"blank\"\n") == [
                "3: error: 'pattern' is empty, or nothing but *, so that everything would fit"
            ]
        )
        #expect(
            try told(
                "[[rule]]\nname = \"b\"\npattern = \"x*\"\ntype = \"blank\"\n"
                    + "[[rule]]\nname = \"c\"\npattern = \"X*\"\ntype = \"check\"\n"
            ) == [
                "7: error: the rule on line 3 has the same pattern 'X*' and says something else; "
                    + "one number is one kind of sample"
            ]
        )
    }
}
