"""How long the questions of a working day take, on the ledger's views and by the command line."""

import os
import sqlite3
import statistics
import time

from measuring import run

TIMES = 20
# A question that takes seconds is not asked twenty times.
MOST_SECONDS = 60
# Three certificates in five have it, in one insertion of twenty samples.
MATERIAL, ANALYTE, METHOD = "OREAS 620", "Cu", "ME-MS61"
QUEUE = "SELECT * FROM failure_queue WHERE state IN ('open', 'in_review', 'reassay_requested') ORDER BY opened_at"
SERIES = """
    SELECT reported, batch, sample, value, expected, sd, outcome FROM control_charts
    WHERE reference = ? AND analyte = ? AND method = ? ORDER BY reported, batch, position
"""
PAGE = QUEUE + " LIMIT 50"


def repeated(ask):
    """The last answer, the median in milliseconds, and how often it was asked."""
    times, answer = [], None
    while len(times) < TIMES and sum(times) < MOST_SECONDS:
        start = time.perf_counter()
        answer = ask()
        times.append(time.perf_counter() - start)
    return answer, 1000 * statistics.median(times), len(times)


def measure(program, root):
    ledger = os.path.join(root, "Watch/ledger.sqlite")
    database = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    with open(ledger, "rb") as file:
        while file.read(1 << 24):
            pass
    rows = lambda *query: len(database.execute(*query).fetchall())
    series = [program, "statistics", "materials", "--root", root]
    series += ["--material", MATERIAL, "--analyte", ANALYTE, "--method", METHOD]
    asked = {
        "failure queue, view": lambda: rows(QUEUE),
        "failure queue, its first page": lambda: rows(PAGE),
        f"{MATERIAL} {ANALYTE} {METHOD}, view": lambda: rows(SERIES, (MATERIAL, ANALYTE, METHOD)),
        "cupel queue": lambda: lines([program, "queue", "--root", root]),
        "cupel statistics materials": lambda: lines(series),
        "the same with --chart": lambda: lines([*series, "--chart"]),
    }
    print("\nquestion                         rows or lines          ms   times asked")
    for name, ask in asked.items():
        answer, milliseconds, times = repeated(ask)
        print(f"{name:32} {answer:13,} {milliseconds:11.1f} {times:13}", flush=True)
    database.close()


def lines(command):
    return run(command, allowed=(0, 1)).output.count("\n")
