import CLinux

/// Whether inotify hears of what others do in a folder. On network file systems it does not, and Cupel polls.
public enum FileSystemKind {
    /// f_type of the file systems whose files change on another machine (statfs(2), linux/magic.h).
    private static let network: Set<UInt64> = [
        0x6969,  // NFS
        0x517B,  // SMB
        0xFF53_4D42,  // CIFS
        0xFE53_4D42,  // SMB 2
        0x6573_5546,  // FUSE: sshfs, rclone, GlusterFS
        0x0102_1997,  // 9P
        0x00C3_6400,  // Ceph
        0x5346_414F,  // AFS
        0x7375_7245,  // Coda
    ]

    public static func isNetwork(_ path: String) -> Bool { network.contains(cupel_file_system_type(path)) }
}
