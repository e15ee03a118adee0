/// The seventh schema: verdicts that wait to be renewed.
enum Migration7 {
    /// Certificates whose verdict may say something else by now, because others came before them in a series with a
    /// backlog. A row goes with the transaction that looks at its certificate again.
    static let renewals = """
        CREATE TABLE renewal (
            certificate_id INTEGER PRIMARY KEY REFERENCES certificate (id)
        );
        """
}
