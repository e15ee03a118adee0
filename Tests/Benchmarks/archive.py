"""Makes an archive of certificates and registers: any number of them, in true layouts, the same for the same seed.

Three laboratories: ALS's classic CSV (six in ten), Actlabs and SGS, with rows of their own quality control. Each
certificate holds the client's CRMs (OREAS 620), blanks (quartz) and pulp duplicates, a fifth of a sample each in twenty,
which only its register names; results below and above limits; text in latin-1. Report dates rise with the numbers of
the certificates over ten years, so that each series of a material is in order.
"""

import csv
import datetime
import functools
import os
import random
import tomllib
from dataclasses import dataclass, field

STANDARDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Standards")
FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 3650
CLIENT, COMMENT = "Société d'exploration Été", "Humedad: añadida a petición; ±2 °C"
# A laboratory's own scatter lies inside the certificate's, which is between laboratories. With 0.7 of it, chance alone
# fails less than one certificate in a thousand.
OWN_SCATTER = 0.7
# What the laboratory's own QC rows cover: the first analytes of a certificate.
RUN = 8
PERCENT = {"Al", "Ca", "Fe", "K", "Mg", "Na", "S", "Ti"}
FACTORS = {"ppb": 0.001, "ppm": 1, "%": 10_000}
FIRE_ASSAY = "Au"


