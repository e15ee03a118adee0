public import Logging

extension Event {
    /// How bad it is, where nothing about the single case says otherwise.
    public var level: Logger.Level {
        switch self {
        case .watching, .reloading, .stopped, .judged, .leftUnsettled, .alertsWritten, .standardsRenewed, .hintsLost,
            .folderReplaced, .watchGiven, .listedAgain, .hookBegun:
            .notice
        case .registered, .duplicate, .polling, .ledgerChecked, .hookDone:
            .info
        case .quarantined, .postponed, .notFinished, .standardsDoubtful, .ledgerUnchecked, .silent, .hookFailed:
            .warning
        case .cannotRecord, .notJudgedAgain, .alertOwed, .alertsUnchecked,
            .deliveriesUnchecked, .standardsRefused, .cannotList, .cannotLook, .listingStopped, .ledgerSilent,
            .ledgerRefuses, .metricsFailed, .hookAbandoned, .hookHindered:
            .error
        }
    }

    /// What the line begins with, behind the level. Names, numbers and reasons follow as values.
    public var words: String {
        switch self {
        case .watching: "watching incoming/"
        case .reloading: "reloading"
        case .stopped: "stopped"
        case .judged: "judged"
        case .registered: "register taken"
        case .duplicate: "known already"
        case .quarantined: "quarantined"
        case .postponed: "postponed"
        case .notFinished: "a file is not finished"
        case .cannotRecord: "cannot be recorded; trying again"
        case .leftUnsettled: "deliveries left unsettled"
        case .notJudgedAgain: "an archived certificate cannot be judged again; its verdict stands"
        case .alertOwed: "the alert could not be written; it is written later"
        case .alertsWritten: "the alerts that were owed are written"
        case .alertsUnchecked: "alerts cannot be checked against the ledger"
        case .deliveriesUnchecked: "deliveries cannot be checked against the ledger"
        case .standardsRenewed: "standards renewed"
        case .standardsRefused: "standards have errors; those before stay in force"
        case .standardsDoubtful: "standards are doubtful"
        case .polling: "polling incoming/"
        case .watchGiven: "incoming/ is watched from now on"
        case .hintsLost: "more files arrived than the system could announce; listing the folder"
        case .folderReplaced: "incoming/ was replaced; watching the new folder"
        case .cannotList: "incoming/ cannot be listed; trying again. Is its disk mounted?"
        case .listedAgain: "incoming/ is listed again"
        case .cannotLook: "cannot look at a file"
        case .listingStopped: "incoming/ is no longer listed"
        case .ledgerSilent: "the ledger does not answer"
        case .ledgerRefuses: "the ledger cannot be written; trying again"
        case .ledgerChecked: "the ledger was read through: no fault"
        case .ledgerUnchecked: "the ledger could not be read through; it is tried again in a day"
        case .silent: "no certificate has come"
        case .metricsFailed: "figures could not be given; trying again"
        case .hookBegun: "the alert command begins with the next alert; those that stand already are not handed over"
        case .hookDone: "alert handed over"
        case .hookFailed: "the alert command failed; trying again"
        case .hookAbandoned: "the alert command keeps failing; this alert is given up"
        case .hookHindered: "alerts cannot be handed over; trying again"
        }
    }
}
