#!/usr/bin/env python3
"""The work of `cupel ingest` by pandas: read certificate by certificate, check, store in SQLite, one commit.

usage: with_pandas.py ARCHIVE STORE          reads the archive of the bench into the database STORE
       with_pandas.py --summary STORE        prints what it found, as JSON

It knows the layout of each laboratory. What is to be stored goes through plain arrays; a frame is made of rows of QC
only, which are kept until all is read, and are checked at once.
"""

import glob
import json
import os
import sqlite3
import sys

import numpy as np
import pandas as pd

import standards

CRM, BLANK, DUPLICATE = standards.POLICY["crm"], standards.POLICY["blank"], standards.POLICY["duplicate"]
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


def reference_materials(cells):
    names = ["reference", "digestion", "analyte", "certified", "certified_sd", "usable"]
    crm = cells[cells["role"].isin(["crm", "laboratory_crm"])]
    crm = crm.merge(pd.DataFrame(standards.certified(), columns=names), how="left", on=names[:3])
    factor = crm["unit"].map(standards.FACTORS)
    crm["expected"], crm["sd"] = crm["certified"] / factor, crm["certified_sd"] / factor
    z = (crm["number"] * factor - crm["certified"]) / crm["certified_sd"]
    crm["z"] = z.round(9).where(crm["qualifier"] == "")
    gated = (crm["expected"] - crm["detection_limit"] * CRM["detection_limit_gate"]).round(9) < 0
    judged = (crm["usable"] == True) & ~gated  # noqa: E712 - missing where nothing is certified
    score = crm["z"].where(judged)

    # Two in a row of one series beyond the warning limit on one side; a row without a result ends a run.
    line = crm["role"] + crm["laboratory"] + crm["method"] + crm["reference"]
    order = pd.Series(list(zip(crm["reported"], crm["batch"], crm["position"])), index=crm.index)
    insertion = order.groupby(line).rank(method="dense") if len(crm) else order
    series = [line, crm["analyte"], crm["unit"]]
    sorted_score = score.iloc[insertion.argsort(kind="stable")]
    previous = sorted_score.groupby([key.loc[sorted_score.index] for key in series]).shift()
    place_before = insertion.loc[sorted_score.index].groupby([key.loc[sorted_score.index] for key in series]).shift()
    previous, place_before = previous.reindex(crm.index), place_before.reindex(crm.index)
    is_run = (place_before == insertion - 1) & (previous.abs() > CRM["warn_sd"]) & (np.sign(previous) == np.sign(score))

    beyond = crm["expected"] + CRM["fail_sd"] * crm["sd"] < crm["number"]
    under = crm["expected"] - CRM["fail_sd"] * crm["sd"] > crm["number"]
    crm["ruling"] = np.select(
        [
            crm["number"].isna() | ~judged,
            ((crm["qualifier"] == "<") & under) | ((crm["qualifier"] == ">") & beyond),
            crm["qualifier"] != "",
            (score.abs() > CRM["fail_sd"]) | ((score.abs() > CRM["warn_sd"]) & is_run),
            score.abs() > CRM["warn_sd"],
        ],
        ["not_evaluated", "fail", "not_evaluated", "fail", "warn"],
        "pass",
    )
    return release(crm)


def release(crm):
    """Lone warnings of support elements are judged as the family of their insertion, by Benjamini and Hochberg."""
    family = crm[(crm["tier"] == "support") & (crm["ruling"] != "not_evaluated") & crm["z"].notna()]
    rows = [family["batch"], family["position"]]
    distance = family["z"].abs()
    rank = distance.groupby(rows).rank(method="first", ascending=False)
    size = distance.groupby(rows).transform("size")
    least = {(size, rank): limit for size, rank, limit in standards.false_alarm_limits()}
    reached = [distance >= least[key] for distance, key in zip(distance, zip(size, rank))]
    standing = rank.where(reached).groupby(rows).transform("max").fillna(0)
    crm.loc[family.index[(family["ruling"] == "warn") & (rank > standing)], "ruling"] = "pass"
    return crm