@functools.cache
def certified(material):
    """(digestion, analyte) -> value and SD in ppm"""
    path = os.path.join(STANDARDS, "materials", material.replace(" ", "_") + ".csv")
    with open(path, encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {
            (row["digestion"], row["analyte"]): tuple(float(row[name]) * FACTORS[row["unit"]] for name in ("value", "sd"))
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
    """Copper first, which is the one that fails; then gold, what OREAS 620 certifies by four acids, and what it does not."""
    names = [name for digestion, name in certified("OREAS 620") if digestion == "four_acid" and name != "Cu"]
    more = ["Re", "Te", "Se", "Ge", "Dy", "Er", "Eu", "Gd", "Ho", "Nd", "Pr", "Sm"]
    return (["Cu", FIRE_ASSAY] + names + more)[:count]


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

    @functools.cached_property
    def reference_limits(self):
        return self.expected("OREAS 620")


@functools.cache
def routine_texts(column):
    """Results to draw from: lognormal below the grade of the CRM, a few below and above the limits."""
    numbers = random.Random(f"{column.method} {column.analyte}")
    middle = min(100 * column.limit, column.expected("OREAS 620")[0] / 10)
    texts = [column.text(middle * numbers.lognormvariate(0, 1)) for _ in range(4096)]
    for index in numbers.sample(range(4096), 80):
        texts[index] = f"<{column.limit:g}"
    for index in numbers.sample(range(4096), 4):
        texts[index] = f">{column.upper:g}"
    return texts


class Laboratory:
    """How a laboratory names things; the layouts are below."""

    def __init__(self, folder, fire_assay, package, digestion, gold_unit):
        self.folder, self.fire_assay, self.package = folder, fire_assay, package
        self.digestion, self.gold_unit = digestion, gold_unit

    @functools.lru_cache(maxsize=256)
    def columns(self, count, package=None):
        limits = detection_limits()
        gold = Column(FIRE_ASSAY, self.gold_unit, self.fire_assay, "fire_assay", 5 if self.gold_unit == "ppb" else 0.005)
        return [
            gold if name == FIRE_ASSAY else
            Column(name, "%" if name in PERCENT else "ppm", package or self.package, self.digestion, limits.get(name, 0.02))
            for name in analytes(count)
        ]


LABORATORIES = {
    "als": Laboratory("als", "Au-AA23", "ME-MS61", "four_acid", "ppm"),
    "actlabs": Laboratory("actlabs", "FA-ICP", "AR-MS", "aqua_regia", "ppb"),
    "sgs": Laboratory("sgs", "GE_FAI30V5", "GE_ICP40Q12", "four_acid", "ppb"),
}
# Of five certificates in a row.
ORDER = ["als", "actlabs", "als", "sgs", "als"]


@dataclass
class Paper:
    """A certificate and the register of its samples, as text."""

    laboratory: str
    batch: str
    text: str
    register: str
    determinations: int


@dataclass
class Sheet:
    """The results of one certificate before they are laid out."""

    columns: list
    names: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    register: list = field(default_factory=list)

    def add(self, name, row, kind="routine", reference="", parent=""):
        self.names.append(name)
        self.rows.append(row)
        self.register.append(f"{name},{kind},{reference},{parent}")


def measured(columns, material, numbers):
    row = []
    for column in columns:
        value, sd = column.expected(material)
        row.append(column.text(numbers.gauss(value, OWN_SCATTER * sd)))
    return row


def blank(columns, numbers):
    """Clean, but for one result in fifty, which is not far above the limit."""
    return [
        column.text(column.limit * numbers.uniform(1, 2.9)) if numbers.random() < 0.02 else f"<{column.limit:g}"
        for column in columns
    ]


def repeated(columns, row, numbers, spread=0.02):
    texts = []
    for column, text in zip(columns, row):
        try:
            texts.append(column.text(float(text) * numbers.uniform(1 - spread, 1 + spread)))
        except ValueError:
            texts.append(text)
    return texts


def sheet(columns, samples, first, fails, numbers):
    """Of twenty samples one is a CRM, one a blank and one a pulp duplicate. A failing certificate fails for copper."""
    made = Sheet(columns)
    pools = [routine_texts(column) for column in columns]
    why = numbers.choice(["crm", "blank", "pulp_duplicate"]) if fails else None
    copper = columns[0]
    for index in range(samples):
        name, place = str(first + index), index % 20
        if place == 5:
            row = measured(columns, "OREAS 620", numbers)
            if why == "crm" and index == 5:
                value, sd = copper.reference_limits
                row[0] = copper.text(value + 6 * sd)
            made.add(name, row, "crm", "OREAS 620")
        elif place == 10:
            row = blank(columns, numbers)
            if why == "blank" and index == 10:
                row[0] = copper.text(40 * copper.limit)
            made.add(name, row, "blank", "Quartz")
        elif place == 15:
            row = repeated(columns, made.rows[-1], numbers)
            if why == "pulp_duplicate" and index == 15:
                made.rows[-1][0], row[0] = "500", "750"
            made.add(name, row, "pulp_duplicate", parent=str(first + index - 1))
        else:
            drawn = numbers.choices(range(4096), k=len(columns))
            row = [pool[number] for pool, number in zip(pools, drawn)]
            # Too little left for the second digestion.
            if numbers.random() < 0.02 and len(row) > 2 and columns[0].method == "ME-MS61":
                row[2] = "NSS"
            made.add(name, row)
    return made


def lines(*rows):
    return "".join(",".join(row) + "\r\n" for row in rows)


def table(made, *more):
    return lines(*([name, *row] for name, row in zip(made.names, made.rows)), *more)


def heading(label, columns, name):
    return [label, *(getattr(column, name) for column in columns)]


def own_row(name, row, columns):
    """A row of the laboratory's own QC, which covers its run only."""
    return [name, *row[:RUN], *[""] * (len(columns) - RUN)]


def als(batch, made, received, reported, numbers):
    """Weights first, no limits, no rows of the laboratory."""
    columns = made.columns
    return (
        f"{batch} - Finalized\r\n"
        f'CLIENT : "BENCH - {CLIENT}, Inc."\r\n'
        f"# of SAMPLES : {len(made.rows)}\r\n"
        f"DATE RECEIVED : {received}  DATE FINALIZED : {reported}\r\n"
        'PROJECT : "Bench"\r\n'
        f'CERTIFICATE COMMENTS : "{COMMENT}"\r\n'
        'PO NUMBER : " "\r\n'
        + lines(
            ["", "WEI-21", *heading("", columns, "method")[1:]],
            ["SAMPLE", "Recvd Wt.", *heading("", columns, "analyte")[1:]],
            ["DESCRIPTION", "kg", *heading("", columns, "unit")[1:]],
        )
        + lines(
            *([name, f"{numbers.uniform(0.5, 4):.2f}", *row] for name, row in zip(made.names, made.rows))
        )
    )


def actlabs(batch, made, received, reported, numbers):
    """Measured and certified values of a material, a pair of its own, a method blank."""
    columns, material = made.columns, "OREAS 922"
    known = certified(material)
    printed = [
        f"{column.expected(material)[0]:.4g}" if (column.digestion, column.analyte) in known else "" for column in columns
    ]
    again = made.rows[0]
    return (
        f"Report Number: {batch}\r\nReport Date: {reported:%d/%m/%Y}\r\nDate Received: {received:%d/%m/%Y}\r\n"
        f"Client: {CLIENT}\r\nProject: Bench\r\nNumber of Samples: {len(made.rows)}\r\n"
        + lines(
            heading("Analyte Symbol", columns, "analyte"),
            heading("Unit Symbol", columns, "unit"),
            ["Detection Limit", *(f"{column.limit:g}" for column in columns)],
            heading("Analysis Method", columns, "method"),
        )
        + table(
            made,
            own_row(f"{material} (AQUA REGIA) Meas", measured(columns, material, numbers), columns),
            own_row(f"{material} (AQUA REGIA) Cert", printed, columns),
            own_row(f"{made.names[0]} Orig", again, columns),
            own_row(f"{made.names[0]} Dup", repeated(columns, again, numbers), columns),
            own_row("Method Blank", blank(columns, numbers), columns),
        )
    )


def sgs(batch, made, received, reported, numbers):
    """Limits on both sides; a repeat, a standard and a blank of its own."""
    columns = made.columns
    return (
        f"SGS Canada Inc.\r\nWork Order,{batch}\r\nClient,{CLIENT}\r\nProject,Bench\r\n"
        f"Number of Samples,{len(made.rows)}\r\nDate Received,{received}\r\nDate Reported,{reported}\r\n"
        + lines(
            heading("Element", columns, "analyte"),
            heading("Method", columns, "method"),
            ["Lower Limit", *(f"{column.limit:g}" for column in columns)],
            ["Upper Limit", *(f"{column.upper:g}" for column in columns)],
            heading("Unit", columns, "unit"),
        )
        + table(
            made,
            own_row(f"*Rep {made.names[1]}", repeated(columns, made.rows[1], numbers), columns),
            own_row("*Std OREAS 922", measured(columns, "OREAS 922", numbers), columns),
            own_row("*Blk BLANK", blank(columns, numbers), columns),
        )
    )


LAYOUTS = {"als": (als, "VA{:08d}"), "actlabs": (actlabs, "A26-{:06d}"), "sgs": (sgs, "BBM26-{:06d}")}


def paper(number, samples, count, fails, day, laboratory="als", package=None, seed=0):
    """The certificate of this number, which its samples' numbers and its batch are made of."""
    numbers = random.Random(f"{seed} {number}")
    layout, batches = LAYOUTS[laboratory]
    batch = batches.format(number + (26_000_000 if laboratory == "als" else 0))
    columns = LABORATORIES[laboratory].columns(count, package)
    made = sheet(columns, samples, 1_000_000 + number * 200, fails, numbers)
    text = layout(batch, made, day - datetime.timedelta(days=20), day, numbers)
    register = "sample,type,reference,parent\n" + "\n".join(made.register) + "\n"
    return Paper(laboratory, batch, text, register, samples * count)


def is_picked(place, share):
    """Whether this one of a row of things belongs to an evenly spread share of them."""
    return int((place + 1) * share) > int(place * share)


@dataclass
class Plan:
    certificates: int
    samples: int = 80
    analytes: int = 48
    mixed: bool = False
    failing: float = 0.05
    seed: int = 0

    def paper(self, number):
        samples, count = self.samples, self.analytes
        if self.mixed:
            shape = random.Random(f"shape {self.seed} {number}")
            samples, count = shape.randint(20, 200), shape.randint(1, 60)
        day = FIRST_DAY + datetime.timedelta(days=number * DAYS // self.certificates)
        fails = is_picked(number, self.failing)
        return paper(number, samples, count, fails, day, ORDER[number % len(ORDER)], seed=self.seed)


@dataclass
class Archive:
    """What lies in a folder: certificates by laboratory, and registers."""

    folder: str
    certificates: list = field(default_factory=list)
    registers: list = field(default_factory=list)
    determinations: int = 0

    @property
    def files(self):
        """In the order of delivery: who knows the registers first judges once."""
        return self.registers + self.certificates

    @property
    def size(self):
        return sum(os.path.getsize(path) for path in self.files)

    @classmethod
    def make(cls, plan, folder):
        made = cls(folder)
        for name in [*LABORATORIES, "registers"]:
            os.makedirs(os.path.join(folder, name))
        for number in range(plan.certificates):
            one = plan.paper(number)
            made.certificates.append(os.path.join(folder, one.laboratory, one.batch + ".csv"))
            made.registers.append(os.path.join(folder, "registers", f"register-{one.batch}.csv"))
            write(made.certificates[-1], one.text)
            write(made.registers[-1], one.register)
            made.determinations += one.determinations
        return made


def write(path, text):
    with open(path, "w", encoding="latin-1", newline="") as file:
        file.write(text)
