import Glibc

/// The files of a Standards folder by what they are. Hidden files and copies that editors leave (`x~`) do not count.
struct FolderFiles {
    var analytes: FolderFile?
    var sampling: FolderFile?
    /// Optional: without it there are no composites.
    var composites: FolderFile?
    var materials: [FolderFile] = []
    var laboratories: [FolderFile] = []
    var policies: [FolderFile] = []
    /// False where there is no such folder at all.
    let exist: Bool

    /// No table of standards comes near; a file of this size is something else.
    static let maximumSize = 32 << 20

    /// All files but the policies, whose hashes are kept apart.
    var withoutPolicies: [FolderFile] {
        [analytes, sampling, composites].compactMap(\.self) + materials + laboratories
    }

    /// All files, by path.
    var all: [FolderFile] {
        (withoutPolicies + policies).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Reads the folder. What cannot be read is a problem in the log.
    init(_ folder: String, log: ProblemLog) {
        exist = Self.names(in: folder) != nil
        guard exist else {
            log.add(.missingFolder, file: folder, line: 0)
            return
        }
        analytes = Self.file("analytes.csv", in: folder, log: log)
        if analytes == nil { log.add(.missingFile, file: "analytes.csv", line: 0) }
        sampling = Self.file("sampling.toml", in: folder, log: log)
        composites = Self.file("composites.toml", in: folder, log: log)
        materials = Self.files("materials", ending: ".csv", in: folder, log: log)
        laboratories = Self.files("laboratories", ending: ".toml", in: folder, log: log)
        policies = Self.files("policies", ending: ".toml", in: folder, log: log)
    }

    private static func files(_ part: String, ending: String, in folder: String, log: ProblemLog) -> [FolderFile] {
        guard let names = names(in: "\(folder)/\(part)") else {
            log.add(.missingFolder, file: part, line: 0)
            return []
        }
        var files: [FolderFile] = []
        for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") {
            let path = "\(part)/\(name)"
            if name.lowercased().hasSuffix(ending) {
                if let file = file(path, in: folder, log: log) { files.append(file) }
            } else if !name.uppercased().hasPrefix("README") {
                log.add(.notRead(ending), file: path, line: 0)
            }
        }
        return files
    }

    /// The names of a folder in the order of their bytes; nil where it is none.
    private static func names(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The whole file; nil where there is none. Any other trouble is a problem in the log.
    private static func file(_ path: String, in folder: String, log: ProblemLog) -> FolderFile? {
        // Without O_NONBLOCK a named pipe would hold the daemon for ever.
        let descriptor = open("\(folder)/\(path)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno != ENOENT { log.add(.unreadableFile(lastError), file: path, line: 0) }
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            log.add(.unreadableFile("it is no ordinary file"), file: path, line: 0)
            return nil
        }
        guard status.st_size <= maximumSize else {
            log.add(.tooLarge(maximumSize >> 20), file: path, line: 0)
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= maximumSize {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                log.add(.unreadableFile(lastError), file: path, line: 0)
                return nil
            }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return FolderFile(path: path, bytes: bytes)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
