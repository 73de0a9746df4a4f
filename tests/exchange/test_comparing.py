"""A workbook that came back against the data: what the clerk changed counts, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from generator.dictionary import family
from generator.exchange.cells import HELD
from generator.exchange.columns import Table, tables
from generator.exchange.coming import coming
from generator.exchange.comparing import compared
from generator.exchange.lines import lines
from generator.exchange.naming import Naming
from generator.exchange.note import Note
from generator.exchange.outcome import Ground, Outcome
from generator.exchange.reading import Cell
from generator.exchange.reading import Line as Read
from generator.model import Level, Records

_NOBODY = Naming(Records(()), "anping")
_MARCH: dict[str, Any] = {
    "编号": "liucun-2026-03",
    "村": "liucun",
    "公开主体": "刘村股份经济合作社",
    "期间": "2026-03",
    "科目制度": "2023",
    "期初结存": "1,000.00",
    "收入": [{"摘要": "3月租金", "金额": "500.00"}],
    "支出": [{"摘要": "3月保洁", "金额": "200.00"}, {"摘要": "路灯", "金额": "100.00"}],
    "期末结存": "1,200.00",
}


def _tables(name: str = "finance") -> tuple[Table, ...]:
    found = family(name)
    assert found is not None
    return tables(found)


def _sheet(title: str) -> Table:
    return next(one for one in _tables() if one.title == title)


def _handed_out(rows: Sequence[dict[str, Any]]) -> Note:
    waiting = coming("finance", rows)
    return Note(
        "anping",
        {one.title: list(lines(one, rows)) for one in _tables()},
        {one.title: list(lines(one, waiting)) for one in _tables()},
    )


def _read(title: str, rows: Sequence[Mapping[str, str]]) -> tuple[Table, list[Read]]:
    made = []
    for number, row in enumerate(rows, 2):
        cells = {label: Cell(text, f"{title}!{label}{number}") for label, text in row.items()}
        made.append(Read(cells, f"{title} 第{number}行"))
    return _sheet(title), made


def _compared(
    now: Sequence[dict[str, Any]],
    sheets: Mapping[str, Sequence[Mapping[str, str]]],
    note: Note | None,
    **more: bool,
) -> Outcome:
    ground = Ground({"finance": now}, _tables(), _NOBODY, note, **more)
    return compared(ground, [_read(title, rows) for title, rows in sheets.items()])


def _rows(note: Note, title: str, *, coming: bool = True) -> list[dict[str, str]]:
    waiting = note.coming.get(title, []) if coming else []
    return [dict(line) for line in (*note.tables[title], *waiting)]


def _said(found: Outcome, level: Level) -> list[str]:
    return [f"{one.address} {one.message}。{one.hint}" for one in found.remarks if one.level is level]


def test_a_cell_that_was_changed_and_one_that_was_emptied() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务")
    rows[0] |= {"期末结存": "1250.5", "公开主体": ""}

    found = _compared([_MARCH], {"财务": rows}, note)

    changed = found.changed["finance"]["liucun-2026-03"]
    assert (changed["期末结存"], changed["公开主体"]) == ("1,250.50", None)
    assert {label: value for label, value in changed.items() if label not in ("期末结存", "公开主体")} == {
        label: value for label, value in _MARCH.items() if label not in ("期末结存", "公开主体")
    }
    assert found.cells["finance", "liucun-2026-03", ("期末结存",)] == "财务!期末结存2"
    assert not found.remarks


def test_the_same_number_written_otherwise_is_no_change() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务")
    rows[0] |= {"期末结存": "1200", "期间": "2026年3月"}

    assert not _compared([_MARCH], {"财务": rows}, note).changed


def test_what_has_changed_in_the_data_since_is_not_turned_back() -> None:
    note = _handed_out([_MARCH])
    now = {**_MARCH, "期末结存": "1,300.00"}

    assert not _compared([now], {"财务": _rows(note, "财务")}, note).changed


def test_where_both_changed_the_clerk_decides() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务")
    rows[0]["期末结存"] = "1250"
    now = {**_MARCH, "期末结存": "1,300.00"}

    found = _compared([now], {"财务": rows}, note)
    assert not found.changed
    assert _said(found, Level.ERROR) == [
        (
            "财务!期末结存2 “期末结存”导出以后数据文件里已改成“1,300.00”,表里写的是“1250”。"
            "核对哪个对:重新导出再填;表里的对,加 --yes"
        )
    ]

    found = _compared([now], {"财务": rows}, note, mine=True)
    assert found.changed["finance"]["liucun-2026-03"]["期末结存"] == "1,250.00"
    assert not found.remarks


def test_a_row_is_added_on_the_side_where_it_was_typed() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务·收支", coming=False)
    rows[1] |= {"收入.摘要": "存款利息", "收入.金额": "3"}
    rows.append({"编号": "liucun-2026-03", "序": "", "支出.摘要": "水费", "支出.金额": "9.5"})

    changed = _compared([_MARCH], {"财务·收支": rows}, note).changed["finance"]["liucun-2026-03"]

    assert changed["收入"] == [*_MARCH["收入"], {"摘要": "存款利息", "金额": "3.00"}]
    assert changed["支出"] == [*_MARCH["支出"], {"摘要": "水费", "金额": "9.50"}]


def test_rows_that_are_missing_go_only_when_asked() -> None:
    note = _handed_out([_MARCH])
    sheets = {"财务·收支": _rows(note, "财务·收支", coming=False)[:1]}

    kept = _compared([_MARCH], sheets, note)
    assert not kept.changed
    assert _said(kept, Level.NOTE) == ["财务·收支 少了 1 行(例如 liucun-2026-03 2),数据没有删。要删,加 --delete"]

    gone = _compared([_MARCH], sheets, note, delete=True)
    assert gone.changed["finance"]["liucun-2026-03"]["支出"] == [_MARCH["支出"][0], None]


def test_a_row_that_was_emptied_goes_only_when_asked() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务·收支", coming=False)
    rows[1] |= {"支出.摘要": "", "支出.金额": ""}

    kept = _compared([_MARCH], {"财务·收支": rows}, note)
    assert not kept.changed
    assert _said(kept, Level.WARNING) == ["财务·收支 第3行 这一行清空了,数据没有动。要删去这一行,加 --delete"]

    gone = _compared([_MARCH], {"财务·收支": rows}, note, delete=True)
    assert gone.changed["finance"]["liucun-2026-03"]["支出"] == [_MARCH["支出"][0], None]


def test_a_record_that_is_missing_goes_when_asked() -> None:
    note = _handed_out([_MARCH])

    assert _compared([_MARCH], {"财务": []}, note, delete=True).changed == {"finance": {"liucun-2026-03": None}}


def test_the_next_period_waits_until_it_is_filled_in() -> None:
    note = _handed_out([_MARCH])
    sheets = {"财务": _rows(note, "财务"), "财务·收支": _rows(note, "财务·收支")}
    assert [row["编号"] for row in sheets["财务"]] == ["liucun-2026-03", "liucun-2026-04"]

    assert not _compared([_MARCH], sheets, note).new

    sheets["财务·收支"][2]["支出.金额"] = "210"
    assert sheets["财务·收支"][2]["支出.摘要"] == "4月保洁"
    found = _compared([_MARCH], sheets, note)

    assert list(found.new["finance"].values()) == [
        {
            "编号": "liucun-2026-04",
            "村": "liucun",
            "公开主体": "刘村股份经济合作社",
            "期间": "2026-04",
            "科目制度": "2023",
            "期初结存": "1,200.00",
            "支出": [{"摘要": "4月保洁", "金额": "210.00"}],
        }
    ]
    assert not found.changed


def test_the_same_workbook_once_more_changes_nothing() -> None:
    note = _handed_out([_MARCH])
    sheets = {"财务": _rows(note, "财务"), "财务·收支": _rows(note, "财务·收支")}
    sheets["财务·收支"][2]["支出.金额"] = "210"
    april = _compared([_MARCH], sheets, note).new["finance"]["liucun-2026-04"]

    found = _compared([_MARCH, april], sheets, note)

    assert not found.new
    assert not found.changed


def test_a_sheet_from_elsewhere_says_nothing_by_empty_cells() -> None:
    row = {"编号": "liucun-2026-03", "公开主体": "", "期末结存": "1201"}

    found = _compared([_MARCH], {"财务": [row]}, None)

    assert found.changed == {"finance": {"liucun-2026-03": {**_MARCH, "期末结存": "1,201.00"}}}


def test_a_record_without_a_name_gets_one_once() -> None:
    row = {"村": "liucun", "期间": "2026-Q2", "期末结存": "5"}

    found = _compared([_MARCH], {"财务": [row]}, None)
    (made,) = found.new["finance"].values()
    assert made == {"编号": "liucun-2026-q2", "村": "liucun", "期间": "2026-Q2", "期末结存": "5.00"}

    again = _compared([_MARCH, made], {"财务": [row]}, None)
    assert not again.new
    assert _said(again, Level.NOTE) == ["财务 第2行 数据里已有同样的一条,没有再加。"]


def test_rows_of_another_workbook_that_are_there_already_are_not_added() -> None:
    rows = [{"编号": "liucun-2026-03", "支出.摘要": "路灯", "支出.金额": "100"}]

    assert not _compared([_MARCH], {"财务·收支": rows}, None).changed


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"编号": "nowhere", "收入.摘要": "a"}], "财务·收支 第2行 没有编号“nowhere”的记录。"),
        ([{"编号": "", "收入.摘要": "a"}], "财务·收支 第2行 没有写编号,看不出是哪条记录的。"),
        (
            [{"编号": "liucun-2026-03", "序": "1", "收入.摘要": "a"}] * 2,
            "财务·收支 第3行 和财务·收支 第2行的编号、序一样。",
        ),
    ],
)
def test_a_line_that_belongs_nowhere_is_an_error(rows: list[dict[str, str]], said: str) -> None:
    (error,) = _said(_compared([_MARCH], {"财务·收支": rows}, _handed_out([_MARCH])), Level.ERROR)

    assert error.startswith(said)


def test_a_record_that_is_gone_is_not_brought_back() -> None:
    note = _handed_out([_MARCH])
    rows = _rows(note, "财务", coming=False)
    assert not _compared([], {"财务": rows}, note).remarks

    rows[0]["期末结存"] = "7"
    found = _compared([], {"财务": rows}, note)
    assert not found.new
    assert _said(found, Level.ERROR) == ["财务 第2行 这一条已经不在数据文件里了。重新导出再填"]


def test_what_no_cell_can_hold_stays_in_the_data() -> None:
    long = {**_MARCH, "备注": "长" * 40_000}
    note = _handed_out([long])
    rows = _rows(note, "财务", coming=False)
    assert rows[0]["备注"] == HELD

    assert not _compared([long], {"财务": rows}, note).changed


def test_a_column_that_there_is_not_any_more_is_passed_over() -> None:
    """A note is a stranger's word: it may name local columns of another time, or anything."""
    note = _handed_out([_MARCH])
    note.coming["财务"][0]["x_附加"] = "甲"
    sheets = {"财务·收支": _rows(note, "财务·收支")}
    sheets["财务·收支"][2]["支出.金额"] = "210"

    assert list(_compared([_MARCH], sheets, note).new["finance"]) == ["liucun-2026-04"]
