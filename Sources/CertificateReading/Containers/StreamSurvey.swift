/// What the frame of a compressed file says, without inflating it.
enum StreamSurvey: Sendable, Hashable {
    /// It runs to its end.
    /// - dictionary: the most memory, in bytes, that a part of it asks for while it is inflated.
    /// - streams: how many stand one behind the other.
    /// - isEmpty: nothing is packed in them. libarchive does not tell that from what it cannot unpack.
    case whole(dictionary: UInt64, streams: Int, isEmpty: Bool)
    /// It ends before its end.
    case cut
    /// Behind its end stands something else, of so many bytes.
    case followed(bytes: Int)
    case damaged(String)
}
