/// What the daemon tells of in its log: the one list of everything that scripts may wait for.
///
/// The name is stable for ever. In the journal it is the field `CUPEL_EVENT`, beside ``messageID``.
public enum Event: String, CaseIterable, Sendable {
    case watching
    case reloading
    case stopped

    case judged
    case registered
    case duplicate
    case quarantined
    case postponed
    case notFinished = "not_finished"
    case cannotRecord = "cannot_record"
    case leftUnsettled = "left_unsettled"
    case notJudgedAgain = "not_judged_again"

    case alertOwed = "alert_owed"
    case alertsWritten = "alerts_written"
    case alertsUnchecked = "alerts_unchecked"
    case deliveriesUnchecked = "deliveries_unchecked"

    case standardsRenewed = "standards_renewed"
    case standardsRefused = "standards_refused"
    case standardsDoubtful = "standards_doubtful"

    case polling
    case watchGiven = "watch_given"
    case hintsLost = "hints_lost"
    case folderReplaced = "folder_replaced"
    case cannotList = "cannot_list"
    case listedAgain = "listed_again"
    case cannotLook = "cannot_look"
    case listingStopped = "listing_stopped"

    case ledgerSilent = "ledger_silent"
    case ledgerRefuses = "ledger_refuses"
    case ledgerChecked = "ledger_checked"
    case ledgerUnchecked = "ledger_unchecked"

    case silent
    case metricsFailed = "metrics_failed"
    case hookBegun = "hook_begun"
    case hookDone = "hook_done"
    case hookFailed = "hook_failed"
    case hookAbandoned = "hook_abandoned"
    case hookHindered = "hook_hindered"
}
