import ArgumentParser
import Ledger

/// What all commands of the group `statistics` share: of which results, and as what.
struct StatisticsOptions: ParsableArguments {
    @OptionGroup var root: RootOption
    @OptionGroup var chosen: SelectionOptions
    @Flag(help: "One JSON document.") var json = false

    var selection: ResultSelection { chosen.selection }
}
