/// Reads back what ``PackedJSON`` writes as an array of arrays of texts: `[["Cu","ppm"],["Zn","ppm"]]`.
///
/// Reading a series unpacks hundreds of them for one certificate, where a general decoder takes longer than judging.
enum UnpackedJSON {
    /// - Returns: nil for anything else.
    static func lists(_ text: String) -> [[String]]? {
        var reading = Reading(bytes: Array(text.utf8))
        return reading.list { $0.list { $0.text() } }.flatMap { reading.isAtEnd ? $0 : nil }
    }

    /// `["Cu","Zn"]`.
    /// - Returns: nil for anything else.
    static func texts(_ text: String) -> [String]? {
        var reading = Reading(bytes: Array(text.utf8))
        return reading.list { $0.text() }.flatMap { reading.isAtEnd ? $0 : nil }
    }

    struct Reading {
        let bytes: [UInt8]
        var place = 0

        var isAtEnd: Bool { place == bytes.count }

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: character) else { return false }
            place += 1
            return true
        }

        mutating func list<Element>(_ element: (inout Reading) -> Element?) -> [Element]? {
            guard take("[") else { return nil }
            var elements: [Element] = []
            if take("]") { return elements }
            repeat {
                guard let found = element(&self) else { return nil }
                elements.append(found)
            } while take(",")
            return take("]") ? elements : nil
        }

        /// Digits.
        mutating func number() -> Int? {
            let start = place
            var number = 0
            while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), number < 1 << 40 {
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                place += 1
            }
            return place > start ? number : nil
        }

        /// - Returns: nil for neither a text nor null; a text of nil for null.
        mutating func textOrNull() -> String?? {
            if next == UInt8(ascii: "\"") { return text().map { $0 } }
            let isNull = take("n") && take("u") && take("l") && take("l")
            return isNull ? .some(nil) : nil
        }

        /// Goes behind the next such character that stands in no text.
        /// - Returns: false where there is none.
        mutating func skip(past character: Unicode.Scalar) -> Bool {
            let wanted = UInt8(ascii: character)
            var isText = false
            while let byte = next {
                place += 1
                if isText, byte == UInt8(ascii: "\\") {
                    place += 1
                } else if byte == UInt8(ascii: "\"") {
                    isText.toggle()
                } else if !isText, byte == wanted {
                    return true
                }
            }
            return false
        }

        mutating func text() -> String? {
            guard take("\"") else { return nil }
            var content: [UInt8] = []
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let escaped = escape() else { return nil }
                    content.append(escaped)
                default: content.append(byte)
                }
            }
            return nil
        }

        /// Those that ``PackedJSON`` writes.
        private mutating func escape() -> UInt8? {
            guard let byte = next else { return nil }
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
            case UInt8(ascii: "n"): return 0x0A
            case UInt8(ascii: "r"): return 0x0D
            case UInt8(ascii: "t"): return 0x09
            case UInt8(ascii: "u"):
                guard place + 4 <= bytes.count,
                    let number = UInt8(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
                else { return nil }
                place += 4
                return number
            default: return nil
            }
        }
    }
}
