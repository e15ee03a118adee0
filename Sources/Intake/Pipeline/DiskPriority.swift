import CLinux

/// How the disk treats what a thread does.
enum DiskPriority {
    /// Does some work for which nobody waits: the disk serves everybody else first. Where the system does not permit it,
    /// the work is done all the same.
    ///
    /// It holds for this thread, and only while the work lasts: the threads of Dispatch do other work afterwards.
    static func lowest<Result>(_ isWanted: Bool, _ work: () -> Result) -> Result {
        guard isWanted else { return work() }
        let before = cupel_disk_priority()
        guard before >= 0, cupel_set_disk_priority(cupel_lowest_disk_priority) == 0 else { return work() }
        defer { _ = cupel_set_disk_priority(before) }
        return work()
    }
}
