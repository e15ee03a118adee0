import CertificateReading
import Geochemistry
import Testing

@Suite("The text of a suggestion")
struct SuggestionTextTests {
    @Test("says beside every part what was taken for what, and where it stood; CHECK stands where it guessed")
    func whole() throws {
        let trip = try RoundTrip(
            """
            Northern Assay Ltd.
            Job No: NA-1042
            Date: 14/03/2026
            Element,Au,Cu
            Method,FA50,ME-ICP61
            Unit,ppm,ppm
            LOR,0.01,1
            A101,0.05,120
            A102,QNS,1745
            STD OREAS 620,0.68,1720
            """,
            name: "NA-1042.csv"
        )
        #expect(
            trip.suggestion.text == """
                # A layout to start from, made from 'NA-1042.csv'. Nothing was ingested.
                # Save it as Standards/laboratories/northern-assay-ltd.toml, settle every line that says CHECK, remove those lines,
                #   then look:
                #   cupel standards --root DIR check
                #   cupel validate --root DIR --explain FILE
                #
                # With it the file reads as 'NA-1042': 2 samples of the client, 1 rows of the laboratory, 2 columns, 2 of them
                #   determinations.

                # CHECK: taken from 'Northern Assay Ltd.', line 1, column 1; write the name as certificates and the ledger shall call
                #   it
                name = "Northern Assay Ltd."

                [tokens]
                # CHECK: stands in 1 cells of results in place of a number; say what it means
                "QNS" = "insufficient_sample"

                [[method]]
                # CHECK: no laboratory's file knows this code; take digestion and technique from the schedule of services, and never
                #   guess: nothing is compared with a certified value while it is unknown
                codes = ["FA50"]
                digestion = "unknown"
                technique = "unknown"
                name = "FA50"

                [[method]]
                # CHECK: digestion as in the file of ALS; make sure that this laboratory means the same
                codes = ["ME-ICP61"]
                digestion = "four_acid"
                technique = "icp_oes"
                name = "Multi-element by four acids and ICP-OES"

                [[layout]]
                id = "northern-assay-ltd"
                # the cells of this file are divided so: cells divided by ','
                # 2 numbers of this file show a point, none a comma
                decimal = "by_evidence"
                # '14/03/2026' shows it
                dates = "day_first"
                # CHECK: no number of samples was found above the table, so completeness cannot be checked
                declared = "client_samples"

                # The layout is known by all of these. They have to stand in every certificate of this sort, and in no others: labels,
                #   never a work order's number, a client or a date.
                [[layout.mark]]
                # the letterhead, line 1, column 1, says so
                text = "*Northern Assay Ltd.*"
                within = 1
                [[layout.mark]]
                # line 2, column 1
                text = "Job No*"
                within = 6
                column = 1
                [[layout.mark]]
                # line 3, column 1
                text = "Date*"
                within = 7
                column = 1
                [[layout.mark]]
                # line 4
                text = "Element"
                within = 19
                column = 1
                [[layout.mark]]
                # line 5
                text = "Method"
                within = 20
                column = 1
                [[layout.mark]]
                # line 6
                text = "Unit"
                within = 21
                column = 1

                [[layout.field]]
                # line 2, column 1: leads to 'NA-1042'
                holds = ["work_order"]
                labels = ["Job No"]
                [[layout.field]]
                # line 3, column 1: leads to '14/03/2026'
                holds = ["reported"]
                labels = ["Date"]

                [[layout.header]]
                # line 4
                role = "analyte"
                labels = ["Element"]
                [[layout.header]]
                # line 5
                role = "method"
                labels = ["Method"]
                [[layout.header]]
                # line 6
                role = "unit"
                labels = ["Unit"]
                [[layout.header]]
                # line 7
                role = "lower_limit"
                labels = ["LOR"]
                required = false

                [[layout.qc]]
                # 'STD ': 1 row, the first on line 10
                # CHECK: a client may call a sample so; make sure that the laboratory does not mean it otherwise
                means = "crm"
                prefixes = ["STD "]

                """
        )
    }

    @Test("Texts of the file cannot break out of it")
    func hostile() throws {
        let trip = try RoundTrip(
            "Lab \"x\\ Laboratories\nJob No: A\"1\\2\nElement,Au,Cu\nUnit,ppm,ppm\nMethod,\"a\"\"] = \\u0041\",\"b\u{7F}\"\nS\"1,1,2\nS2,3,4\n"
        )
        #expect(try trip.certificate.batch == "A\"1\\2")
        #expect(try trip.certificate.columns.map(\.method) == ["a\"] = \\u0041", "b\u{7F}"])
    }
}
