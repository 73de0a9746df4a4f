"""Many changes at once: what was asked for is there, and every other line is what it was."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from generator.editing.document import Document, NotEdited
from generator.editing.rewriting import Rewritten

ROOT = Path(__file__).resolve().parents[2]
_FILES = sorted(path for path in (ROOT / "data/townships").rglob("*.yml") if 2_000 < path.stat().st_size < 60_000)
_SMALL = b"""\
# \xe5\x88\x98\xe6\x9d\x91
- \xe7\xbc\x96\xe5\x8f\xb7: a  # first
  \xe5\x90\x8d\xe7\xa7\xb0: '1'
  \xe6\x9d\x90\xe6\x96\x99: [x, y]
  \xe6\x94\xb6\xe5\x85\xa5:
    - {\xe6\x91\x98\xe8\xa6\x81: p, \xe9\x87\x91\xe9\xa2\x9d: 1}
    # remark
    - {\xe6\x91\x98\xe8\xa6\x81: q, \xe9\x87\x91\xe9\xa2\x9d: 2}  # two

# Wang
- \xe7\xbc\x96\xe5\x8f\xb7: b
  \xe5\x90\x8d\xe7\xa7\xb0:
"""


def _order(_: tuple[str, ...]) -> tuple[str, ...]:
    return ("编号", "名称", "日期", "材料", "收入")


def _small() -> Document:
    return Document("a.yml", _SMALL)


def _lines(document: Document) -> list[str]:
    return document.text.splitlines()


def test_values_rows_and_records_in_one_go() -> None:
    a = {
        "编号": "a",
        "名称": "2",
        "日期": "2026-01-02",
        "材料": ["x"],
        "收入": [{"摘要": "p", "金额": "3"}, None, {"摘要": "r", "金额": "4"}],
    }
    b = {"编号": "b", "名称": "乙"}
    c = {"编号": "c", "名称": "丙"}

    new = Rewritten({"a": a, "b": b}, [("a", c), ("", {"编号": "d"})]).of(_small(), _order)

    assert _lines(new) == [
        "# 刘村",
        "- 编号: a  # first",
        "  名称: '2'",
        "  日期: 2026-01-02",
        "  材料: [x]",
        "  收入:",
        "    - {摘要: p, 金额: 3}",
        "    # remark",
        "    - {摘要: r, 金额: 4}",
        "",
        "- 编号: c",
        "  名称: 丙",
        "",
        "# Wang",
        "- 编号: b",
        "  名称: 乙",
        "",
        "- 编号: d",
    ]


def test_a_record_goes_and_the_remark_above_it_stays() -> None:
    new = Rewritten({"b": None}).of(_small(), _order)

    assert _lines(new) == _lines(_small())[:10]


def test_a_value_is_emptied() -> None:
    row = {"编号": "a", "材料": ["x", "y"], "收入": [{"摘要": "p", "金额": "1"}, {"摘要": "q"}]}

    new = Rewritten({"a": row}).of(_small(), _order)

    changed = [line for line in _lines(new) if line not in _lines(_small())]
    assert changed == ["  名称: ", "    - {摘要: q, 金额: }  # two"]


def test_nothing_changes_nothing() -> None:
    rows = _small().root.plain()  # type: ignore[union-attr]

    assert Rewritten({row["编号"]: row for row in rows}).of(_small(), _order).data == _SMALL


def test_what_nobody_wrote_is_not_found() -> None:
    with pytest.raises(NotEdited, match="没有编号“z”"):
        Rewritten({"z": {"编号": "z"}}).of(_small(), _order)


@pytest.mark.parametrize("seed", range(24))
def test_any_changes_to_any_file_of_the_sample(seed: int) -> None:
    """Comments and the lines of untouched records stay, whatever is changed, added and taken away."""
    dice = random.Random(seed)
    path = dice.choice(_FILES)
    document = Document(path.name, path.read_bytes())
    rows: list[dict[str, Any]] = document.root.plain()  # type: ignore[union-attr]
    touched = dice.sample(rows, min(3, len(rows)))
    wanted = {row["编号"]: _changed(copy.deepcopy(row), dice) for row in touched}
    if len(rows) > 3:
        wanted[touched[0]["编号"]] = None
    fresh = [(touched[-1]["编号"], {"编号": "new-one", "名称": "是: #x", "行": [{"甲": "1,000"}]})]

    new = Rewritten(wanted, fresh).of(document, _order)

    read = {row["编号"]: row for row in new.root.plain()}  # type: ignore[union-attr]
    for row in rows:
        expected = wanted.get(row["编号"], row)
        assert (row["编号"] in read) is (expected is not None)
        if row["编号"] not in wanted:
            assert read[row["编号"]] == row
    assert read["new-one"] == fresh[0][1]
    comments = [line for line in _lines(document) if line.startswith("#")]
    assert [line for line in _lines(new) if line.startswith("#")] == comments


def _changed(row: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    for label, value in list(row.items()):
        if label != "编号" and dice.random() < 0.5:
            if isinstance(value, str) and "\n" not in value:
                row[label] = dice.choice(("改了", "2026-01-01", "010", "是: 否", 'a"b', ""))
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                row[label] = [*value, dict(value[0])]
                row[label][0] = {**value[0], "摘要": "改"} if dice.random() < 0.5 else None
    row["附加"] = "新"
    return row
