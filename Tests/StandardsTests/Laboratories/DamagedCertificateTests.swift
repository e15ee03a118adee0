import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Damaged certificates")
struct DamagedCertificateTests {
    static let texts: [String] = [
        ALSClassicTests.fixture.text, ALSWithQCTests.fixture.text, SGSGeosolTests.fixture.text,
        ActlabsTests.fixture.text, "sample,Au_ppm_Au-AA23,Cu (ppm)\nS1,0.45,1250\nS2,<0.005,87\n",
        "sample,analyte,method,unit,result,date\nS1,Au,FA,ppm,0.45,14/03/2020\nS2,Au,FA,ppm,1,14/03/2020\n",
    ]

    /// Whatever arrives, reading ends in certificates or in a refusal: a trap would end the daemon.
    @Test("Bytes cut, changed, doubled and removed end in certificates or a refusal", arguments: texts.indices)
    func damage(index: Int) throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = SeededNumbers(seed: seed)
        let whole = Array(Self.texts[index].utf8)
        let odd = Array(";,\"\n\r\t:-<>*0.9 \u{A0}\0".utf8)
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = odd[Int.random(in: odd.indices, using: &random)]
                case 1: bytes.removeSubrange(place..<end)
                case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            do {
                for certificate in try ShippedLaboratories.read(bytes).certificates {
                    #expect(!certificate.samples.isEmpty, "seed \(seed)")
                    #expect(!certificate.batch.isEmpty, "seed \(seed)")
                    for column in certificate.columns {
                        #expect(column.texts.count == certificate.samples.count, "seed \(seed)")
                    }
                }
            } catch {
                #expect(error is ReadingRefusal, "seed \(seed): \(error)")
            }
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
