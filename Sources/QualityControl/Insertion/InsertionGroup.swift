import Geochemistry

/// Samples that are counted together: those of a hole, a dispatch, a batch, a month, a project, a laboratory.
public struct InsertionGroup: Sendable, Hashable {
    public enum Key: String, Sendable, CaseIterable {
        case laboratory, project, hole, dispatch, batch, month
    }

    /// Empty for samples of which nobody says it.
    public let name: String
    /// nil where samples of several projects stand in it.
    public private(set) var project: String?
    public private(set) var tally = InsertionTally()

    private init(name: String, project: String) {
        self.name = name
        self.project = project
    }

    private mutating func add(_ sample: InsertedSample) {
        tally.add(sample.type)
        if sample.project != project { project = nil }
    }

    /// The groups in the order in which their first samples come.
    ///
    /// A sample that one laboratory reported in several certificates (a package each, a re-assay) counts once, but for
    /// batches, which are the certificates. A hole or a dispatch of one name in two projects is two.
    public static func groups(of samples: [InsertedSample], by key: Key) -> [InsertionGroup] {
        let counted = key == .batch ? samples : once(samples)
        var groups: [InsertionGroup] = []
        var places: [[String]: Int] = [:]
        for sample in counted {
            let words = key.words(of: sample)
            guard let place = places[words] else {
                places[words] = groups.count
                var group = InsertionGroup(name: words.last ?? "", project: sample.project)
                group.add(sample)
                groups.append(group)
                continue
            }
            groups[place].add(sample)
        }
        return groups
    }

    /// Each number of a project once for each laboratory, where it stands first.
    public static func once(_ samples: [InsertedSample]) -> [InsertedSample] {
        struct Number: Hashable {
            let laboratory: String
            let project: String
            let sample: SampleKey
        }
        var seen: Set<Number> = []
        return samples.filter {
            seen.insert(Number(laboratory: $0.laboratory, project: $0.project, sample: SampleKey($0.sample))).inserted
        }
    }
}

extension InsertionGroup.Key {
    /// What samples of one group have in common; the last word is its name.
    fileprivate func words(of sample: InsertedSample) -> [String] {
        switch self {
        case .laboratory: [sample.laboratory]
        case .project: [sample.project]
        case .hole: [sample.project, sample.hole]
        case .dispatch: [sample.project, sample.dispatch]
        case .batch: [sample.laboratory, sample.batch]
        case .month: [sample.reported.map { String($0.description.prefix(7)) } ?? ""]
        }
    }
}
