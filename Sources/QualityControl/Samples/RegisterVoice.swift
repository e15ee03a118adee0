import Geochemistry

/// What all registers together say of one sample.
enum RegisterVoice {
    case says(RegisterStatement)
    /// Registers of the same revision contradict each other; in a fixed order.
    case conflict([RegisterStatement])

    /// - Parameters:
    ///   - statements: all of one sample; not empty.
    ///   - dispatch: of the certificate.
    init?(_ statements: [RegisterStatement], dispatch: String) {
        let named = statements.filter { Self.names(dispatch, in: $0.entry) }
        let preferred = named.isEmpty ? statements : named
        guard let revision = preferred.map(\.revision).max() else { return nil }
        // Never the order of arrival: a fixed order makes one verdict of one set of registers.
        let highest = preferred.filter { $0.revision == revision }.sorted {
            ($0.registerSHA256, $0.registerPart, $0.entry.row) < ($1.registerSHA256, $1.registerPart, $1.entry.row)
        }
        guard let first = highest.first else { return nil }
        let others = highest.filter { Meaning($0.entry) != Meaning(first.entry) }
        self = others.isEmpty ? .says(first) : .conflict(highest)
    }

    /// Whether an entry names the certificate's dispatch.
    static func names(_ dispatch: String, in entry: RegisterEntry) -> Bool {
        let wanted = SampleKey(dispatch)
        return !wanted.text.isEmpty && SampleKey(entry.dispatch) == wanted
    }

    /// What of an entry makes a difference to the judge: holes and depths do not.
    private struct Meaning: Equatable {
        let type: SampleType
        let reference: MaterialName?
        let parent: SampleKey?

        init(_ entry: RegisterEntry) {
            type = entry.type
            reference = entry.type == .crm || entry.type == .blank ? MaterialName(entry.reference) : nil
            parent = entry.type.isDuplicate ? SampleKey(entry.parent) : nil
        }
    }
}
