"""Certificates and registers to measure with."""

from .archive import MOST_SAMPLES, Archive, Plan, is_picked, paper, write
from .columns import analytes

__all__ = ["MOST_SAMPLES", "Archive", "Plan", "analytes", "is_picked", "paper", "write"]
