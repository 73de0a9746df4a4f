"""Numbers in prose: every digit and number word of a text, what it is worth, and whether it needs a record."""

from __future__ import annotations

from generator.numerals.numeral import Kind, Numeral
from generator.numerals.scan import scan

__all__ = ["Kind", "Numeral", "scan"]
