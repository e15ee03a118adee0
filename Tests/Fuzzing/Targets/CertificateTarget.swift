import CertificateReading
import Geochemistry

/// A delivery through the whole reader, with the laboratories that are shipped. The input: the file, or the parts of a
/// workbook, see ``PackedWorkbook``.
struct CertificateTarget: FuzzTarget {
    let name = "certificate"
    let longestInput = 16 << 10
    let words =
        [
            "SAMPLE", "DESCRIPTION", "CLIENT : ", "# of SAMPLES : ", "DATE RECEIVED : ", "DATE FINALIZED : ", "ppm",
            "ppb", "%", "g/t", "kg", "Au", "Cu", "Fe2O3", "ME-ICP41", "Au-AA23", "*STD ", "*BLK", "*REP ", " Meas",
            " Cert", " Orig", " Dup", "Method Blank", "Analyte Symbol", "Unit Symbol", "Detection Limit",
            "Analysis Method", "Report Number: ", "Job Number:", "Pulp Duplicates", "Reference Materials", "Method",
            "Analyte", "Unit", "MDL", "Type", "END/FIN", "Cu_ppm_ME-ICP61", "analyte", "result", "unit",
        ] + ["\r\n", "\"", ",", ";", "\t", "<", ">", "\u{A0}"]

    private static let reader = CertificateReader(
        laboratories: ShippedStandards.laboratories,
        analytes: ShippedStandards.analytes,
        limits: .fuzzing
    )

    var seeds: [[UInt8]] { FuzzCertificates.all + FuzzCertificates.workbooks.map(PackedWorkbook.parts) }

    func reads(_ input: [UInt8]) -> Bool {
        (try? Self.reader.read(PackedWorkbook.file(of: input), name: "fuzz.csv")) != nil
    }

    func check(_ input: [UInt8]) throws(BrokenPromise) {
        let input = PackedWorkbook.file(of: input)
        let delivery: Delivery
        do throws(ReadingRefusal) {
            delivery = try Self.reader.read(input, name: "fuzz.csv")
        } catch {
            try expect(!error.what.isEmpty && !error.advice.isEmpty, "a refusal without words")
            try expect(error.message.utf8.count <= 16 << 10, "a refusal of \(error.message.utf8.count) bytes")
            return
        }
        try expect((try? Self.reader.read(input, name: "fuzz.csv")) == delivery, "two readings of one file differ")
        try expect(!delivery.certificates.isEmpty || !delivery.registers.isEmpty, "a delivery of nothing")
        for certificate in delivery.certificates { try CertificatePromises.check(certificate) }
    }
}
