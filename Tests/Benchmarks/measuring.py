"""Seconds, processor time and memory of a command, and of what goes on."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Measured:
    """A command that has ended. Its peak memory is at least that of the program that started it, some 15 MB."""

    wall: float
    cpu: float
    peak: float
    output: str


def run(command, list_of_files=None, allowed=(0,)):
    """Runs a command to its end, with a file as its input; what is not an allowed exit status ends everything."""
    # What others have left to write is not this command's to wait for.
    os.sync()
    with open(list_of_files or os.devnull, "rb") as given:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE)
        output = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"bench: {' '.join(command[:3])} ... ended with {process.returncode}\n{output[-2000:]}")
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def resident(pid):
    """VmRSS, VmHWM and RssAnon in MB"""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        rows = (line.split() for line in status)
        return {row[0][:-1]: int(row[1]) / 1024 for row in rows if row[0] in ("VmRSS:", "VmHWM:", "RssAnon:")}


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
