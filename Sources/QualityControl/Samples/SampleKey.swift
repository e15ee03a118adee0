import Geochemistry

/// A sample number as people compare it: without surrounding blanks, without regard to case.
package struct SampleKey: Hashable {
    package let text: String

    package init(_ number: String) { text = number.trimmedOfBlanks.uppercased() }
}

extension SampleKey: Comparable {
    package static func < (left: SampleKey, right: SampleKey) -> Bool { left.text < right.text }
}
