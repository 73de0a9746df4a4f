"""Small pieces from which the patterns for explained numbers are put together."""

from __future__ import annotations

import re

from generator.numerals.grammar import DIGIT, HAN, UNIT

ALONE = rf"(?<!{HAN})(?<![\d.])"
"""Not in the midst of a number."""
NUMBER = rf"(?:\d{{1,9}}(?:\.\d{{1,3}})?|{HAN}{{1,9}})"
TWO = r"(?:\d{1,2}|[〇零一二三四五六七八九十两]{1,3})"
"""A number of at most two places."""
SMALL = "[一二三四五六七八九十两]{1,2}"
TO = r"\s?(?:[-—–~至到、和与及]|——)\s?"
"""Between the two ends of a range, or the items of a list."""
CLAUSE = r"(?<![^\s。；，！？、“”\"(,;:.!?》）\]|>])"
"""At the beginning of a clause."""


def numbered(*patterns: str) -> re.Pattern[str]:
    """Any of the patterns, all of which begin with a number."""
    return led(rf"\d{DIGIT}{UNIT}", *patterns)


def led(leads: str, *patterns: str) -> re.Pattern[str]:
    """Any of the patterns, all of which begin with one of these characters; other places cost one glance.

    A group in a pattern is the number; without one the whole match is.
    """
    return re.compile(f"(?=[{leads}])(?:{'|'.join(patterns)})", re.MULTILINE)
