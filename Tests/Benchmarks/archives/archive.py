"""Makes an archive of certificates and registers: any number of them, in true layouts, the same for the same seed.

Three laboratories: ALS's classic CSV (three in five), Actlabs and SGS with rows of their own quality control. In each
certificate one sample in twenty is the client's CRM (OREAS 620), one a blank (quartz) and one a pulp duplicate, which
only its register names. Results lie below and above limits, and names hold letters of latin-1. Report dates rise with
the numbers of the certificates over ten years, so that the series of a material are in order.
"""

import datetime
import os
import random
import tempfile
from dataclasses import dataclass

from .columns import LABORATORIES, ORDER
from .layouts import LAYOUTS
from .sheets import sheet

FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 3650
# Samples of one certificate at most, so that no number stands in two.
MOST_SAMPLES = 200


@dataclass
class Paper:
    """A certificate and the register of its samples, as text."""

    laboratory: str
    batch: str
    text: str
    register: str
    determinations: int


def paper(number, samples, count, fails, day, laboratory="als", package=None, seed=0):
    """The certificate of this number, which its samples' numbers and its batch are made of."""
    numbers = random.Random(f"{seed} {number}")
    layout, batches = LAYOUTS[laboratory]
    batch = batches.format(number + (26_000_000 if laboratory == "als" else 0))
    columns = LABORATORIES[laboratory].columns(count, package)
    made = sheet(columns, samples, 1_000_000 + number * MOST_SAMPLES, fails, numbers)
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
            samples, count = shape.randint(20, MOST_SAMPLES), shape.randint(1, 60)
        day = FIRST_DAY + datetime.timedelta(days=number * DAYS // self.certificates)
        fails = is_picked(number, self.failing)
        return paper(number, samples, count, fails, day, ORDER[number % len(ORDER)], seed=self.seed)


@dataclass
class Archive:
    """A folder of certificates by laboratory, of registers, and a list of all of them."""

    folder: str
    certificates: int
    determinations: int
    size: int

    @property
    def list(self):
        """In the order of delivery: who knows the registers first judges once."""
        return os.path.join(self.folder, "list")

    @classmethod
    def make(cls, plan, folder):
        made = cls(folder, plan.certificates, 0, 0)
        for name in [*LABORATORIES, "registers"]:
            os.makedirs(os.path.join(folder, name))
        with open(made.list, "w", encoding="utf-8") as listed, tempfile.TemporaryFile("w+", encoding="utf-8") as later:
            for number in range(plan.certificates):
                one = plan.paper(number)
                certificate = os.path.join(folder, one.laboratory, one.batch + ".csv")
                register = os.path.join(folder, "registers", f"register-{one.batch}.csv")
                write(certificate, one.text)
                write(register, one.register)
                print(register, file=listed)
                print(certificate, file=later)
                made.determinations += one.determinations
                made.size += len(one.text) + len(one.register)
            later.seek(0)
            listed.writelines(later)
        return made


def write(path, text):
    with open(path, "w", encoding="latin-1", newline="") as file:
        file.write(text)
