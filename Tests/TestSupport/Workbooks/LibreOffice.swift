import Foundation

/// LibreOffice, where this machine has it: a second program that writes workbooks.
public enum LibreOffice {
    private static let program: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let found = folders.map { URL(filePath: String($0)).appending(path: "soffice") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        if found == nil {
            FileHandle.standardError.write(
                Data("skipped: LibreOffice is absent, workbooks that it saves are not tried\n".utf8)
            )
        }
        return found
    }()

    public static var isPresent: Bool { program != nil }

    /// Opens files and saves them in another form, in one run of the program, with a profile of its own.
    ///
    /// - Parameters:
    ///   - files: by names without extension.
    ///   - form: the extension to save as: `xlsx`, `csv`.
    /// - Returns: the files that it saved, by the same names.
    public static func converted(
        _ files: [String: [UInt8]],
        from old: String = "xlsx",
        to form: String = "xlsx"
    ) throws -> [String: [UInt8]] {
        guard let program else { throw CocoaError(.fileNoSuchFile) }
        let folder = try TemporaryFolder()
        let paths = try files.map { try folder.file("in/\($0.key).\(old)", $0.value).path }
        let output = folder.url.appending(path: "out")
        let process = Process()
        process.executableURL = program
        process.arguments =
            [
                "-env:UserInstallation=\(folder.url.appending(path: "profile").absoluteString)", "--headless",
                "--convert-to", form, "--outdir", output.path,
            ] + paths
        process.environment = ["HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try Forking.fork { try process.run() }
        process.waitUntilExit()
        var saved: [String: [UInt8]] = [:]
        for name in files.keys {
            saved[name] = [UInt8](try Data(contentsOf: output.appending(path: "\(name).\(form)")))
        }
        return saved
    }
}
