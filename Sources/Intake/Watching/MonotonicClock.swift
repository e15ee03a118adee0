import Glibc

/// Nanoseconds that only run forward, also while the machine sleeps.
package enum MonotonicClock {
    package static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }

    package static var seconds: Int64 { Int64(clamping: now / 1_000_000_000) }
}
