"""Who else does the work: scripts of pandas and DuckDB, and the two limits, reading the bytes and writing the rows."""

import json
import os
import shutil
import subprocess

from measuring import Measured, run

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "contenders")
# Where python3 has another version already, that one is measured, and named.
VERSIONS = {"pandas": "3.1.1", "duckdb": "2.0.1"}
# Certificates in one transaction of the pipeline.
GROUP = 16


class Rivals:
    """Everything that is compared with Cupel on one archive; their files lie in a folder that is thrown away."""

    def __init__(self, archive, folder):
        self.archive, self.folder = archive, folder
        self.pythons = {}

    def find_python(self, module):
        """A python that has the module: the one on the path, else one of our own with what pip brings; or None."""
        if module not in self.pythons:
            self.pythons[module] = self.known(module) or self.made(module)
        return self.pythons[module]

    @staticmethod
    def known(module):
        python = shutil.which("python3")
        asked = subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL, check=False)
        return python if asked.returncode == 0 else None

    def made(self, module):
        place = os.path.join(self.folder, "python")
        python = os.path.join(place, "bin/python")
        try:
            if not os.path.exists(python):
                subprocess.run(["python3", "-m", "venv", place], check=True, capture_output=True)
            wanted = f"{module}=={VERSIONS[module]}"
            subprocess.run([python, "-m", "pip", "install", "--quiet", wanted], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            words = getattr(error, "stderr", None) or str(error).encode()
            last = words.decode(errors="replace").strip().splitlines()[-1:]
            print(f"{module} is left out: python3 has no {module}, and pip brings none: {' '.join(last)}")
            return None
        return python

    def script(self, module):
        """What a script takes for the archive, and what it found; None where its module is not to be had."""
        python = self.find_python(module)
        if not python:
            return None
        program, store = os.path.join(HERE, f"with_{module}.py"), os.path.join(self.folder, f"store.{module}")
        measured = run([python, "-B", program, self.archive.folder, store])
        summary = json.loads(run([python, "-B", program, "--summary", store]).output)
        version = run([python, "-c", f"import {module}; print({module}.__version__)"]).output.strip()
        os.remove(store)
        return f"{module} {version}", measured, summary

    def read_bytes(self):
        """The limit of reading."""
        return run(["sh", "-c", "xargs cat | wc -c"], self.archive.list)

    def write_rows(self, ledger):
        """The limit of writing, by its own clock; None without a C compiler."""
        program, target = os.path.join(self.folder, "write"), os.path.join(self.folder, "written.sqlite")
        source = os.path.join(HERE, "write.c")
        if not shutil.which("cc"):
            print("the limit of writing is left out: there is no cc")
            return None
        subprocess.run(["cc", "-O2", "-o", program, source, "-lsqlite3"], check=True)
        measured = run([program, ledger, target, str(-(-self.archive.certificates // GROUP))])
        os.remove(target)
        return Measured(float(measured.output.split()[0]), measured.cpu, measured.peak, measured.output)
