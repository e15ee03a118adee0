import Glibc

/// Nanoseconds since 1970, to hold a file's time against. Verdicts never depend on it.
enum WallClock {
    static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
