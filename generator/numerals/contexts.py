"""What explains a number by the words around it, in the order in which it is tried: first come, first served."""

from __future__ import annotations

import re

from generator.numerals.dates import DATES
from generator.numerals.names import LAWS, SLOGANS
from generator.numerals.numeral import Kind
from generator.numerals.ordinals import ORDINALS

EXPLAINED: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    (Kind.LAW, LAWS),
    (Kind.DATE, DATES),
    (Kind.ORDINAL, ORDINALS),
    (Kind.PHRASE, SLOGANS),
)
"""The caller's own phrases come between the first and the second. All patterns are bounded."""
TITLES = re.compile(r"《[^《》\n]{1,80}》")
"""Names of laws and documents; whatever number stands in one belongs to the name."""
