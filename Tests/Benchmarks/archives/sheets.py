"""The results of a certificate before they are laid out: samples, and among them the client's own QC."""

from dataclasses import dataclass, field

from .columns import POOL, routine_texts

# A laboratory's own scatter lies inside the certificate's, which is between laboratories. With 0.7 of it, chance alone
# fails less than one certificate in a thousand.
OWN_SCATTER = 0.7


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
                value, sd = copper.expected("OREAS 620")
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
            drawn = numbers.choices(range(POOL), k=len(columns))
            row = [pool[number] for pool, number in zip(pools, drawn)]
            # Too little left for the second digestion.
            if numbers.random() < 0.02 and len(row) > 2 and columns[0].method == "ME-MS61":
                row[2] = "NSS"
            made.add(name, row)
    return made
