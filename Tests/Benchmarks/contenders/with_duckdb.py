#!/usr/bin/env python3
"""The work of `cupel ingest` by DuckDB: read, check, store, one commit.

usage: with_duckdb.py ARCHIVE STORE          reads the archive of the bench into the database STORE
       with_duckdb.py --summary STORE        prints what it found, as JSON

It knows the layout of each laboratory, reads all files of one at once with DuckDB's own reader on two threads, and does
the rest in SQL. A row of a file is known by its place behind the row that heads the table. Lines are read whole and
split afterwards, which takes a sixth of the time of reading fifty columns; no cell of a table holds a comma.
"""

import os

import duckdb

import command
import standards

# Of each layout: what heads the analytes, where methods, units, limits and samples stand from there, and the first
# column of results; ALS has weights before it.
LAYOUTS = {
    "als": ("SAMPLE", {"method": -1, "unit": 1}, 2, 2),
    "actlabs": ("Analyte Symbol", {"unit": 1, "lower": 2, "method": 3}, 4, 1),
    "sgs": ("Element", {"method": 1, "lower": 2, "unit": 4}, 5, 1),
}
# The batch and the report date, out of the rows above the table: expression, condition, and how the date is written.
BATCH = {
    "als": ("split_part(c0, ' - ', 1)", "c0 LIKE '% - Finalized'"),
    "actlabs": ("split_part(c0, ': ', 2)", "c0 LIKE 'Report Number:%'"),
    "sgs": ("c1", "c0 = 'Work Order'"),
}
REPORTED = {
    "als": ("split_part(c0, 'DATE FINALIZED : ', 2)", "c0 LIKE 'DATE RECEIVED%'", "%Y-%m-%d"),
    "actlabs": ("split_part(c0, ': ', 2)", "c0 LIKE 'Report Date:%'", "%d/%m/%Y"),
    "sgs": ("c1", "c0 = 'Date Reported'", "%Y-%m-%d"),
}
# The laboratory's own rows: role, and the sample or material that they belong to.
OWN = """
    CASE WHEN c0 LIKE '%Meas' OR c0 LIKE '*Std %' THEN 'laboratory_crm'
         WHEN c0 LIKE '%Cert' THEN 'laboratory_certified'
         WHEN c0 LIKE '%Orig' THEN 'laboratory_original'
         WHEN c0 LIKE '%Dup' OR c0 LIKE '*Rep %' THEN 'laboratory_duplicate'
         WHEN c0 = 'Method Blank' OR c0 LIKE '*Blk %' THEN 'laboratory_blank' END AS own,
    trim(regexp_replace(c0, '^\\*(Std|Rep|Blk) | (Meas|Cert|Orig|Dup)$|\\(.*\\)', '', 'g')) AS own_reference
"""


def read(database, archive, layout, laboratory):
    """Adds the certificates of a laboratory, with their columns, samples and determinations."""
    files = os.path.join(archive, layout, "*.csv")
    heading, places, first, left = LAYOUTS[layout]
    batch, is_batch = BATCH[layout]
    reported, is_reported, written = REPORTED[layout]
    database.execute(
        f"""
        CREATE TEMP TABLE lines AS
        SELECT filename, texts[1] AS c0, texts[2] AS c1, texts[{left + 1}:] AS cells
        FROM (
            SELECT filename, string_split(line, ',') AS texts
            FROM read_csv('{files}', columns = {{'line': 'VARCHAR'}}, header = false, auto_detect = false,
                delim = '\x01', quote = '', escape = '', encoding = 'latin-1', filename = true)
        )
        """
    )
    database.execute(
        f"""
        CREATE TEMP TABLE files AS
        SELECT (SELECT count(*) FROM certificates) + row_number() OVER () AS certificate, filename,
            max(rowid) FILTER (c0 = '{heading}') AS head, max({batch}) FILTER ({is_batch}) AS batch,
            CAST(strptime(max({reported}) FILTER ({is_reported}), '{written}') AS DATE) AS reported
        FROM lines GROUP BY filename
        """
    )
    database.execute(
        f"INSERT INTO certificates SELECT certificate, '{laboratory}', batch, reported, filename FROM files"
    )
    # Each line of a table by its place from the heading on.
    table = """
        SELECT certificate, l.rowid - head AS line, unnest(cells) AS text, generate_subscripts(cells, 1) AS place
        FROM lines l JOIN files USING (filename)
        WHERE l.rowid - head"""
    heads = ", ".join(
        f"max(text) FILTER (line = {places[name]})" if name in places else "NULL"
        for name in ("method", "unit", "lower")
    )
    database.execute(
        f"""
        INSERT INTO heads
        SELECT certificate, place, '{laboratory}', max(text) FILTER (line = 0), {heads}
        FROM ({table} BETWEEN -1 AND {first - 1}) WHERE text <> '' GROUP BY certificate, place
        """
    )
    database.execute(
        f"""
        INSERT INTO samples
        SELECT certificate, l.rowid - head - {first - 1}, c0, {OWN}
        FROM lines l JOIN files USING (filename) WHERE l.rowid - head >= {first}
        """
    )
    database.execute(
        f"""
        INSERT INTO determinations
        SELECT certificate, line - {first - 1}, place, text,
            CASE WHEN text LIKE '<%' THEN '<' WHEN text LIKE '>%' THEN '>' ELSE '' END,
            TRY_CAST(ltrim(text, '<>') AS DOUBLE)
        FROM ({table} >= {first}) WHERE text <> ''
        """
    )
    database.execute("DROP TABLE lines; DROP TABLE files")


