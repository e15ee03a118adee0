"""What the scripts are asked for, and how they answer."""

import json
import sys

COUNTS = "SELECT kind, outcome, count(*) FROM qc_results GROUP BY 1, 2 ORDER BY 1, 2"
SUMS = "SELECT sum(z), sum(abs(z)) FROM qc_results"
FAILED = "SELECT count(*) FROM verdicts WHERE outcome = 'fail'"


def run(ingest, connect):
    """`ARCHIVE STORE` does the work; `--summary STORE` prints what it came to.

    connect: opens a store with the tables qc_results and verdicts.
    """
    if sys.argv[1] != "--summary":
        return ingest(*sys.argv[1:])
    database = connect(sys.argv[2])
    counts = database.execute(COUNTS).fetchall()
    sums = database.execute(SUMS).fetchone()
    failed = database.execute(FAILED).fetchone()[0]
    print(json.dumps({"counts": counts, "z": sums, "failed": failed}))
