"""Whether all contenders found the same: results by kind and outcome, the sum of z, and failed certificates."""

import sqlite3

# z is the quotient of decimals in Cupel, rounded at nine decimals in the scripts.
CLOSENESS = 1e-6


def of_ledger(ledger):
    """What a ledger holds, as the scripts' --summary has it."""
    database = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    counts = database.execute("SELECT kind, outcome, count(*) FROM qc_results GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
    sums = database.execute("SELECT sum(z), sum(abs(z)) FROM qc_results").fetchone()
    failed = database.execute("SELECT count(*) FROM verdicts WHERE current AND outcome = 'fail'").fetchone()[0]
    database.close()
    return {"counts": counts, "z": sums, "failed": failed}


CHARTS = """
    SELECT certificate_id, position, sample, reference, analyte, method, value, expected, sd, outcome FROM control_charts
"""
RESULTS = """
    SELECT certificate_id, position, sample, reference, analyte, method, value, expected, sd, outcome FROM qc_results
    WHERE kind = 'crm' AND expected IS NOT NULL
"""


def of_charts(ledger):
    """Sentences where the control charts of a ledger do not show what its results say."""
    database = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    found = []
    for first, second, words in ((CHARTS, RESULTS, "are in no result"), (RESULTS, CHARTS, "are in no control chart")):
        count = database.execute(f"SELECT count(*) FROM ({first} EXCEPT {second})").fetchone()[0]
        if count:
            found.append(f"{count:,} results of reference materials {words}")
    database.close()
    return found


def differences(own, other, name):
    """Sentences, one for each thing that is not the same."""
    found = []
    ours, theirs = ({(kind, outcome): count for kind, outcome, count in one["counts"]} for one in (own, other))
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key, 0) != theirs.get(key, 0):
            found.append(f"{' '.join(key)}: cupel has {ours.get(key, 0):,} results, {name} {theirs.get(key, 0):,}")
    for words, a, b in zip(("sum of z", "sum of |z|"), own["z"], other["z"]):
        if abs((a or 0) - (b or 0)) > CLOSENESS * (own["z"][1] or 0):
            found.append(f"{words}: cupel has {a}, {name} {b}")
    if own["failed"] != other["failed"]:
        found.append(f"failed certificates: cupel has {own['failed']}, {name} {other['failed']}")
    return found
