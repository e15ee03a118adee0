/// The fifth schema: decisions on parts of a batch, where in a delivered archive a certificate lay, and the settings of
/// the installation.
enum Migration5 {
    static let all = [decisions, members]

    /// analytes: JSON array of symbols and names of composites, empty for all. method, first_sample and last_sample:
    /// empty for all. awaits_second: the first of two acceptances, which has a row where it is on the whole batch, too.
    private static let decisions = """
        CREATE TABLE decision_scope (
            decision_id INTEGER PRIMARY KEY REFERENCES decision (id),
            analytes TEXT NOT NULL,
            method TEXT NOT NULL,
            first_sample TEXT NOT NULL,
            last_sample TEXT NOT NULL,
            awaits_second INTEGER NOT NULL
        );
        \(Migration1.refuseAll("decision_scope"))

        CREATE VIEW decision_scopes AS
        SELECT d.id AS decision_id, d.batch AS batch, d.action AS action,
            (SELECT group_concat(value, ', ') FROM json_each(s.analytes)) AS analytes, s.method AS method,
            s.first_sample AS first_sample, s.last_sample AS last_sample, s.awaits_second AS awaits_second,
            d.stale AS stale
        FROM decision_scope s
        JOIN decision d ON d.id = s.decision_id;
        """

    /// member: the path inside the delivered file; empty where that is the certificate itself, and for what was taken in
    /// before.
    private static let members = """
        ALTER TABLE certificate ADD COLUMN member TEXT NOT NULL DEFAULT '';
        CREATE TRIGGER certificate_member_is_not_changed BEFORE UPDATE OF member ON certificate
        BEGIN SELECT RAISE(ABORT, 'only revision, superseded_by of certificate may change'); END;
        """
}
