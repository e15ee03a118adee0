import Geochemistry
import QualityControl
import Standards
import Testing

@Suite("composites.toml")
struct CompositeReaderTests {
    private static let text = """
        convention = "oxides"
        spread = "correlated"
        [conventions.oxides]
        Fe = "Fe2O3"
        [[composite]]
        name = "iron"
        kind = "sum"
        members = ["Fe", "SiO2"]
        unit = "%"
        tier = "decision"
        digestions = ["xrf_fusion", "borate_fusion"]
        [[composite]]
        name = "iron share"
        kind = "share"
        members = ["Fe"]
        of = "iron"
        unit = "%"
        tier = "support"
        digestions = ["xrf_fusion"]

        """

    private func told(_ old: String, _ new: String) throws -> [String] {
        try #require(Self.text.contains(old))
        let problems = try SmallFolder(["composites.toml": Self.text.replacing(old, with: new)]).told
        return problems.map { String($0.dropFirst("composites.toml:".count)) }
    }

    private static func member(_ element: String, _ counted: String) -> CompositeMember {
        CompositeMember(element: Analyte(element), counted: Analyte(counted))
    }

    @Test("Names, members by convention or by their own oxide, shares with what they are a part of")
    func reads() throws {
        let composites = try SmallFolder(["composites.toml": Self.text]).load().composites
        #expect(
            composites == [
                Composite(
                    name: "iron",
                    convention: "oxides",
                    members: [Self.member("Fe", "Fe2O3"), Self.member("Si", "SiO2")],
                    unit: .percent,
                    tier: .decision,
                    digestions: [.xrfFusion, .borateFusion],
                    spread: .correlated,
                    place: "composites.toml:6"
                ),
                Composite(
                    name: "iron share",
                    kind: .share,
                    convention: "oxides",
                    members: [Self.member("Fe", "Fe2O3")],
                    others: [Self.member("Si", "SiO2")],
                    unit: .percent,
                    tier: .support,
                    digestions: [.xrfFusion],
                    spread: .independent,
                    place: "composites.toml:13"
                ),
            ]
        )
    }

    @Test("Without the file there are none, and nothing is missed")
    func absent() throws {
        #expect(try SmallFolder().load().composites == [])
        #expect(try SmallFolder().told == [])
    }

    @Test("It is part of the Standards that a verdict names")
    func hashed() throws {
        let with = try SmallFolder(["composites.toml": Self.text]).load()
        #expect(with.sha256 != (try SmallFolder().load().sha256))
        #expect(with.snapshotFiles.map(\.path).contains("composites.toml"))
    }

    @Test("Elements count as elements where that is said")
    func elements() throws {
        let text = Self.text.replacing("convention = \"oxides\"", with: "convention = \"element\"")
            .replacing("\"SiO2\"", with: "\"Cu\"")
        let iron = try #require(try SmallFolder(["composites.toml": text]).load().composites.first)
        #expect(iron.members == [Self.member("Fe", "Fe"), Self.member("Cu", "Cu")])
        #expect(iron.convention == "element")
    }

    @Test(
        "Slips are told with their line, and what to do",
        arguments: [
            (
                "convention = \"oxides\"", "convention = \"oxide\"",
                [
                    "1: error: 'oxide' is not a value of 'convention'; did you mean 'oxides'? it may be: oxides, element",
                    "8: error: no convention says in which oxide Fe is counted; add it there, or name the oxide in 'members'",
                    "15: error: no convention says in which oxide Fe is counted; add it there, or name the oxide in 'members'",
                ]
            ),
            (
                "Fe = \"Fe2O3\"", "Fe = \"SiO2\"",
                [
                    "4: error: analytes.csv knows no oxide 'SiO2' of Fe",
                    "8: error: [conventions.oxides] has no oxide for Fe; add it there, or name the oxide in 'members'",
                    "15: error: [conventions.oxides] has no oxide for Fe; add it there, or name the oxide in 'members'",
                ]
            ),
            (
                "spread = \"correlated\"", "spread = \"correlatd\"",
                [
                    "2: error: 'correlatd' is not a value of 'spread'; did you mean 'correlated'? it may be: independent, correlated"
                ]
            ),
            (
                "members = [\"Fe\", \"SiO2\"]", "members = [\"Fe\", \"LOI\"]",
                [
                    "8: error: LOI is neither an element nor an oxide, and cannot be added up"
                ]
            ),
            (
                "members = [\"Fe\", \"SiO2\"]", "members = [\"Fe\", \"SiO2\", \"Si\"]",
                [
                    "8: error: Si is counted twice; name each element once, as one oxide"
                ]
            ),
            (
                "of = \"iron\"", "of = \"irons\"",
                [
                    "16: error: 'irons' is not a value of 'of'; did you mean 'iron'? it may be: iron"
                ]
            ),
            (
                "members = [\"Fe\"]", "members = [\"Cu\", \"Fe\"]\nconvention = \"element\"",
                [
                    "15: error: Cu, Fe is no member of 'iron', or counted otherwise there; a share is a part of its whole"
                ]
            ),
            (
                "name = \"iron share\"", "name = \"Iron\"",
                [
                    "13: error: 'Iron' is defined at composites.toml:6 already; give one of them another name"
                ]
            ),
            (
                "unit = \"%\"\ntier = \"support\"", "unit = \"ppm\"\ntier = \"support\"",
                [
                    "17: error: a share is in percent: write unit = \"%\""
                ]
            ),
            (
                "unit = \"%\"\ntier = \"decision\"", "unit = \"kg\"\ntier = \"support\"\nof = \"iron\"",
                [
                    "9: error: 'kg' is no unit of a content; write for instance \"ppm\" or \"%\"",
                    "11: error: 'of' is for kind = \"share\"; a sum has no whole",
                ]
            ),
            (
                "digestions = [\"xrf_fusion\"]", "digestions = [\"xrf\"]\nspread = \"independent\"\nfactor = 2",
                [
                    "19: error: 'xrf' is not a value of 'digestions'; it may be: fire_assay, aqua_regia, four_acid, borate_fusion, "
                        + "peroxide_fusion, xrf_fusion, xrf_pressed, infrared_combustion, neutron_activation, cyanide_leach, "
                        + "weak_leach, gravity, loss_on_ignition",
                    "20: error: 'spread' is for kind = \"sum\"; remove it",
                    "21: error: unknown key 'factor' in [composite]; known here: certified, convention, digestions, kind, members, "
                        + "name, of, spread, tier, unit",
                ]
            ),
        ] as [(String, String, [String])]
    )
    func slips(old: String, new: String, expected: [String]) throws {
        #expect(try told(old, new) == expected)
    }
}

