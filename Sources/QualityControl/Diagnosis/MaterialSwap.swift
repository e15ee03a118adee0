import Geochemistry

/// A failed reference material that looks like another one, or like a blank: a label swap, before anything else.
///
/// Source: the mix-up test of ``Likeness``: far from the material that the register names, near to another. With one or
/// two elements in the package chance finds a neighbour in any large library, so that materials which the client uses
/// come first, and others count within 1 SD only.
struct MaterialSwap {
    enum Likely {
        /// Nearest first, at most three.
        case materials([Likeness])
        /// The elements, as places in the sheet's columns, that are as low as in a blank.
        case blank([Int])
    }

    let row: Int
    let claimed: Likeness
    let likely: Likely

    static func proposals(on desk: inout DiagnosisSheet, except explained: Set<Int>) -> [MaterialSwap] {
        var proposals: [MaterialSwap] = []
        for failed in desk.failedMaterials where !explained.contains(failed.row) && failed.claimed.isUnlike {
            if let places = blankPlaces(failed, on: &desk) {
                proposals.append(MaterialSwap(row: failed.row, claimed: failed.claimed, likely: .blank(places)))
                continue
            }
            let others = materials(like: failed, on: &desk)
            guard !others.isEmpty else { continue }
            proposals.append(MaterialSwap(row: failed.row, claimed: failed.claimed, likely: .materials(others)))
        }
        return proposals
    }

    /// The elements in which a failed material could be told from a blank, where all of them are as low as one.
    static func blankPlaces(_ failed: DiagnosisSheet.FailedMaterial, on desk: inout DiagnosisSheet) -> [Int]? {
        let blank = desk.blankLikeness(of: failed.row)
        let places = failed.claimed.elements.map(\.place)
        guard failed.claimed.isUnlike, blank.isBlank, blank.isClean(in: places) else { return nil }
        return places.filter(blank.clean.contains)
    }

    private static func materials(
        like failed: DiagnosisSheet.FailedMaterial,
        on desk: inout DiagnosisSheet
    ) -> [Likeness] {
        let needed = min(Likeness.enoughElements, failed.claimed.count)
        let claimed = Set(failed.claimed.elements.map(\.place))
        var found: [Likeness] = []
        for name in LibraryScan.candidates(for: failed.row, in: desk.sheet) where name != failed.claimed.material {
            let other = desk.likeness(of: failed.row, to: name)
            guard other.isAlike, other.elements.count(where: { claimed.contains($0.place) }) >= needed,
                other.count >= needed, other.median * 3 < failed.claimed.median || failed.claimed.count >= 3
            else { continue }
            found.append(other)
        }
        let sure = found.filter { $0.count >= Likeness.enoughElements }
        guard sure.isEmpty else { return Array(sure.sorted { $0.isNearer(than: $1) }.prefix(3)) }
        let ofClient = found.filter { desk.used.contains($0.material) }
        let few = ofClient.isEmpty ? found.filter { $0.median < 1 } : ofClient
        return Array(few.sorted { $0.isNearer(than: $1) }.prefix(3))
    }

    /// Too few elements to be sure of it.
    var isThin: Bool {
        switch likely {
        case .materials(let materials): materials.contains { $0.count < Likeness.enoughElements }
        case .blank(let places): places.count < 2
        }
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        desk.proposal(
            .crmSwap,
            row: row,
            reference: claimed.material.printed,
            message: QualityWords.swap(self, on: desk)
        )
    }
}
