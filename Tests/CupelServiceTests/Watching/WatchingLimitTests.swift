import Foundation
import TestSupport
import Testing

@Suite("Watching at its limits")
struct WatchingLimitTests {
    /// `CUPEL_WAITING`, or so few that it takes a moment only.
    private static let many = ProcessInfo.processInfo.environment["CUPEL_WAITING"].flatMap { Int($0) } ?? 200

    private func waitUntilEmpty(_ lab: LabRoot, _ daemon: Daemon) async throws {
        try await eventually("incoming/ was empty: \(daemon.log.suffix(1500))", within: .seconds(3_600)) {
            LabRoot.names(in: lab.incoming).filter { !$0.hasPrefix(".") }.isEmpty
        }
    }

    /// Every name was recorded once, and nothing else.
    private func expectOnce(_ names: [String], _ lab: LabRoot) throws {
        let recorded = try LedgerView(lab: lab).rows("SELECT file_name FROM deliveries")
        #expect(recorded.count == names.count)
        #expect(Set(recorded) == Set(names))
        #expect(LabRoot.names(in: lab.quarantine) == [])
    }

    /// Delivers so many names with five contents among them.
    private func deliver(_ count: Int, _ lab: LabRoot, _ prefix: String) throws -> [String] {
        let contents = (1...5).map { GoldReport("VA2701000\($0)", samples: "W\($0)").text }
        return try (0..<count).map { number in
            let name = "\(prefix)\(number).csv"
            try lab.deliver(name, contents[number % contents.count])
            return name
        }
    }

    @Test("More events than the system keeps: what they announced is found all the same, each file once")
    func overflow() async throws {
        let lab = try LabRoot(
            configuration: "[watch]\nsettle_milliseconds = 60\nrescan_milliseconds = 600000\npatience_seconds = 1\n"
        )
        let daemon = try await Daemon(lab)
        daemon.program.signal(SIGSTOP)
        // Hidden names are left alone, and their events fill the queue like any other; twice over, because a read that had
        // begun before it stopped may take thousands away.
        try lab.write(".a", [])
        let limit = Int(try LabRoot.text("/proc/sys/fs/inotify/max_queued_events").trimmingCharacters(in: .newlines))
        for number in 0..<2 * (limit ?? 16_384) {
            let (from, to) = number % 2 == 0 ? ("/.a", "/.b") : ("/.b", "/.a")
            #expect(rename(lab.incoming + from, lab.incoming + to) == 0)
        }
        let names = try deliver(Self.many, lab, "lost")
        daemon.program.signal(SIGCONT)
        try await waitUntilEmpty(lab, daemon)
        #expect(daemon.log.contains("more files arrived than the system could announce"))
        #expect(try await daemon.stop() == 0)
        try expectOnce(names, lab)
    }

    @Test("Many files waiting at the start: each is taken once, and what arrives meanwhile does not wait for them")
    func waiting() async throws {
        let lab = try LabRoot()
        let names = try deliver(Self.many, lab, "old")
        let daemon = try await Daemon(lab)
        func taken() throws -> Int {
            try LedgerView(lab: lab).rows("SELECT count(*) FROM deliveries").first.flatMap { Int($0) } ?? 0
        }
        try await eventually("the backlog was begun: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            try taken() > 0
        }
        daemon.program.signal(SIGSTOP)
        let before = try taken()
        try lab.deliver("today.csv", GoldReport("VA27010009", samples: "T").text)
        daemon.program.signal(SIGCONT)
        try await waitUntilEmpty(lab, daemon)
        // At most what is in hand goes before it, and what had been handed over when it came.
        let place = try LedgerView(lab: lab).rows(
            "SELECT count(*) FROM deliveries WHERE delivery_id < "
                + "(SELECT delivery_id FROM deliveries WHERE file_name = 'today.csv')"
        )
        #expect((place.first.flatMap { Int($0) } ?? .max) <= before + 32)
        #expect(try await daemon.stop() == 0)
        try expectOnce(names + ["today.csv"], lab)
    }

