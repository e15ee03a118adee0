extension ReadingRefusal {
    /// The stable words that scripts and the ledger match. A word never changes its meaning.
    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        // The content
        case emptyFile = "empty_file"
        /// Not text and no container that is known.
        case binary
        /// A larger file, member or sheet than the limits allow.
        case tooLarge = "too_large"
        case tooManyMembers = "too_many_members"
        /// Inflates to more than its packed size can honestly hold.
        case bomb

        // Containers
        case truncatedGzip = "truncated_gzip"
        case corruptGzip = "corrupt_gzip"
        case gzipTrailingGarbage = "gzip_trailing_garbage"
        case encryptedZip = "encrypted_zip"
        case corruptZip = "corrupt_zip"
        /// A zip without a file to read.
        case emptyZip = "empty_zip"
        /// The same of 7z, tar, bzip2, xz and zstd.
        case truncatedContainer = "truncated_container"
        case corruptContainer = "corrupt_container"
        case containerTrailingGarbage = "container_trailing_garbage"
        case encryptedContainer = "encrypted_container"
        case emptyContainer = "empty_container"
        /// Two files of an archive under one path, or on the same bytes.
        case duplicateMember = "duplicate_member"
        /// An absolute or climbing path, a link, a device.
        case unsafeMemberPath = "unsafe_member_path"
        /// A container in a container in a container.
        case nestedTooDeep = "nested_too_deep"
        /// rar, cab and other packers, rare methods of those that are opened, sparse files.
        case unsupportedContainer = "unsupported_container"
        /// A workbook of a kind that is not read: xls, xlsb, ods.
        case workbook
        case corruptWorkbook = "corrupt_workbook"
        /// Protected by a password.
        case encryptedWorkbook = "encrypted_workbook"
        /// A part of a workbook declares a document type, which is what entity bombs are made of.
        case documentType = "document_type"
        /// A cell of a workbook holds a formula without its result.
        case uncalculatedFormula = "uncalculated_formula"
        case pdfDocument = "pdf_document"
        /// Pictures, letters and the like, without a certificate.
        case onlyDocuments = "only_documents"

        // Text
        case textEncoding = "text_encoding"
        case nulBytes = "nul_bytes"
        case unclosedQuote = "unclosed_quote"

        // Layouts
        case noLayout = "no_layout"
        case headerMismatch = "header_mismatch"
        case noSamples = "no_samples"
        case noWorkOrder = "no_work_order"
        /// Two layouts fit equally well.
        case ambiguousLayout = "ambiguous_layout"

        // Registers
        case registerProblems = "register_problems"
    }
}
