"""Numbers in prose: every digit and number word of a text, what it is worth, and whether it needs a record."""

from __future__ import annotations

from generator.numerals.numeral import Kind, Numeral

__all__ = ["Kind", "Numeral"]
