import QualityControl

/// The scores of a segment: the steps of each as eight bytes, least significant first, insertion by insertion; the
/// smallest number there is stands for none.
enum PackedScores {
    static func bytes(_ scores: [StandardScore?]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scores.count * 8)
        for score in scores {
            var rest = UInt64(bitPattern: score?.steps ?? .min)
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }
        return bytes
    }

    /// - Returns: nil where the bytes are not those of whole numbers.
    static func scores(_ bytes: UnsafeRawBufferPointer) -> [StandardScore?]? {
        guard bytes.count.isMultiple(of: 8) else { return nil }
        return stride(from: 0, to: bytes.count, by: 8).map { start in
            let steps = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: Int64.self))
            return steps == .min ? nil : StandardScore(steps: steps)
        }
    }
}
