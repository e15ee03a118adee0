/// Problems of the folder itself.
extension Complaint {
    static let missingFile = Complaint(.error, "missing_file", "the file is missing")

    static let missingFolder = Complaint(.error, "missing_folder", "the folder is missing")

    static func notRead(_ ending: String) -> Complaint {
        Complaint(.warning, "not_read", "this file is not read: only files ending in \(ending) are")
    }

    static func tooLarge(_ megabytes: Int) -> Complaint {
        Complaint(.error, "too_large", "the file is larger than \(megabytes) MB, which no table of standards is")
    }
}
