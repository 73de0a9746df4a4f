"""A workbook that somebody sent → lines of our tables, with what is wrong or doubtful named at its cell.

opened → headings found → lines cleaned. Nothing is dropped without a word, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from generator.exchange.columns import Table
from generator.exchange.reading.grids import Grid
from generator.exchange.reading.headings import Answers, Finder, Headed
from generator.exchange.reading.opening import opened
from generator.exchange.reading.sheets import Sheet
from generator.exchange.reading.taking import Cell, Line, Question, Remark, Taken
from generator.model import Level
from generator.trees.reader import read

__all__ = ["Cell", "Grid", "Line", "Question", "Remark", "Taken", "opened", "synonyms", "taken"]

_OURS = ("填写说明", "选项", "说明")
"""Sheets of our own workbooks that hold no data."""


@cache
def synonyms() -> Mapping[str, Sequence[str]]:
    """Label → what other people call the column."""
    file = Path(__file__).with_name("synonyms.yml")
    node, _ = read(file.read_bytes(), file.name)
    found: dict[str, list[str]] = node.plain() if node is not None else {}
    return found


def taken(
    grids: Sequence[Grid],
    tables: Sequence[Table],
    *,
    synonyms: Mapping[str, Sequence[str]],
    family: str = "",
    answers: Answers | None = None,
) -> Taken:
    """The lines of a workbook. family: which tables its sheets may be, where their names do not tell."""
    found: list[tuple[Table, tuple[Line, ...]]] = []
    remarks: list[Remark] = []
    questions: list[Question] = []
    possible = [table for table in tables if not family or table.family == family]
    finder = Finder(possible, synonyms, answers or {})
    for grid in grids:
        if grid.name in _OURS or grid.name.startswith("_gongkai") or not any(any(row) for row in grid.rows):
            continue
        if grid.hidden:
            remarks.append(Remark(Level.NOTE, grid.name, "是隐藏的表,没有读", "要读,在 Excel 里取消隐藏"))
            continue
        headed = finder.headed(grid)
        if headed is None or (headed.rivals and not family):
            remarks.append(_lost(grid, headed))
            continue
        sheet = Sheet(grid, headed, remarks)
        questions += sheet.questions()
        found.append((headed.table, tuple(sheet.lines())))
    if not found and not any(one.level is Level.ERROR for one in remarks):
        remarks.append(Remark(Level.ERROR, "", "没有读到任何一行", "标题写成数据里的标签,例如 编号、村、期间、金额"))
    return Taken(tuple(found), tuple(remarks), tuple(questions))


def _lost(grid: Grid, headed: Headed | None) -> Remark:
    if headed is None:
        hint = "标题写成数据里的标签,例如 编号、村、期间、金额;或加 --family 写明是哪一类"
        return Remark(Level.ERROR, grid.name, "找不到标题行,没有读", hint)
    names = "、".join((headed.table.title, *headed.rivals[:3]))
    return Remark(Level.ERROR, grid.name, f"看不出是哪一类,可能是{names}", "加 --family 写明,例如 --family finance")
