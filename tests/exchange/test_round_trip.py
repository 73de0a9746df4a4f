"""Records → workbook → records: nothing is lost, and nothing is changed that nobody changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.dictionary import Family, families
from generator.exchange import reading
from generator.exchange.book import Sheet, book, sheets
from generator.exchange.cells import items, meaning, shown, value
from generator.exchange.columns import tables
from generator.exchange.comparing import compared
from generator.exchange.lines import Line, lines
from generator.exchange.naming import Naming
from generator.exchange.note import SHEET, Note, note, pieces
from generator.exchange.outcome import Ground, Outcome
from generator.model import Records
from tests.exchange.filled import records

FAMILIES = [one for one in families() if not one.catalogue and not one.given]
FEW = settings(
    max_examples=max(6, settings.default.max_examples // 16), phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
"""Each example is a workbook, written and read; shrinking would take minutes."""
_NOBODY = Naming(Records(()), "anping")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("books") / "book.xlsx"


def _handed_out(family: Family, rows: Sequence[dict[str, Any]], path: Path) -> list[Sheet]:
    parts = list(sheets(family, rows, _NOBODY))
    path.write_bytes(book("anping", "示例", parts, _NOBODY))
    return parts


def _read_back(family: Family, rows: Sequence[dict[str, Any]], path: Path, *, noted: bool) -> Outcome:
    grids = reading.opened(path)
    taken = reading.taken([one for one in grids if one.name != SHEET], tables(family), synonyms={})
    assert not taken.questions
    hidden = next(one for one in grids if one.name == SHEET)
    found = note(cell for row in hidden.rows for cell in row[:1]) if noted else None
    assert (found is not None) is noted
    return compared(Ground({family.name: rows}, tables(family), _NOBODY, found), taken.tables)


def _meanings(family: Family, rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """What every cell of every sheet says."""
    return [
        [
            {one.label: meaning(one.entry, line.get(one.label, "")) for one in table.columns}
            for line in lines(table, rows)
        ]
        for table in tables(family)
    ]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda one: one.name)
@FEW
@given(data=st.data())
def test_nothing_is_changed_that_nobody_changed(family: Family, path: Path, data: st.DataObject) -> None:
    rows = data.draw(records(family))
    _handed_out(family, rows, path)

    found = _read_back(family, rows, path, noted=True)

    assert not found.changed
    assert not found.new


@pytest.mark.parametrize("family", FAMILIES, ids=lambda one: one.name)
@FEW
@given(data=st.data())
def test_nothing_is_lost_on_the_way_into_an_empty_township(family: Family, path: Path, data: st.DataObject) -> None:
    rows = data.draw(records(family))
    _handed_out(family, rows, path)

    found = _read_back(family, [], path, noted=False)

    assert not [one for one in found.remarks if one.level.value == "error"]
    made = found.new.get(family.name, {})
    assert _meanings(family, [made[row["编号"]] for row in rows]) == _meanings(family, rows)


def test_paragraphs_with_an_empty_line_between_them(path: Path) -> None:
    family = next(one for one in FAMILIES if one.name == "article")
    rows = [{"编号": "a", "标题": "题", "部分": [{"标题": "一", "正文": ["一段\n\n\u3000\u3000又一段", "再一段"]}]}]
    _handed_out(family, rows, path)

    assert not _read_back(family, rows, path, noted=True).changed
    made = _read_back(family, [], path, noted=False).new["article"]["a"]
    assert made["部分"][0]["正文"] == rows[0]["部分"][0]["正文"]  # type: ignore[index]


@given(st.lists(st.text(), max_size=4))
def test_several_values_of_a_cell(texts: list[str]) -> None:
    entry = next(one for family in FAMILIES for one in family.walk() if one.many and one.kind.name == "LONG")
    kept = [text.strip().replace("\r", "") for text in texts if text.strip()]
    kept = [text for text in kept if text.strip() == text and "\r" not in text]

    assert items(shown(entry, kept)) == kept
    assert value(entry, shown(entry, kept)) in (
        kept,
        *(kept[:1] if entry.alone and len(kept) == 1 else ()),
        *([None] if not kept else []),
    )


@given(
    st.dictionaries(
        st.text(max_size=5), st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=20)), max_size=3)
    )
)
def test_the_note_remembers(held: dict[str, list[Line]]) -> None:
    assert note(pieces(Note("anping", held))) == Note("anping", held)


@pytest.mark.parametrize("text", ["", "x", "c$|ee", "{}", "é"])
def test_a_note_that_somebody_has_been_at_is_none(text: str) -> None:
    assert note([text]) is None
    assert note([text, *pieces(Note("anping"))]) is None or not text
