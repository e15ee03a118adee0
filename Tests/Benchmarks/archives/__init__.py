"""Certificates and registers to measure with."""

from .archive import MOST_SAMPLES, Archive, Plan, is_picked, paper, write

__all__ = ["MOST_SAMPLES", "Archive", "Plan", "is_picked", "paper", "write"]
