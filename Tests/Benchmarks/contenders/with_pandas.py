#!/usr/bin/env python3
"""The work of `cupel ingest` by pandas: read certificate by certificate, check, store in SQLite, commit at the end.

usage: with_pandas.py ARCHIVE STORE          reads the archive of the bench into the database STORE
       with_pandas.py --summary STORE        prints what it found, as JSON

It knows the layout of each laboratory. What is to be stored goes through plain arrays; a frame is made of rows of QC
only, which are kept until all is read, and are checked at once.
"""

import glob
import os
import sqlite3

import numpy as np
import pandas as pd

import checks
import command
import standards

# Of each layout: rows above the table, where the heading rows stand in it, and the first sample.
LAYOUTS = {
    "als": (7, {"method": 0, "analyte": 1, "unit": 2}, 3),
    "actlabs": (6, {"analyte": 0, "unit": 1, "lower": 2, "method": 3}, 4),
    "sgs": (7, {"analyte": 0, "method": 1, "lower": 2, "unit": 4}, 5),
}
OWN_ROWS = {
    "Meas": "laboratory_crm", "Std": "laboratory_crm", "Cert": "laboratory_certified", "Orig": "laboratory_original",
    "Dup": "laboratory_duplicate", "Rep": "laboratory_duplicate", "Blk": "laboratory_blank",
    "Method Blank": "laboratory_blank",
}
SIGNS = {"<": "<", ">": ">"}
STORED = [
    "batch", "position", "sample", "role", "analyte", "method", "digestion", "unit", "text", "qualifier", "number",
    "detection_limit",
]


def certificate_lines(path, layout):
    """Batch, report date, and the table as texts."""
    above, _, _ = LAYOUTS[layout]
    with open(path, encoding="latin-1", newline="") as file:
        head = [next(file).strip() for _ in range(above)]
        table = pd.read_csv(file, header=None, dtype=object, keep_default_na=False, na_filter=False)
    if layout == "als":
        return head[0].split(" - ")[0], head[3].split("FINALIZED : ")[1], table
    if layout == "actlabs":
        day, month, year = head[1].split(": ")[1].split("/")
        return head[0].split(": ")[1], f"{year}-{month}-{day}", table
    return head[1].split(",")[1], head[6].split(",")[1], table


def own_row(name):
    """Role and reference of a row of the laboratory's own; None for the client's."""
    if name.startswith("*"):
        code, reference = name[1:].split(" ", 1)
        return OWN_ROWS[code], reference
    if name == "Method Blank":
        return OWN_ROWS[name], name
    start, _, end = name.rpartition(" ")
    if end in ("Meas", "Cert", "Orig", "Dup"):
        return OWN_ROWS[end], start.split("(")[0].strip()
    return None


