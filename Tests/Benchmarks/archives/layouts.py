"""How laboratories lay out a sheet: texts in the layouts that the shipped Standards read."""

from .columns import certified
from .sheets import blank, measured, repeated

CLIENT, COMMENT = "Société d'exploration Été", "Humedad: añadida a petición; ±2 °C"
# What the laboratory's own QC rows cover: the first analytes of a certificate.
RUN = 8


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
        + lines(*([name, f"{numbers.uniform(0.5, 4):.2f}", *row] for name, row in zip(made.names, made.rows)))
    )


def actlabs(batch, made, received, reported, numbers):
    """Measured and certified values of a material, a pair of its own, a method blank."""
    columns, material = made.columns, "OREAS 922"
    known = certified(material)
    printed = [
        f"{column.expected(material)[0]:.4g}" if (column.digestion, column.analyte) in known else ""
        for column in columns
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
