"""What a rule means: shown by `gongkai explain`, on the manual page, and nowhere written twice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule in the words of a clerk, in Chinese throughout; `wrong` and `right` are what stands in a data file."""

    title: str
    """The wrong it finds, in a few words: 公示时间不足."""
    what: str
    """What is looked at, and what level each wrong has."""
    why: str
    """The law with its article, or the inspectors' practice, and what comes of it."""
    wrong: str
    right: str
    mend: str
    """What the clerk does, step by step."""
    inspection: str = ""
    """The complaint of inspectors that it answers, F1 to F18 (domain: what inspectors write)."""
    acceptable: bool = True
    """Whether a person may answer for such a finding; nobody may for what would hurt a villager or break the law."""
