import Geochemistry
import Standards
import Testing

@Suite("What replacing a material changes")
struct MaterialChangeTests {
    private func value(
        _ analyte: String,
        _ value: String,
        _ sd: String?,
        unit: Unit = .ppm,
        digestion: DigestionClass = .fourAcid,
        kind: CertifiedValue.Kind = .certified,
        method: String = ""
    ) throws -> CertifiedValue {
        CertifiedValue(
            analyte: Analyte(analyte),
            digestion: digestion,
            unit: unit,
            value: try #require(ExactDecimal(value)),
            sd: sd.flatMap { ExactDecimal($0) },
            kind: kind,
            method: method
        )
    }

    private func changes(_ old: [CertifiedValue], _ new: [CertifiedValue]) -> [String] {
        func material(_ values: [CertifiedValue]) -> ReferenceMaterial {
            ReferenceMaterial(name: MaterialName("T"), supplier: "", certificate: "", values: values)
        }
        return MaterialChange.between(material(old), material(new)).map { change in
            "\(change.kind.rawValue) \(change.analyte) \(change.digestion.rawValue) \(change.text)"
                + (change.isRounding ? " (rounding)" : "")
        }
    }

    @Test("Nothing changes where nothing but the order does")
    func order() throws {
        let a = try value("Au", "1.5", "0.1")
        let b = try value("Cu", "15", nil)
        #expect(changes([a, b], [b, a]) == [])
    }

    @Test("Values that differ in their digits only are told as rounding")
    func rounding() throws {
        #expect(
            changes([try value("Au", "0.685", "0.021")], [try value("Au", "0.6846007033", "0.02144523056")])
                == ["changed Au four_acid value 0.685 -> 0.6846007033; sd 0.021 -> 0.02144523056 (rounding)"]
        )
        #expect(
            changes([try value("Au", "0.684", "0.021")], [try value("Au", "0.6846007033", "0.02144523056")])
                == ["changed Au four_acid value 0.684 -> 0.6846007033; sd 0.021 -> 0.02144523056"]
        )
        #expect(
            changes([try value("Au", "0.5", nil)], [try value("Au", "0.50", nil)])
                == ["changed Au four_acid value 0.5 -> 0.50 (rounding)"]
        )
        #expect(
            changes([try value("Au", "0.5", nil)], [try value("Au", "0.50", "0.1")])
                == ["changed Au four_acid value 0.5 -> 0.50; sd (nothing) -> 0.1"]
        )
    }

    @Test("New and lost values, other units, kinds and methods are told")
    func others() throws {
        #expect(
            changes(
                [try value("Au", "1.5", "0.1"), try value("Ag", "2", nil, kind: .indicative)],
                [try value("Au", "1500", "100", unit: .ppb), try value("Cu", "15", "1", digestion: .aquaRegia)]
            ) == [
                "changed Au four_acid value 1.5 -> 1500; sd 0.1 -> 100; unit ppm -> ppb",
                "added Cu aqua_regia 15 ppm, SD 1", "removed Ag four_acid 2 ppm, no SD, indicative",
            ]
        )
        #expect(
            changes([try value("Au", "1", "0.1")], [try value("Au", "1", "0.1", kind: .provisional, method: "4 Acid")])
                == ["changed Au four_acid kind certified -> provisional; method (nothing) -> 4 Acid"]
        )
    }
}
