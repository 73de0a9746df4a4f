"""Made-up records of any family: every kind of value as people type it, however odd."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.dictionary import Entry, Family, Kind

_TEXTS = (
    "刘村果园承包费",
    "3月、4月保洁员工资",
    "=1+1",
    "@甲",
    "-3",
    "0571",
    "2026.3",
    "1,000",
    "１２３",
    "是: 否",
    'a "b" \\c',
    "他说“好”；没有",
    "# 不是注",
    "合计",
    "{{ 党员总数 }}",
    "null",
    "x" * 60,
)
_LONG = (*_TEXTS, "第一行\n第二行", "一段\n\n　　又一段")
_TEXT = st.sampled_from(_TEXTS)
_DAYS = st.dates().filter(lambda day: 1901 <= day.year <= 2200).map(lambda day: day.isoformat())
_MONEY = st.decimals(-(10**9), 10**9, places=2).map(lambda number: f"{number:,.2f}")
_BY_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.ID: st.from_regex(r"[a-z][a-z0-9]{0,6}(-[0-9]{1,4})?", fullmatch=True),
    Kind.LONG: st.sampled_from(_LONG),
    Kind.COUNT: st.integers(0, 10**9).map(str),
    Kind.NUMBER: st.sampled_from(("3.62", "0.5", "1200", "1,200.25", "-7")),
    Kind.MONEY: _MONEY,
    Kind.FIGURE: st.one_of(st.sampled_from(("**", "1,286", "98.5")), _MONEY),
    Kind.DAY: _DAYS,
    Kind.PERIOD: st.sampled_from(("2026-03", "2026-Q1", "2026-H1", "2026", "2026年3月")),
    Kind.YES: st.sampled_from(("是", "否")),
    Kind.CODE: st.sampled_from(("010203", "010203001201")),
    Kind.PHONE: st.just("0571-88880001"),
    Kind.DIMENSIONS: st.dictionaries(
        st.sampled_from(("年龄段", "性别")), _TEXT.filter(lambda text: ":" not in text), min_size=1
    ),
    Kind.PRINTS: st.dictionaries(st.sampled_from(("收入", "支出")), st.just("1a2b3c4d"), min_size=1),
}


def records(family: Family) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A few records of the family, no two with one 编号."""
    return st.lists(
        _rows(family.entries, needed=("编号", _first(family))),
        min_size=1,
        max_size=3,
        unique_by=lambda row: row["编号"],
    )


def _first(family: Family) -> str:
    """What every record of these says besides its name: a line with nothing but a name is no record."""
    return next(one.label for one in family.entries if one.label != "编号" and one.kind is not Kind.ROW)


def _rows(entries: tuple[Entry, ...], needed: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the labels, at least one."""
    fields = {one.label: _values(one) for one in entries}
    first = needed or (next(one.label for one in entries if one.kind is not Kind.ROW),)
    sure = {label: fields.pop(label) for label in first}
    return st.fixed_dictionaries(sure, optional=fields)


def _values(entry: Entry) -> st.SearchStrategy[Any]:
    if entry.kind is Kind.ROW:
        row = _rows(entry.rows)
        return st.lists(row, min_size=1, max_size=2) if entry.many else row
    one = st.sampled_from(entry.words) if entry.words else _BY_KIND.get(entry.kind, _TEXT)
    if not entry.many:
        return one
    several = st.lists(one, min_size=1, max_size=3)
    return st.one_of(several, one) if entry.alone else several
