import TestSupport

extension Standing {
    /// In what this root is worse than one that nothing disturbed; nothing where all is well.
    ///
    /// - Parameter deliveries: the names that were delivered, each of which has one row; nil where that is not asked.
    func faults(against other: Standing, deliveries: [String]?) async throws -> [String] {
        var faults: [String] = []
        func compare(_ what: String, _ mine: [String], _ theirs: [String]) {
            // Two issues of a batch may both count, and are stored in the order in which they came.
            guard mine.sorted() != theirs.sorted() else { return }
            let (mine, theirs) = (Set(mine), Set(theirs))
            faults.append(
                "\(what): \(mine.subtracting(theirs).sorted()) for \(theirs.subtracting(mine).sorted())"
            )
        }
        for (name, query) in Self.queries { compare(name, try rows(query), try other.rows(query)) }
        compare("alerts", try alerts(), try other.alerts())
        if let deliveries {
            let once = "SELECT file_name FROM deliveries WHERE reason NOT LIKE 'ended_the_program%' ORDER BY file_name"
            compare("one row for each delivery", try rows(once), deliveries.sorted())
            compare("quarantine", quarantined, other.quarantined)
        }
        compare("originals that are lost", try missingOriginals(), [])
        compare("documents beside certificates", try wrongDocuments(), [])
        compare("half-written files", halfWritten, [])
        compare("counts of attempts", LabRoot.names(in: lab.watch + "/.attempts"), [])
        let audit = try await Program.run(["audit", "--root", lab.path, "verify"])
        if audit.status != 0 { faults.append("the audit log: \(audit.output)") }
        return faults
    }
}
