import Foundation
import FuzzTargets
import Glibc

/// Lets libFuzzer loose on one target.
///
///     cupel-fuzz TARGET [options of libFuzzer] FOLDER...
///     cupel-fuzz TARGET --seeds FOLDER      writes what to start from, and the dictionary beside it
///     cupel-fuzz --targets                  their names and longest inputs
@main
enum FuzzProgram {
    nonisolated(unsafe) private static var target: any FuzzTarget = FuzzTargets.all[0]

    /// Processor time of one input that is a hang. One that waits for a busy machine is none.
    private static let longestSeconds = 1.0

    static func main() {
        var arguments = CommandLine.arguments
        if arguments.dropFirst() == ["--targets"] {
            for target in FuzzTargets.all { print(target.name, target.longestInput) }
            return
        }
        guard arguments.count > 1, let named = FuzzTargets.all.first(where: { $0.name == arguments[1] }) else {
            fatalError("the first argument is one of: \(FuzzTargets.all.map(\.name).joined(separator: ", "))")
        }
        target = named
        arguments.remove(at: 1)
        if arguments.count == 3, arguments[1] == "--seeds" {
            writeSeeds(to: arguments[2])
        } else {
            fuzz(arguments)
        }
    }

    private static func fuzz(_ arguments: [String]) -> Never {
        var count = CInt(arguments.count)
        // libFuzzer keeps them as long as the program runs.
        let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
        for (index, argument) in arguments.enumerated() { words[index] = strdup(argument) }
        words[arguments.count] = nil
        var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = words
        exit(runDriver(&count, &place) { start, count in FuzzProgram.test(start, count) })
    }

    private static func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        let before = processorSeconds()
        do throws(BrokenPromise) {
            try target.check(input)
        } catch {
            fatalError("\(error)")
        }
        let seconds = processorSeconds() - before
        if seconds > longestSeconds { fatalError("a hang: \(seconds) seconds of processor time") }
        return 0
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    // MARK: Seeds

    private static func writeSeeds(to path: String) {
        do {
            let folder = URL(filePath: path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (index, seed) in target.seeds.enumerated() {
                try Data(seed).write(to: folder.appending(path: "\(index)"))
            }
            try Data(dictionary.utf8).write(to: URL(filePath: path + ".dictionary"))
        } catch {
            fatalError("seeds cannot be written: \(error)")
        }
    }

    /// A word a line, in quotes, every byte by its number.
    private static var dictionary: String {
        target.words.map { word in
            let bytes = word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            return "\"" + bytes.joined() + "\"\n"
        }
        .joined()
    }
}

/// `LLVMFuzzerRunDriver` of libFuzzer, which has no header that Swift could import. Pointers alone are passed, as C
/// passes them.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Asked by the leak sanitizer. TOMLKit 0.6.0 frees neither keys nor texts nor tables; Cupel reads TOML once a start.
@_cdecl("__lsan_default_suppressions")
public func suppressedLeaks() -> UnsafePointer<CChar>? { suppressions }

nonisolated(unsafe) private let suppressions = UnsafePointer<CChar>(strdup("leak:TOMLKit\nleak:CTOML\nleak:toml::\n"))
