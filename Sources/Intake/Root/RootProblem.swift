/// Why a folder is no root, or not free.
public enum RootProblem: Error, Sendable, Equatable, CustomStringConvertible {
    case missing(String)
    case unreadable(String, String)
    case inUse(String)
    /// What cupel.toml asks for cannot be done on this machine.
    case unusable(String)

    public var description: String {
        switch self {
        case .missing(let path):
            "there is no folder \(path); make a new root with: cupel init \(path)"
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .unusable(let reason):
            "\(reason) (cupel.toml)"
        case .inUse(let path):
            "another cupel serves \(path) already; stop it first (systemctl stop cupel), or serve another root"
        }
    }
}
