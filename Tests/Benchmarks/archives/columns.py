"""What laboratories report: columns of a method with their limits, and the certified values behind them."""

import csv
import functools
import os
import random
import tomllib
from dataclasses import dataclass

STANDARDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../Standards")
PERCENT = {"Al", "Ca", "Fe", "K", "Mg", "Na", "S", "Ti"}
FACTORS = {"ppb": 0.001, "ppm": 1, "%": 10_000}
GOLD = "Au"
# How many results of each column there are to draw from.
POOL = 4096


@functools.cache
def certified(material):
    """(digestion, analyte) -> value and SD in ppm"""
    path = os.path.join(STANDARDS, "materials", material.replace(" ", "_") + ".csv")
    with open(path, encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {
            (row["digestion"], row["analyte"]): tuple(float(row[key]) * FACTORS[row["unit"]] for key in ("value", "sd"))
            for row in rows
            if row["unit"] in FACTORS and row["sd"]
        }


@functools.cache
def detection_limits():
    """analyte -> the lower limit of ALS's ME-MS61 in the unit that it is printed in; all laboratories here have it"""
    with open(os.path.join(STANDARDS, "laboratories/als.toml"), "rb") as file:
        limits = next(one for one in tomllib.load(file)["limits"] if one["codes"] == ["ME-MS61"])
    return limits["ppm"] | limits["percent"]


def analytes(count):
    """Copper first, which is the one that fails; gold; what OREAS 620 certifies by four acids, and what it does not."""
    names = [name for digestion, name in certified("OREAS 620") if digestion == "four_acid" and name != "Cu"]
    more = ["Re", "Te", "Se", "Ge", "Dy", "Er", "Eu", "Gd", "Ho", "Nd", "Pr", "Sm"]
    return (["Cu", GOLD] + names + more)[:count]


@dataclass(frozen=True)
class Column:
    analyte: str
    unit: str
    method: str
    digestion: str
    limit: float

    @property
    def upper(self):
        return 50 if self.unit == "%" else 10_000

    def text(self, value):
        """As a laboratory prints it."""
        if value < self.limit:
            return f"<{self.limit:g}"
        return f">{self.upper:g}" if value >= self.upper else f"{value:.4g}"

    def expected(self, material):
        """Value and SD in the column's unit; something likely where the material is not certified."""
        value, sd = certified(material).get((self.digestion, self.analyte), (2000 * self.limit, 40 * self.limit))
        return value / FACTORS[self.unit], sd / FACTORS[self.unit]


@functools.cache
def routine_texts(column):
    """Results to draw from: lognormal below the grade of the CRM, a few below and above the limits."""
    numbers = random.Random(f"{column.method} {column.analyte}")
    middle = min(100 * column.limit, column.expected("OREAS 620")[0] / 10)
    texts = [column.text(middle * numbers.lognormvariate(0, 1)) for _ in range(POOL)]
    for index in numbers.sample(range(POOL), 80):
        texts[index] = f"<{column.limit:g}"
    for index in numbers.sample(range(POOL), 4):
        texts[index] = f">{column.upper:g}"
    return texts


class Laboratory:
    """The methods of a laboratory: gold by fire assay, everything else by one package."""

    def __init__(self, gold, package, digestion):
        self.gold, self.package, self.digestion = gold, package, digestion

    @functools.lru_cache(maxsize=256)
    def columns(self, count, package=None):
        """The first analytes, in a package of this laboratory's or another one of the same digestion."""
        return [self.gold if name == GOLD else self.column(name, package or self.package) for name in analytes(count)]

    def column(self, analyte, package):
        unit = "%" if analyte in PERCENT else "ppm"
        return Column(analyte, unit, package, self.digestion, detection_limits().get(analyte, 0.02))


LABORATORIES = {
    "als": Laboratory(Column(GOLD, "ppm", "Au-AA23", "fire_assay", 0.005), "ME-MS61", "four_acid"),
    "actlabs": Laboratory(Column(GOLD, "ppb", "FA-ICP", "fire_assay", 5), "AR-MS", "aqua_regia"),
    "sgs": Laboratory(Column(GOLD, "ppb", "GE_FAI30V5", "fire_assay", 5), "GE_ICP40Q12", "four_acid"),
}
# Of five certificates in a row.
ORDER = ["als", "actlabs", "als", "sgs", "als"]
