extension Event {
    /// 128 bits in hexadecimal, chosen once for each kind: `MESSAGE_ID` of the journal (systemd.journal-fields(7)).
    public var messageID: String {
        switch self {
        case .watching: "d13c513a42f84da197b1165f0971b7c4"
        case .reloading: "25abd89bd67e4d929a8318174d645fa6"
        case .stopped: "3cbb7daa64c144fa98a7c8252abc5619"
        case .judged: "eca9bad1449e48e4915ce760f3e452f2"
        case .registered: "76e9c8092966493d9bc16f01162794bf"
        case .duplicate: "29ec148cead5426394d6d23508bd9d96"
        case .quarantined: "959575fe0a734d03943a2c9fbed3e91c"
        case .postponed: "7d791a3ca63c45f99dcdc219fe72c33b"
        case .cannotLeave: "cc9ff851b6ab4f1a979db4df2694e1f7"
        case .cannotQuarantine: "72488b810dfa4e399727d4dad921bf95"
        case .cannotRecord: "e14c1d7e844847099f4d6ee6dda4dd1e"
        case .leftUnsettled: "f9fc2f72a562407c9c2c8e3e93afd954"
        case .notJudgedAgain: "4630de19bf77438d9b9b7cefad989a70"
        case .alertOwed: "86ad910108d243b7925a55f4796ce0e9"
        case .alertsWritten: "3dbf2458c92840e199c919c108050a4e"
        case .alertsUnchecked: "627e79c72b424dd892e2e271c93de18f"
        case .deliveriesUnchecked: "e973d4d0d37e47499087c813f045f6e0"
        case .standardsRenewed: "68b49734b70d403b966b3aa827a0018a"
        case .standardsRefused: "a06bcdfe753340fd933911c082f5e35d"
        case .standardsDoubtful: "c53c9fd5487446849c51acd4e4479493"
        case .polling: "1b5d04ff86dd4a43925dc254fc639b8b"
        case .watchRefused: "ac39e5f4e2a24af7942f9784aad7c8a8"
        case .hintsLost: "234fbb23dcf94c3198a0e3334436a18f"
        case .folderReplaced: "7cbdd8d71463416d9daab2c3504c2658"
        case .cannotList: "1236b08b153a415193393ef32b14ea2b"
        case .cannotLook: "d6dbc7a1abb44fcd9d482bdf064c8d98"
        case .listingStopped: "d28491690a6b4001937301c69980fbbc"
        case .ledgerSilent: "54ffcaa8470b42aa98113ebc4bf74313"
        case .ledgerRefuses: "3e98c4f640e14c969f1c9935719f9212"
        case .ledgerChecked: "5009f30d9ba84d9c97c497dc0311b3b0"
        case .ledgerUnchecked: "7ccaa901c61f462f94220e931c962909"
        }
    }
}
