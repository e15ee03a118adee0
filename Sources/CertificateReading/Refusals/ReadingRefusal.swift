/// Why a delivery was not read: a stable code, the place, and what its sender can do.
///
/// A refusal is whole: a delivery is read entirely or not at all, because half a certificate gives wrong verdicts.
public struct ReadingRefusal: Error, Sendable, Hashable {
    public var code: Code
    public var place: Place
    /// What is wrong, one sentence without its full stop.
    public var what: String
    /// What to do about it, one sentence without its full stop.
    public var advice: String
    /// For ``Code/noLayout``: the layouts that came closest, the closest first, and where each stopped.
    public var closest: [NearMiss]

    public init(_ code: Code, at place: Place = Place(), _ what: String, advice: String, closest: [NearMiss] = []) {
        self.code = code
        self.place = place
        self.what = what
        self.advice = advice
        self.closest = closest
    }

    /// A layout that almost fitted.
    public struct NearMiss: Sendable, Hashable {
        public var layout: String
        public var reason: String

        public init(layout: String, reason: String) {
            self.layout = layout
            self.reason = reason
        }
    }

    /// The whole message: `GQ1002727.csv, line 12: <what>. <advice>.`
    public var message: String {
        let position = place.description
        return (position.isEmpty ? "" : position + ": ") + what + ". " + advice + "."
    }

    /// The same refusal with the member that it happened in, where it did not know it yet.
    public func inside(_ member: String) -> ReadingRefusal {
        guard place.member.isEmpty else { return self }
        var refusal = self
        refusal.place.member = member
        return refusal
    }
}

extension ReadingRefusal: CustomStringConvertible {
    public var description: String { message }
}