    @Test("A writer that never finishes is told of once; others go on, and it is judged when it is closed")
    func writer() async throws {
        let lab = try LabRoot(configuration: LabRoot.quick + "\nslow_writer_seconds = 1\n")
        let daemon = try await Daemon(lab, environment: StatusWords.environment(lab))
        let report = GoldReport("VA27020001", samples: "N1")
        let file = open(lab.incoming + "/slow.csv", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        let half = Array(report.text.utf8.prefix(200))
        #expect(write(file, half, half.count) == half.count)
        do {
            let status = try StatusWords(lab)
            try await status.hold("held up: ", "/slow.csv has been written to or open for writing for more than 1 s")
        }
        try lab.deliver("other.csv", GoldReport("VA27020002", samples: "N2").text)
        try await eventually("the other was judged: \(daemon.log.suffix(1500))") {
            try LedgerView(lab: lab).outcome(of: "VA27020002") != nil
        }
        // Long enough for several listings to find it still open.
        try await Task.sleep(for: .seconds(1))
        try await eventually("the other has left") { LabRoot.names(in: lab.incoming) == ["slow.csv"] }
        let rest = Array(report.text.utf8.dropFirst(200))
        #expect(write(file, rest, rest.count) == rest.count)
        close(file)
        try await eventually("it was judged: \(daemon.log.suffix(1500))") {
            try LedgerView(lab: lab).outcome(of: "VA27020001") != nil
        }
        #expect(daemon.log.ranges(of: "warning: a file is not finished file=slow.csv").count == 1)
        try expectOnce(["other.csv", "slow.csv"], lab)
    }

    @Test(
        "A file that may not be read stays, is named with what to do, and is taken when permission is given",
        .enabled(if: geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0)
    )
    func unreadable() async throws {
        let lab = try LabRoot()
        for path in [
            lab.path, lab.watch, lab.incoming, lab.quarantine, lab.alerts, lab.alerts + "/closed", lab.archive,
        ] {
            #expect(chmod(path, 0o777) == 0)
        }
        var status: StatusWords? = try StatusWords(lab)
        #expect(chmod(lab.path + "/notify", 0o777) == 0)
        let daemon = try await Daemon(lab, environment: StatusWords.environment(lab), user: 65_534)
        try lab.put("secret", GoldReport("VA27030001", samples: "P1").text)
        #expect(chmod(lab.outside + "/secret", 0o600) == 0)
        #expect(rename(lab.outside + "/secret", lab.incoming + "/secret.csv") == 0)
        try await status?.hold("held up: cupel is not allowed to read ", "/secret.csv", "chmod g+r")
        status = nil
        try lab.deliver("other.csv", GoldReport("VA27030002", samples: "P2").text)
        try await eventually("the other was judged: \(daemon.log.suffix(1500))") {
            try LedgerView(lab: lab).outcome(of: "VA27030002") != nil
        }
        try await eventually("the other has left") { LabRoot.names(in: lab.incoming) == ["secret.csv"] }
        #expect(daemon.log.ranges(of: "<4>warning: postponed file=secret.csv").count == 1)
        #expect(chmod(lab.incoming + "/secret.csv", 0o644) == 0)
        try await waitUntilEmpty(lab, daemon)
        try expectOnce(["other.csv", "secret.csv"], lab)
    }

    @Test("Names in any bytes are taken, recorded so that the bytes can be had back, and harm neither log nor folders")
    func names() async throws {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        let names: [(bytes: [UInt8], shown: String)] = [
            (Array("-rf *.csv".utf8), "-rf *.csv"),
            (Array("a\nb\u{1B}[31m.csv".utf8), "a%0Ab%1B[31m.csv"),
            ([0xE9, 0xFF, 0x2E, 0x63], "%E9%FF.c"),
            (Array("%E9%FF.c".utf8), "%25E9%25FF.c"),
            (Array("\u{9B}31m\u{202E}vsc.x".utf8), "%C2%9B31m%E2%80%AEvsc.x"),
            (Array("échantillons 7 (définitif)'\";$(x)`.csv".utf8), "échantillons 7 (définitif)'\";$(x)`.csv"),
            (Array(repeating: UInt8(ascii: "n"), count: 255), String(repeating: "n", count: 255)),
            (Array(repeating: 0x01, count: 255), String(repeating: "%01", count: 255)),
        ]
        for (number, name) in names.enumerated() {
            // Every second one is nothing that can be read, so that quarantine sees such names, too.
            let text = number % 2 == 0 ? GoldReport("VA2704000\(number)", samples: "B\(number)").text : "no \(number)\n"
            try lab.put("next", text)
            let terminated = name.bytes.map { CChar(bitPattern: $0) } + [0]
            let folder = open(lab.incoming, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            #expect(renameat(AT_FDCWD, lab.outside + "/next", folder, terminated) == 0)
            close(folder)
        }
        try await eventually("all were recorded: \(daemon.log.suffix(1500))", within: .seconds(120)) {
            try LedgerView(lab: lab).rows("SELECT file_name FROM deliveries").count == names.count
        }
        try await waitUntilEmpty(lab, daemon)
        #expect(try await daemon.stop() == 0)
        let recorded = try LedgerView(lab: lab).rows("SELECT file_name FROM deliveries")
        #expect(Set(recorded) == Set(names.map(\.shown)))
        let set = LabRoot.names(in: lab.quarantine)
        #expect(set.count == names.count, "a file and its note for every second name: \(set)")
        #expect(set.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !$0.hasPrefix("-") })
        let steering = daemon.log.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
        }
        #expect(steering.isEmpty)
        #expect(daemon.log.split(separator: "\n").allSatisfy { $0.hasPrefix("<") })
    }

    @Test("Times of files may be anything: one from tomorrow is not waited for until tomorrow")
    func clock() async throws {
        let lab = try LabRoot()
        let now = Int(time(nil))
        let whole = GoldReport("VA27050001", samples: "Z1").text
        let cut = Array(GzipFixture.gzip(GoldReport("VA27050002", samples: "Z2").text).dropLast(9))
        let times = [-86_400 * 365 * 60, 0, now + 86_400, 86_400 * 365 * 300]
        for (number, time) in times.enumerated() {
            for (name, bytes) in [("whole", Array("\(whole)".utf8)), ("cut", cut)] {
                let path = lab.incoming + "/\(name)\(number)"
                try lab.write("\(name)\(number)", bytes)
                let times = [timespec(tv_sec: time, tv_nsec: 0), timespec(tv_sec: time, tv_nsec: 0)]
                #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
            }
        }
        let daemon = try await Daemon(lab)
        // And one that appears while it is watched.
        try lab.write("cut9", cut)
        let ahead = [timespec(tv_sec: now + 86_400, tv_nsec: 0), timespec(tv_sec: now + 86_400, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, lab.incoming + "/cut9", ahead, 0) == 0)
        try await waitUntilEmpty(lab, daemon)
        #expect(try await daemon.stop() == 0)
        let rows = try LedgerView(lab: lab).rows("SELECT file_name, disposition FROM deliveries ORDER BY file_name")
        #expect(rows.filter { $0.hasPrefix("cut") } == [0, 1, 2, 3, 9].map { "cut\($0)|quarantined" })
        let taken = rows.filter { $0.hasPrefix("whole") }
        #expect(taken.count == 4)
        #expect(taken.filter { $0.hasSuffix("|ingested") }.count == 1)
    }

    /// Whether this system lets a test have limits of its own.
    private static let hasOwnLimits = {
        let tool = try? Program(
            ["-Ur", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_watches"],
            path: "/usr/bin/unshare"
        )
        for _ in 0..<400 where tool?.isRunning == true { usleep(10_000) }
        let works = tool?.isRunning == false && tool?.errors.isEmpty == true
        if !works { print("skipped: a system without watches needs a user namespace") }
        return works
    }()

    @Test(
        "Where the system has no watch to give it polls, says so, and watches when there is one",
        .enabled(if: hasOwnLimits)
    )
    func noWatches() async throws {
        let lab = try LabRoot()
        let script = """
            echo 0 > /proc/sys/user/max_inotify_watches
            (while [ -d "$1" ] && [ ! -e "$1/more" ]; do sleep 0.1; done
            echo 100 > /proc/sys/user/max_inotify_watches) &
            exec "$0" serve --verbose --root "$1"
            """
        let program = try Program(["-Ur", "sh", "-c", script, Program.path, lab.path], path: "/usr/bin/unshare")
        try lab.deliver("a.csv", GoldReport("VA27060001", samples: "Y1").text)
        try await eventually("it was judged: \(program.errors.suffix(1500))", within: .seconds(120)) {
            try LedgerView(lab: lab).outcome(of: "VA27060001") != nil
        }
        #expect(program.errors.ranges(of: "warning: polling incoming/").count == 1)
        try lab.deliver("b.csv", GoldReport("VA27060002", samples: "Y2").text)
        try await eventually("it was judged: \(program.errors.suffix(1500))", within: .seconds(120)) {
            try LedgerView(lab: lab).outcome(of: "VA27060002") != nil
        }
        try LabRoot.write([], to: lab.path + "/more")
        try await eventually("it watched: \(program.errors.suffix(1500))", within: .seconds(120)) {
            program.errors.contains("notice: incoming/ is watched from now on")
        }
        program.signal(SIGTERM)
        #expect(try await program.ended().status == 0)
        try expectOnce(["a.csv", "b.csv"], lab)
    }
}