@Suite("The shipped composites")
struct ShippedCompositeTests {
    @Test("Sc2O3, TREO, TREO+Y and the magnet share, as sesquioxides, after fusions only")
    func shipped() throws {
        let composites = try ShippedFolderTests.snapshot().composites
        #expect(composites.map(\.name) == ["Sc2O3", "TREO", "TREO+Y", "magnet REO share"])
        #expect(composites.map(\.tier) == [.decision, .support, .decision, .decision])
        #expect(composites.map(\.all.count) == [1, 14, 15, 15])
        #expect(composites.allSatisfy { $0.convention == "sesquioxide" })
        for composite in composites {
            #expect(!composite.digestions.contains(.aquaRegia) && !composite.digestions.contains(.fourAcid))
        }
        let counted = composites[2].members.map(\.counted.symbol)
        #expect(
            counted.filter { ["Ce2O3", "Pr2O3", "Tb2O3", "Y2O3"].contains($0) } == ["Ce2O3", "Pr2O3", "Tb2O3", "Y2O3"]
        )
        #expect(composites[3].members.map(\.counted.symbol) == ["Nd2O3", "Pr2O3", "Tb2O3", "Dy2O3"])
        #expect(composites[1].certified == Analyte("TREO"))
    }

    @Test("One word changes the convention of all of them")
    func stable() throws {
        let shipped = try ShippedFolderTests.snapshot()
        func text(_ path: String) throws -> String {
            String(decoding: try #require(shipped.snapshotFiles.first { $0.path == path }).bytes, as: UTF8.self)
        }
        let file = try text("composites.toml")
        let changed = file.replacing("\nconvention = \"sesquioxide\"\n", with: "\nconvention = \"stable\"\n")
        #expect(changed != file)
        let folder = try SmallFolder([
            "composites.toml": changed, "analytes.csv": try text("analytes.csv"),
        ])
        let composites = try folder.load().composites
        let counted = composites[2].members.map(\.counted.symbol)
        #expect(
            counted.filter { ["CeO2", "Pr6O11", "Tb4O7", "Nd2O3"].contains($0) } == [
                "CeO2", "Pr6O11", "Nd2O3", "Tb4O7",
            ]
        )
        #expect(composites.map(\.convention) == Array(repeating: "stable", count: 4))
    }
}
