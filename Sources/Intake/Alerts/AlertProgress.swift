/// Up to which verdict alerts were handed over to a command.
public struct AlertProgress: Sendable, Equatable {
    /// Up to this one nothing is owed.
    public let base: Int64
    /// Of those after it, up to this one all were handed over or given up.
    public let done: Int64
    /// What the verdict `done` says.
    public let content: String

    public init(base: Int64 = 0, done: Int64 = 0, content: String = "") {
        self.base = base
        self.done = done
        self.content = content
    }
}

extension AlertProgress {
    private static let file = FileName("progress")

    private static func folder(_ root: Root) -> String { root.watch + "/.hook" }

    /// What was kept; nil where no command has been set up yet, or the file is none of ours.
    public static func kept(in root: Root) -> AlertProgress? {
        guard let folder = try? Folder(folder(root), create: false),
            let sealed = try? SealedFile(file, in: folder, limit: 1 << 10)
        else { return nil }
        let text = String(decoding: sealed.content, as: UTF8.self)
        let words = text.split(separator: "\n").first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3, let base = Int64(words[0]), let done = Int64(words[1]), base >= 0, done >= base else {
            return nil
        }
        return AlertProgress(base: base, done: done, content: String(words[2]))
    }

    /// On disk when this returns.
    public func keep(in root: Root) throws {
        let folder = try Folder(Self.folder(root))
        try folder.sweep()
        try folder.write(Array("\(base) \(done) \(content)\n".utf8), as: Self.file)
    }

    /// No command is set up: one that is later begins with what comes then.
    public static func forget(in root: Root) throws {
        guard let folder = try? Folder(folder(root), create: false) else { return }
        try folder.remove(file)
    }
}
