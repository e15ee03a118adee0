import CLinux
@preconcurrency import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Intake

@Suite("Inotify: events are hints")
struct InotifyTests {
    private func record(_ mask: Int, _ name: String) -> [UInt8] {
        var padded = Array(name.utf8)
        if !padded.isEmpty { padded += [UInt8](repeating: 0, count: 16 - padded.count % 16) }
        func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) } }
        return word(1) + word(UInt32(mask)) + word(0) + word(UInt32(padded.count)) + padded
    }

    @Test("A rename, a write, an overflow and a lost watch are told apart")
    func kinds() {
        let events =
            record(Int(IN_MOVED_TO), "a.csv") + record(Int(IN_CLOSE_WRITE), "b.csv") + record(Int(IN_Q_OVERFLOW), "")
            + record(Int(IN_IGNORED), "")
        #expect(
            Inotify.hints(in: events[...]) == [
                .arrived(FileName("a.csv")), .closed(FileName("b.csv")), .overflow, .watchLost,
            ]
        )
    }

    @Test("A record that is cut off is not read past its end")
    func cutOff() {
        let events = record(Int(IN_MOVED_TO), "certificate.csv")
        for length in 0..<events.count { _ = Inotify.hints(in: events[..<length]) }
        #expect(Inotify.hints(in: events[..<15]).isEmpty)
    }

    @Test("A real rename into the folder is heard")
    func real() async throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let file = try other.file("x.csv", "content")
        let heard = Mutex<[Inotify.Hint]>([])
        let inotify = try Inotify(queue: DispatchQueue(label: "test")) { hints in heard.withLock { $0 += hints } }
        try inotify.watch(folder.path)
        try FileManager.default.moveItem(at: file, to: folder.url.appending(path: "x.csv"))
        for _ in 0..<500 where heard.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(heard.withLock { $0 }.contains(.arrived(FileName("x.csv"))))
    }
}
