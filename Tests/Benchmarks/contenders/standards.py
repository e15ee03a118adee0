"""What a script has to know to do Cupel's work: certified values, digestions, tiers, limits and the policy's numbers.

All is read from the shipped Standards, as plain tables; of them only what the archive of the bench calls for: values
with a certified SD, no overrides, one policy.
"""

import csv
import os
import tomllib
from statistics import NormalDist

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../Standards")
FACTORS = {"ppb": 0.001, "ppm": 1.0, "%": 10_000.0}
LABORATORIES = {"als": "ALS", "actlabs": "Actlabs", "sgs": "SGS"}
# More results than one insertion has.
LARGEST_FAMILY = 64


def toml(*path):
    with open(os.path.join(FOLDER, *path), "rb") as file:
        return tomllib.load(file)


POLICY = toml("policies", "default.toml")


def material_key(name):
    """OREAS 922 for `Oreas-922 (AQUA REGIA)`."""
    return name.split("(")[0].upper().replace("-", " ").strip()


def certified():
    """(material, digestion, analyte, value in ppm, SD in ppm, is usable)"""
    rows = []
    for name in ("OREAS_620.csv", "OREAS_922.csv"):
        with open(os.path.join(FOLDER, "materials", name), encoding="utf-8") as file:
            for row in csv.DictReader(line for line in file if not line.startswith("#")):
                value, sd = (float(row[key]) * FACTORS[row["unit"]] for key in ("value", "sd"))
                usable = round(100 * sd / value, 9) <= POLICY["crm"]["unusable_rsd_percent"]
                rows.append((material_key(row["material"]), row["digestion"], row["analyte"], value, sd, usable))
    return rows


def methods():
    """(laboratory, method, digestion)"""
    return [
        (laboratory, code, method["digestion"])
        for file, laboratory in LABORATORIES.items()
        for method in toml("laboratories", file + ".toml")["method"]
        for code in method["codes"]
    ]


def published_limits():
    """(laboratory, method, analyte, unit, limit), for laboratories whose certificates print none"""
    return [
        ("ALS", code, analyte, unit, float(limit))
        for group in toml("laboratories", "als.toml")["limits"]
        for code in group["codes"]
        for key, unit in (("ppm", "ppm"), ("percent", "%"))
        for analyte, limit in group.get(key, {}).items()
    ]


def tier(analyte, digestion):
    tiers = POLICY["tiers"]
    if analyte in tiers["unsuitable"].get(digestion, []):
        return "information"
    if analyte in tiers["decision"]:
        return "decision"
    return "information" if analyte in tiers["information"] else "support"


def false_alarm_limits():
    """(size of a family, rank, |z| that the result of this rank must reach for it and all before it to stand)"""
    rate, normal = POLICY["false_alarms"]["alpha"], NormalDist()
    return [
        (size, rank, -normal.inv_cdf(rate * rank / size / 2))
        for size in range(1, LARGEST_FAMILY + 1)
        for rank in range(1, size + 1)
    ]