def read(path, layout, digestions, published, register):
    """A certificate as arrays of one element for each determination, and a frame of those that are QC."""
    laboratory = standards.LABORATORIES[layout]
    batch, reported, table = certificate_lines(path, layout)
    _, heads, first = LAYOUTS[layout]
    columns = pd.DataFrame({name: table.iloc[row, 1:] for name, row in heads.items()})
    columns["digestion"] = [digestions[laboratory, method] for method in columns["method"]]
    columns = columns[columns["digestion"] != "none"]
    names = table.iloc[first:, 0].tolist()
    roles, references = zip(*(own_row(name) or register.get(name, ("routine", "")) for name in names))

    texts = table.iloc[first:, columns.index].to_numpy(dtype=object)
    wide = len(columns)
    qualifiers = np.array([SIGNS.get(text[:1], "") for text in texts.ravel()], dtype=object)
    plain = pd.Series([text.lstrip("<>") for text in texts.ravel()], dtype=object)
    numbers = pd.to_numeric(plain, errors="coerce").to_numpy()
    below = np.where(qualifiers == "<", numbers, np.nan).reshape(texts.shape)
    limits = detection_limits(columns, laboratory, published, below)
    cells = {
        "batch": np.full(texts.size, batch, dtype=object),
        "position": np.repeat(np.arange(1, len(names) + 1), wide),
        "sample": np.repeat(np.array(names, dtype=object), wide),
        "role": np.repeat(np.array(roles, dtype=object), wide),
        **{
            name: np.tile(columns[name].to_numpy(dtype=object), len(names))
            for name in ("analyte", "method", "digestion", "unit")
        },
        "text": texts.ravel(),
        "qualifier": qualifiers,
        "number": numbers,
        "detection_limit": np.tile(limits, len(names)),
    }
    parents = np.repeat(parent_rows(names, roles, references), wide)
    of_parent = np.where(parents < 0, 0, parents) * wide + np.tile(np.arange(wide), len(names))
    more = {
        "reference": np.repeat(np.array(references, dtype=object), wide),
        "original": np.where(parents < 0, np.nan, numbers[of_parent]),
        "original_qualifier": np.where(parents < 0, "", qualifiers[of_parent]),
    }
    is_control = (cells["role"] != "routine") & (cells["text"] != "")
    controls = pd.DataFrame({name: values[is_control] for name, values in (cells | more).items()})
    controls["laboratory"], controls["reported"] = laboratory, reported
    is_result = cells["text"] != ""
    return {name: values[is_result] for name, values in cells.items()}, controls


def detection_limits(columns, laboratory, published, below):
    """What the header states; else the smaller of the published one and the smallest behind a `<`."""
    if "lower" in columns:
        return pd.to_numeric(columns["lower"]).to_numpy()
    keys = zip(columns["method"], columns["analyte"], columns["unit"])
    return np.fmin(np.fmin.reduce(below), [published.get((laboratory, *key), np.nan) for key in keys])


def parent_rows(names, roles, references):
    """For each duplicate the nearest row before it that it repeats, the laboratory's own first; -1 for others."""
    last, own, rows = {}, {}, []
    for row, (name, role, reference) in enumerate(zip(names, roles, references)):
        parent = None
        if role == "laboratory_original":
            own[reference] = row
        elif role == "laboratory_duplicate":
            parent = own.get(reference, last.get(reference))
        else:
            if role == "pulp_duplicate":
                parent = last.get(reference)
            last[name] = row
        rows.append(-1 if parent is None else parent)
    return rows


def read_registers(archive):
    """sample -> role and what it refers to: the material or the original"""
    register = {}
    for path in glob.glob(os.path.join(archive, "registers", "*.csv")):
        table = pd.read_csv(path, dtype=object, keep_default_na=False, na_filter=False)
        references = np.where(table["parent"] != "", table["parent"], table["reference"])
        register.update(zip(table["sample"], zip(table["type"], references)))
    return register


def ingest(archive, store):
    digestions = {(laboratory, method): digestion for laboratory, method, digestion in standards.methods()}
    digestions["ALS", "WEI-21"] = "none"
    published = {tuple(key): limit for *key, limit in standards.published_limits()}
    register = read_registers(archive)
    database = sqlite3.connect(store)
    database.execute(f"CREATE TABLE determinations ({', '.join(STORED)})")
    marks = ", ".join("?" * len(STORED))
    parts = []
    for layout in LAYOUTS:
        for path in sorted(glob.glob(os.path.join(archive, layout, "*.csv"))):
            determinations, controls = read(path, layout, digestions, published, register)
            rows = zip(*(determinations[name].tolist() for name in STORED))
            database.executemany(f"INSERT INTO determinations VALUES ({marks})", rows)
            parts.append(controls)
    cells = pd.concat(parts, ignore_index=True)
    results = checks.results(cells)
    kept = ["kind", *STORED[:9], "tier", "expected", "sd", "z", "outcome"]
    results[kept].to_sql("qc_results", database, index=False)
    checks.verdicts(results).to_sql("verdicts", database)
    database.commit()
    database.close()


if __name__ == "__main__":
    command.run(ingest, sqlite3.connect)
