"""The three sample townships, made by `python -m tests.sample [--out DIR]` (`make sample`).

Every place, person and amount is made up. Chance is seeded: the same bytes come out every time, so that `git diff` shows
nothing after a run.

    facts        what is said, in the order of a reader: anping, gaoyuan, shiguan; real_life, what went wrong there
    vocabulary   what facts are said with: facts, money, days
    records      made from facts, one module per kind: places, organisations, indicators, finance, procedures;
                 publications are acts (act, village_acts, township_acts)
    writing      how a record looks in YAML; pictures; files, what goes into which file
"""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
