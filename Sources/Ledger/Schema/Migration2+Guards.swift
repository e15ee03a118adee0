extension Migration2 {
    /// What was kept beside a certificate is history, like the certificate.
    static let guards = """
        CREATE TRIGGER document_is_not_changed BEFORE UPDATE ON document
        BEGIN SELECT RAISE(ABORT, 'document is history and is not changed'); END;
        CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
        BEGIN SELECT RAISE(ABORT, 'document is history and is not deleted'); END;
        """
}
