public import Foundation

/// The folder of real certificates, certified values and golden cases beside the checkout (`../shared`).
///
/// It is third-party material and never part of the project. Where it is absent, tests that need it are skipped
/// and say so.
public enum SharedFiles {
    /// The root of this package.
    public static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static let folder: URL? = {
        let folder = packageRoot.deletingLastPathComponent().appending(path: "shared")
        var isFolder: ObjCBool = false
        let found = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
        if !found {
            FileHandle.standardError.write(
                Data("skipped: the folder ../shared is absent, tests on real certificates do not run\n".utf8)
            )
        }
        return found ? folder : nil
    }()

    public static var arePresent: Bool { folder != nil }

    /// The bytes of a shared file, by its path below the folder.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url(path)))
    }

    public static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    public static func url(_ path: String) throws -> URL {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appending(path: path)
    }

    /// The rows of a shared CSV whose cells hold no line break, by header name.
    public static func rows(_ path: String) throws -> [[String: String]] {
        var lines = try text(path).split(whereSeparator: \.isNewline).map(cells)
        guard !lines.isEmpty else { return [] }
        let header = lines.removeFirst()
        return lines.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted:
                cells.append(cell)
                cell = ""
            default: cell.append(character)
            }
        }
        cells.append(cell)
        return cells
    }
}
