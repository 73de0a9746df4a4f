"""Every ugly table gives the rows, or the Chinese sentence at the cell; none a traceback, and none loses a word."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dictionary import families
from generator.exchange.columns import tables
from generator.exchange.reading import Grid, Taken, opened, synonyms, taken
from generator.model import Unusable
from tests.exchange.reading.ugly import DIRT, HEAD, REFUSED, Dirt, book

TABLES = [table for one in families() if not one.catalogue and not one.given for table in tables(one)]


def _taken(path: Path, family: str) -> Taken:
    return taken(opened(path), TABLES, synonyms=synonyms(), family=family)


@pytest.mark.parametrize("dirt", DIRT, ids=lambda one: one.name)
def test_each_dirt(dirt: Dirt, tmp_path: Path) -> None:
    path = tmp_path / dirt.file
    path.write_bytes(dirt.make())

    found = _taken(path, dirt.family)

    rows = [
        {label: cell.text for label, cell in line.cells.items() if cell.text}
        for _, lines in found.tables
        for line in lines
    ]
    assert rows == list(dirt.rows)
    said = [f"{one.address} {one.message}" for one in found.remarks]
    assert len(said) == len(dirt.said), said
    assert all(one.startswith(start) for one, start in zip(said, dirt.said, strict=True)), said
    assert tuple(one.heading for one in found.questions) == dirt.asked


def test_there_are_enough_of_them() -> None:
    assert len({one.name for one in DIRT}) == len(DIRT) >= 30


@pytest.mark.parametrize(("name", "file", "content", "said"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_is_no_table_is_refused(name: str, file: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes(content)

    with pytest.raises(Unusable, match=said):
        opened(tmp_path / file)


def test_a_package_that_would_fill_the_memory(tmp_path: Path) -> None:
    held = io.BytesIO(book(("Sheet1", [HEAD])))
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/bomb.bin", b"\0" * (60 * 2**20))
    path = tmp_path / "a.xlsx"
    path.write_bytes(held.getvalue())

    with pytest.raises(Unusable, match="展开以后太大"):
        opened(path)


def test_more_lines_than_anybody_types(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("编号,日期\n" + "a,2026-03-05\n" * 20_001, encoding="utf-8")

    with pytest.raises(Unusable, match="最多 20000 行"):
        opened(path)


def test_which_kind_it_is_must_be_said(tmp_path: Path) -> None:
    """Two kinds of rows with the same headings: the clerk says which."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(("Sheet1", [("编号", "名称", "类别", "状态"), ("a", "甲", "乙", "在建")])))

    (remark,) = _taken(path, "").remarks
    assert "看不出是哪一类" in remark.message
    assert "--family" in remark.hint


def test_an_answer_settles_a_question(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(("Sheet1", [(*HEAD[:4], "支出数"), ("a", "2026-03-05", "1", "甲", 5)])))
    grids = opened(path)

    found = taken(grids, TABLES, synonyms=synonyms(), family="finance", answers={("", "支出数"): "支出"})
    assert found.tables[0][1][0].cells["支出"].text == "5"

    found = taken(grids, TABLES, synonyms=synonyms(), family="finance", answers={("Sheet1", "支出数"): ""})
    assert not found.questions
    assert [one.address for one in found.remarks] == ["Sheet1!E1"]


_CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from([*HEAD, "合计", "a"]),
)


@given(
    st.lists(st.lists(_CELLS, max_size=7), max_size=8), st.sampled_from(["财务", "财务·逐笔", "Sheet1"]), st.booleans()
)
def test_no_cell_is_dropped_without_a_word(body: list[list[Any]], name: str, headed: bool) -> None:
    """Whatever stands in a sheet is in a line, or on a line or in a column that a remark names."""
    rows = tuple(map(tuple, [list(HEAD), *body] if headed else body))
    grid = Grid(name, hidden=False, rows=rows)

    found = taken([grid], TABLES, synonyms=synonyms(), family="finance")

    if not found.tables:
        assert found.remarks or not any(any(row) for row in rows)
        return
    named = {one.address for one in found.remarks} | {one.address for one in found.questions}
    held = {cell.address for _, lines in found.tables for line in lines for cell in line.cells.values() if cell.text}
    columns = {address.split("!")[1].rstrip("0123456789") for address in named if "!" in address}
    first = min((int(line.address.split("第")[1][:-1]) for _, lines in found.tables for line in lines), default=0)
    for row, cells in enumerate(rows):
        for at, value in enumerate(cells):
            address = grid.address(row, at)
            if value is None or not str(value).strip() or row + 1 < first or not first:
                continue
            if isinstance(value, str) and not any(char.isprintable() and not char.isspace() for char in value):
                continue
            known = address in held or address in named or f"{name} 第{row + 1}行" in named
            assert known or address.split("!")[1].rstrip("0123456789") in columns, (address, value)