def load(database, archive):
    database.execute(
        """
        CREATE TABLE certificates (certificate INTEGER, laboratory VARCHAR, batch VARCHAR, reported DATE, file VARCHAR);
        CREATE TABLE determinations (certificate INTEGER, position INTEGER, place INTEGER, reported VARCHAR,
            qualifier VARCHAR, number DOUBLE);
        CREATE TEMP TABLE heads (certificate INTEGER, place INTEGER, laboratory VARCHAR, analyte VARCHAR,
            method VARCHAR, unit VARCHAR, lower DOUBLE);
        CREATE TEMP TABLE samples (certificate INTEGER, position INTEGER, sample VARCHAR, own VARCHAR,
            own_reference VARCHAR);
        CREATE TEMP TABLE certified (material VARCHAR, digestion VARCHAR, analyte VARCHAR, value DOUBLE, sd DOUBLE,
            usable BOOLEAN);
        CREATE TEMP TABLE methods (laboratory VARCHAR, method VARCHAR, digestion VARCHAR);
        CREATE TEMP TABLE published (laboratory VARCHAR, method VARCHAR, analyte VARCHAR, unit VARCHAR, "limit" DOUBLE);
        CREATE TEMP TABLE tiers (analyte VARCHAR, digestion VARCHAR, tier VARCHAR);
        CREATE TEMP TABLE factors (unit VARCHAR, factor DOUBLE);
        CREATE TEMP TABLE alarms (size INTEGER, rank INTEGER, least DOUBLE);
        """
    )
    for layout, laboratory in standards.LABORATORIES.items():
        if os.listdir(os.path.join(archive, layout)):
            read(database, archive, layout, laboratory)
    database.execute(
        f"""
        CREATE TEMP TABLE register AS
        SELECT * FROM read_csv('{archive}/registers/*.csv', header = true, auto_detect = false, delim = ',',
            columns = {{'sample': 'VARCHAR', 'type': 'VARCHAR', 'reference': 'VARCHAR', 'parent': 'VARCHAR'}})
        """
    )
    insert(database, "certified", standards.certified())
    insert(database, "methods", standards.methods())
    insert(database, "published", standards.published_limits())
    insert(database, "factors", standards.FACTORS.items())
    insert(database, "alarms", standards.false_alarm_limits())
    pairs = database.execute("SELECT DISTINCT analyte, digestion FROM heads JOIN methods USING (laboratory, method)")
    insert(database, "tiers", [(*pair, standards.tier(*pair)) for pair in pairs.fetchall()])


def insert(database, table, rows):
    columns = [list(column) for column in zip(*rows)]
    database.execute(f"INSERT INTO {table} SELECT {', '.join(['unnest(?)'] * len(columns))}", columns)


def script():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "checks.sql"), encoding="utf-8") as file:
        return file.read()


def numbers():
    """The policy's, as SQL variables."""
    policy = standards.POLICY
    return {
        "warn_sd": policy["crm"]["warn_sd"],
        "fail_sd": policy["crm"]["fail_sd"],
        "gate": policy["crm"]["detection_limit_gate"],
        "blank_warn": policy["blank"]["warn_detection_limits"],
        "blank_fail": policy["blank"]["fail_detection_limits"],
        "rock_forming": policy["blank"]["rock_forming"],
        "pulp_percent": policy["duplicate"]["pulp"]["percent"],
        "floor": policy["duplicate"]["floor_detection_limits"],
    }


def ingest(archive, store):
    database = duckdb.connect(store, config={"threads": 2})
    database.execute("BEGIN")
    load(database, archive)
    for name, value in numbers().items():
        database.execute(f"SET VARIABLE {name} = {value!r}")
    database.execute(script())
    database.execute("COMMIT")
    database.close()


if __name__ == "__main__":
    command.run(ingest, lambda store: duckdb.connect(store, read_only=True))
