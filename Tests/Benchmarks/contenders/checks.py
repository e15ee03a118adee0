"""The rules of Standards/policies/default.toml on what with_pandas.py has read.

Floats stand in for decimals, so comparisons are made at nine decimals, where what is exact in decimals is equal.
"""

import numpy as np
import pandas as pd

import standards

CRM, BLANK, DUPLICATE = standards.POLICY["crm"], standards.POLICY["blank"], standards.POLICY["duplicate"]


def results(cells):
    """One row for each cell of a QC sample, as far as the tier lets it count."""
    tiers = {key: standards.tier(*key) for key in set(zip(cells["analyte"], cells["digestion"]))}
    cells["tier"] = [tiers[key] for key in zip(cells["analyte"], cells["digestion"])]
    judged = {"crm": reference_materials(cells), "blank": blanks(cells), "duplicate": duplicates(cells)}
    rows = pd.concat([part.assign(kind=kind) for kind, part in judged.items()], ignore_index=True)
    rows["outcome"] = np.select(
        [rows["tier"] == "information", (rows["tier"] == "support") & (rows["ruling"] == "fail")],
        ["not_evaluated", "warn"],
        rows["ruling"],
    )
    return rows


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


def verdicts(results):
    """One for each batch: the client's own QC decides."""
    client = results[~results["role"].str.startswith("laboratory")]
    table = results.groupby(["batch", "outcome"]).size().unstack(fill_value=0)
    evaluated = client[client["outcome"] != "not_evaluated"].groupby(["batch", "kind"]).size().unstack(fill_value=0)
    evaluated = evaluated.reindex(index=table.index, columns=["crm", "blank"], fill_value=0)
    fails = table.index.isin(client.loc[client["outcome"] == "fail", "batch"])
    warns = table.index.isin(results.loc[results["outcome"].isin(["warn", "fail"]), "batch"])
    is_open = (evaluated == 0).any(axis=1)
    table["outcome"] = np.select([fails, is_open, warns], ["fail", "not_evaluated", "warn"], "pass")
    return table
