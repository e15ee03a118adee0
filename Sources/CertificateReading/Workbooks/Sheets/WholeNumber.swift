/// The whole numbers of attributes: digits and nothing else.
enum WholeNumber {
    /// nil for anything but one to nine digits.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(text.count) else { return nil }
        var number = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
