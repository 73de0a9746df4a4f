"""The sample townships, made by `python -m tests.sample [--out DIR]` (`make sample`).

Every place, person and amount is made up. Chance is seeded: the same bytes come out every time, so that `git diff` shows
nothing after a run. Of anping, gaoyuan and shiguan a whole year is told; haibin, liyuan, yunling, zhuxi and shifan stand
for single mechanisms (`MECHANISMS.md`) and hold the figures of `systems_figures.md`.

    facts        what is said, a package for each place; real_life, what went wrong there
    vocabulary   what facts are said with: facts, money, days; plain, for records that need no arithmetic
    records      made from facts, one module per kind: places, organisations, indicators, finance, statements, procedures,
                 orders, meetings, grievances; publications are acts (act, village_acts, township_acts, rhythms),
                 and incidents is what befell them: late, withdrawn, announced, corrected, objected to
    archive      documents of earlier years, with their originals
    writing      how a record looks in YAML; pictures; files, what goes into which file
"""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
