import CertificateReading
import Foundation
import Geochemistry
import Standards

/// Reads certificates and nothing else, for Tests/Benchmarks/reading: no ledger, no rules, no archive.
///
///     cupel-reading STANDARDS FILE...
///
/// Prints seconds, counts and checksums as JSON. The time runs from opening the first file to the last value; the
/// Standards are loaded before.
@main
enum ReadingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let standards = arguments.first else { fatalError("usage: cupel-reading STANDARDS FILE...") }
        let snapshot = try StandardsFolder(standards).load()
        let reader = CertificateReader(laboratories: snapshot.laboratories, analytes: snapshot.analytes)
        var tally = Tally()
        let processor = clock()
        let time = try ContinuousClock().measure {
            for path in arguments.dropFirst() {
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
                let delivery = try reader.read(bytes, name: URL(filePath: path).lastPathComponent)
                for certificate in delivery.certificates { tally.add(certificate) }
            }
        }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let processorSeconds = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
        print(
            """
            {"seconds": \(seconds), "processor": \(processorSeconds), "samples": \(tally.samples), "numbers": \(tally.numbers), "below": \(tally.below), \
            "above": \(tally.above), "none": \(tally.none), "unreadable": \(tally.unreadable), \
            "checksum": \(tally.checksum)}
            """
        )
    }
}

/// What every contender has to agree on.
private struct Tally {
    var samples = 0
    var numbers = 0
    var below = 0
    var above = 0
    var none = 0
    var unreadable = 0
    /// The sum of all numbers and limits in millionths.
    var checksum: Int128 = 0

    mutating func add(_ certificate: Certificate) {
        samples += certificate.samples.count
        for column in certificate.columns {
            for index in 0..<column.texts.count {
                switch column.texts.value(at: index, in: certificate.vocabulary) {
                case .number(let value):
                    numbers += 1
                    checksum += value.millionths
                case .below(let limit):
                    below += 1
                    checksum += limit?.millionths ?? 0
                case .above(let limit):
                    above += 1
                    checksum += limit.millionths
                case .noResult: none += 1
                case .unreadable: unreadable += 1
                }
            }
        }
    }
}

extension ExactDecimal {
    fileprivate var millionths: Int128 {
        var value = coefficient
        for _ in 0..<max(0, 6 - Int(scale)) { value *= 10 }
        return value
    }
}
