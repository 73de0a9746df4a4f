"""The lines below the heading of one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from generator.dictionary import Entry, Kind
from generator.exchange.reading.cleaning import cleaned
from generator.exchange.reading.grids import Grid
from generator.exchange.reading.headings import Headed, Heading
from generator.exchange.reading.taking import Cell, Line, Question, Remark
from generator.model import Level
from generator.model.text import clip, fold

_TOTALS = ("合计", "总计", "小计", "共计", "本页合计", "本页小计", "本月合计", "本月小计", "累计", "本年累计")
_NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.FIGURE, Kind.COUNT)
_ASIDE = ("制表", "审核", "填表", "单位负责人", "经办", "注:", "注：", "备注:", "备注：", "说明:", "说明：")


@dataclass(frozen=True)
class Sheet:
    """One sheet under its heading."""

    grid: Grid
    headed: Headed
    remarks: list[Remark]

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return {column.label: column.entry for column in self.headed.table.columns}

    @cached_property
    def ours(self) -> bool:
        """Whether the sheet is one of our own export: then a line is what it is."""
        return self.grid.name == self.headed.table.title

    def say(self, level: Level, address: str, message: str, hint: str = "") -> None:
        self.remarks.append(Remark(level, address, message, hint))

    def questions(self) -> Iterator[Question]:
        """Doubtful headings; columns that nobody knows are said."""
        grid, above = self.grid, self.headed.first - 1
        for at, text, candidates in self.headed.unsure:
            yield Question(grid.name, text, grid.address(above, at), candidates)
        for at, text in self.headed.unknown:
            self.say(
                Level.WARNING, grid.address(above, at), f"“{clip(text)}”这一列没有读", "要读,加 --heading 标题=列名"
            )
        for at, text in self.headed.twice:
            said = f"“{clip(text)}”这个标题前面已有一列"
            self.say(Level.ERROR, grid.address(above, at), said, "改成不同的标题,或删去一列")
        known = {one.at for one in self.headed.known}
        named = known | {at for at, *_ in (*self.headed.unsure, *self.headed.unknown, *self.headed.twice)}
        for at in range(max(map(len, grid.rows))):
            row = next((row for row in range(self.headed.first, len(grid.rows)) if grid.at(row, at) is not None), None)
            if at not in named and row is not None:
                self.say(Level.WARNING, grid.address(row, at), "这一列没有标题,没有读", "要读,写上标题")

    def lines(self) -> Iterator[Line]:
        sums: dict[str, Decimal] = {}
        for row in range(self.headed.first, len(self.grid.rows)):
            kind = self._kind(row)
            if kind == "total":
                self._total(row, sums)
            elif kind == "aside":
                words = " ".join(str(cell) for cell in self._shown(row))
                self.say(Level.NOTE, f"{self.grid.name} 第{row + 1}行", f"“{clip(words)}”不是数据,没有读")
            elif kind == "line":
                line = self._line(row)
                self._add(sums, line)
                yield line

    def _shown(self, row: int) -> list[object]:
        cells = (self.grid.at(row, at) for at in range(len(self.grid.rows[row])))
        return [cell for cell in cells if cell is not None]

    def _kind(self, row: int) -> str:
        if not any(self._filled(row, at) for at in range(len(self.grid.rows[row]))):
            return ""
        if self.ours:
            return "line" if any(self._filled(row, one.at) for one in self.headed.known) else "aside"
        shown = self._shown(row)
        first = fold(str(shown[0])) if shown else ""
        if first.rstrip(":：") in _TOTALS:
            return "total"
        own = [one for one in self.headed.known if self._filled(row, one.at)]
        same = [one for one in own if fold(str(self.grid.at(row, one.at))) == fold(one.text)]
        if not own or (len(same) > 1 and len(same) == len(own)):
            return "aside"
        return "aside" if len(set(map(str, shown))) == 1 and first.startswith(_ASIDE) else "line"

    def _filled(self, row: int, at: int) -> bool:
        own = self.grid.rows[row][at] if at < len(self.grid.rows[row]) else None
        return (own not in (None, "") and bool(str(own).strip())) or (row, at) in self.grid.marks

    def _line(self, row: int) -> Line:
        cells = {one.label: self._cell(row, one) for one in self.headed.known}
        return Line(cells, f"{self.grid.name} 第{row + 1}行")

    def _cell(self, row: int, heading: Heading) -> Cell:
        grid, entry = self.grid, self.entries[heading.label]
        address = grid.address(row, heading.at)
        if mark := grid.marks.get((row, heading.at)):
            broken = "公式没有算出结果" if mark == "=" else f"公式出错({mark})"
            hint = "用 Excel 或 WPS 打开保存一次" if mark == "=" else "改好公式,或直接写数"
            self.say(Level.ERROR, address, broken, hint)
            return Cell("", address)
        value = grid.at(row, heading.at)
        if value is not None and entry.kind in _NUMBERS and grid.spread(row, heading.at):
            self.say(Level.WARNING, address, "几行合并成一格,数只算在第一行", "取消合并,各行写各行的数")
            return Cell("", address)
        made = cleaned(entry, value, heading.factor)
        text = (
            "\n".join(_listed(made.text)) if entry.many and not self.ours and entry.kind is not Kind.LONG else made.text
        )
        if made.level is not None:
            self.say(made.level, address, f"“{heading.label}”{made.message}", made.hint)
        return Cell(text, address)

    def _add(self, sums: dict[str, Decimal], line: Line) -> None:
        for label, cell in line.cells.items():
            if self.entries[label].kind is Kind.MONEY and cell.text:
                sums[label] = sums.get(label, Decimal(0)) + Decimal(cell.text)

    def _total(self, row: int, sums: dict[str, Decimal]) -> None:
        """A line of totals is no data, but it must be right; what is added up begins anew below it."""
        where = f"{self.grid.name} 第{row + 1}行"
        self.say(Level.NOTE, where, "是合计行,没有读进数据")
        for one in self.headed.known:
            if one.label not in sums:
                continue
            made = cleaned(self.entries[one.label], self.grid.at(row, one.at), one.factor)
            try:
                stated = Decimal(made.text) if made.text else None
            except InvalidOperation:
                stated = None
            if stated is not None and stated != sums[one.label]:
                said = f"“{one.label}”合计写的是 {stated:,},各行加起来是 {sums[one.label]:,}"
                self.say(Level.WARNING, self.grid.address(row, one.at), said, "核对各行和合计")
        sums.clear()


def _listed(text: str) -> list[str]:
    """Several values that stand in one cell of a workbook from elsewhere."""
    for sign in "、；;":
        text = text.replace(sign, "\n")
    return [one.strip() for one in text.split("\n") if one.strip()]
