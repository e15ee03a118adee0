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
        let highest = preferred.filter { $0.revision == revision }.sorted { Self.order($0) < Self.order($1) }
        // "blank" in one register and "coarse blank" in another is no contradiction: the one says more.
        guard let first = highest.first(where: { $0.entry.type.blankKind != nil }) ?? highest.first else { return nil }
        let others = highest.filter { !Meaning(first.entry).includes(Meaning($0.entry)) }
        self = others.isEmpty ? .says(first) : .conflict(highest)
    }

    private static func order(_ statement: RegisterStatement) -> (String, Int, Int) {
        (statement.registerSHA256, statement.registerPart, statement.entry.row)
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
            reference = entry.type == .crm || entry.type.isBlank ? MaterialName(entry.reference) : nil
            parent = entry.type.isDuplicate ? SampleKey(entry.parent) : nil
        }

        private init(type: SampleType, reference: MaterialName?) {
            self.type = type
            self.reference = reference
            parent = nil
        }

        /// Whether the other one says the same, or less of the same blank.
        func includes(_ other: Meaning) -> Bool {
            self == other || (type.blankKind != nil && other == Meaning(type: .blank, reference: reference))
        }
    }
}
