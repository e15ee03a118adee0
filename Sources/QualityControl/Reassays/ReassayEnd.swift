/// Where a failed batch that was re-assayed stands.
package enum ReassayEnd: Sendable, Hashable {
    /// A person must still decide.
    case waiting
    /// A person has decided.
    case decided
    /// The policy closed it.
    case closed
}
