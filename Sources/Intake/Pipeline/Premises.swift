/// The folders of a root as they stood when the program started.
///
/// Where a disk is unmounted under them, the paths lead to the empty folders below, and what is written there is hidden
/// when the disk is back. So nothing is written until all are where they were.
struct Premises: Sendable {
    private struct Place: Sendable {
        let path: String
        let device: UInt64
        /// Only the folder that holds the ledger has to be the same to the inode; the others may be made anew.
        let inode: UInt64?
    }

    private let places: [Place]

    init(_ root: Root) {
        let others = [root.archive, root.quarantine, root.alerts]
        places =
            [root.watch].compactMap { path in
                FileFacts(path: path).map { Place(path: path, device: $0.device, inode: $0.inode) }
            }
            + others.compactMap { path in
                FileFacts(path: path).map { Place(path: path, device: $0.device, inode: nil) }
            }
    }

    /// What is not where it was, and what to do; nil where all is.
    var trouble: String? {
        for place in places {
            let facts = FileFacts(path: place.path)
            // A folder that is gone is made anew by whoever needs it, on the disk of the folder above.
            let device = facts?.device ?? FileFacts(path: Folder.parent(of: place.path))?.device
            let isSame = device == place.device && (place.inode == nil || facts?.inode == place.inode)
            if !isSame {
                return
                    "\(place.path) is not the folder that was there when Cupel started, and nothing is written into it. "
                    + "Mount its disk again, or restart Cupel where it was moved on purpose"
            }
        }
        return nil
    }
}
