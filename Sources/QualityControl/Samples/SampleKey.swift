import Geochemistry

/// A sample number as people compare it: without surrounding blanks, without regard to case.
struct SampleKey: Hashable {
    let text: String

    init(_ number: String) { text = number.trimmedOfBlanks.uppercased() }
}

extension SampleKey: Comparable {
    static func < (left: SampleKey, right: SampleKey) -> Bool { left.text < right.text }
}