def blanks(cells):
    blank = cells[cells["role"].isin(["blank", "laboratory_blank"])].copy()
    multiples = (blank["number"] / blank["detection_limit"]).round(9)
    fail, warn = BLANK["fail_detection_limits"], BLANK["warn_detection_limits"]
    is_rock = (blank["role"] == "blank") & blank["analyte"].isin(BLANK["rock_forming"])
    blank["ruling"] = np.select(
        [
            multiples.isna() | is_rock,
            blank["qualifier"] == "<",
            blank["qualifier"] == ">",
            multiples > fail,
            multiples > warn,
        ],
        [
            "not_evaluated",
            np.where(multiples > fail, "warn", "pass"),
            np.where(multiples >= fail, "fail", "not_evaluated"),
            "fail",
            "warn",
        ],
        "pass",
    )
    return blank


def duplicates(cells):
    """A pair as two intervals: a number is its own, below a limit has no lower end, above one no upper."""
    pair = cells[cells["role"].isin(["pulp_duplicate", "laboratory_duplicate"])].copy()
    floor = pair["detection_limit"].fillna(0) * DUPLICATE["floor_detection_limits"]
    a, b, signs = pair["number"], pair["original"], pair["qualifier"] + pair["original_qualifier"]
    lowest, highest = a.where(pair["qualifier"] != "<"), a.where(pair["qualifier"] != ">")
    other_lowest, other_highest = b.where(pair["original_qualifier"] != "<"), b.where(pair["original_qualifier"] != ">")
    is_higher, is_lower = other_highest < lowest, highest < other_lowest
    top = other_highest.where(is_higher, highest.where(is_lower))
    bottom = lowest.where(is_higher, other_lowest.where(is_lower))
    exceeds = (200 * (bottom - top) - DUPLICATE["pulp"]["percent"] * (bottom + top)).round(6) > 0
    pair["ruling"] = np.select(
        [
            a.isna() | b.isna(),
            (((a - b).abs() - floor).round(9) <= 0) & signs.isin(["", "<"]),
            exceeds & ((bottom - top - floor).round(9) > 0),
            signs == "",
        ],
        ["not_evaluated", "pass", np.where(pair["role"] == "pulp_duplicate", "fail", "warn"), "pass"],
        "not_evaluated",
    )
    return pair


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
    tiers = {key: standards.tier(*key) for key in set(zip(cells["analyte"], cells["digestion"]))}
    cells["tier"] = [tiers[key] for key in zip(cells["analyte"], cells["digestion"])]
    judged = {"crm": reference_materials(cells), "blank": blanks(cells), "duplicate": duplicates(cells)}
    results = pd.concat([part.assign(kind=kind) for kind, part in judged.items()], ignore_index=True)
    results["outcome"] = np.select(
        [results["tier"] == "information", (results["tier"] == "support") & (results["ruling"] == "fail")],
        ["not_evaluated", "warn"],
        results["ruling"],
    )
    kept = ["kind", *STORED[:9], "tier", "expected", "sd", "z", "outcome"]
    results[kept].to_sql("qc_results", database, index=False)
    verdicts(results).to_sql("verdicts", database)
    database.commit()
    database.close()


def verdicts(results):
    """One for each batch: the client's own QC decides."""
    client = results[~results["role"].str.startswith("laboratory")]
    table = results.groupby(["batch", "outcome"]).size().unstack(fill_value=0)
    evaluated = client[client["outcome"] != "not_evaluated"].groupby(["batch", "kind"]).size().unstack(fill_value=0)
    evaluated = evaluated.reindex(index=table.index, columns=["crm", "blank"], fill_value=0)
    fails = table.index.isin(client.loc[client["outcome"] == "fail", "batch"])
    warns = table.index.isin(results.loc[results["outcome"].isin(["warn", "fail"]), "batch"])
    is_open = (evaluated == 0).any(axis=1)
    table["verdict"] = np.select([fails, is_open, warns], ["fail", "not_evaluated", "warn"], "pass")
    return table


def summary(store):
    database = sqlite3.connect(store)
    counts = database.execute("SELECT kind, outcome, count(*) FROM qc_results GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
    sums = database.execute("SELECT sum(z), sum(abs(z)) FROM qc_results").fetchone()
    failed = database.execute("SELECT count(*) FROM verdicts WHERE verdict = 'fail'").fetchone()[0]
    print(json.dumps({"counts": counts, "z": sums, "failed": failed}))


if __name__ == "__main__":
    if sys.argv[1] == "--summary":
        summary(sys.argv[2])
    else:
        ingest(*sys.argv[1:])
