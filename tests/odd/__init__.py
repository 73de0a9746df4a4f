"""An odd little site, made by code: what is empty, too long, negative, masked or many. Used where pages must still look right.

`world` writes two townships: 奇县乡 with villages of odd names and odd sheets, 全遮乡 with nothing but `**` and blanks.
`many` writes 千村镇 with as many villages as asked for, two sheets each.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.odd import finance, matters, places, telling

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 10, 20)


def world(folder: Path) -> Path:
    """The site of the two odd townships in `folder`, ready to be built."""
    _frame(folder)
    facts = {**matters.odd(), "finance": finance.odd()}
    publishers = {place: f"{name}股份经济合作社" for place, name in finance.VILLAGES.items()}
    acts = list(telling.all_told(facts, publishers))
    _write(folder, "odd", {"place": places.odd(), **facts, "publication": acts})
    _write(folder, "mask", {"place": places.masked(), **matters.masked()})
    return folder


def many(folder: Path, villages: int) -> Path:
    """The site of one township of so many villages in `folder`, ready to be built."""
    _frame(folder)
    _write(folder, "many", {"place": places.many(villages), **finance.many(villages)})
    return folder


def _frame(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "data" / "catalogue", folder / "data" / "catalogue")
    shutil.copytree(REPOSITORY / "content" / "site", folder / "content" / "site")
    shutil.copytree(REPOSITORY / "theme_overrides", folder / "theme_overrides")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)


def _write(folder: Path, township: str, families: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """One file a family, a record a line; what JSON writes, YAML reads."""
    target = folder / "data" / "townships" / township
    target.mkdir(parents=True)
    for family, records in families.items():
        lines = (f"- {json.dumps(record, ensure_ascii=False)}\n" for record in records)
        (target / f"{family}.yml").write_text("".join(lines), "utf-8")
