import Glibc

/// The file that a collector reads: whole at any moment, because it is written under another name and renamed.
///
/// The other name does not end in `.prom`, or the collector would read it half written.
enum MetricsTextfile {
    static func write(_ text: String, to path: String) throws(MetricsFailure) {
        let beside = path + ".new"
        let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw MetricsFailure("create", beside) }
        do throws(MetricsFailure) {
            try pour(Array(text.utf8), into: file, beside)
            // Any user's collector may read it, whatever the mask of the service.
            guard fchmod(file, 0o644) == 0 else { throw MetricsFailure("set the mode of", beside) }
        } catch {
            _ = close(file)
            unlink(beside)
            throw error
        }
        guard close(file) == 0, rename(beside, path) == 0 else {
            let failure = MetricsFailure("write", path)
            unlink(beside)
            throw failure
        }
    }

    private static func pour(_ bytes: [UInt8], into file: Int32, _ path: String) throws(MetricsFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw MetricsFailure("write", path) }
            written += count
        }
    }
}
