"""A statement whose rows contradict each other, the chart, or the statement before it (F5).

Which rows add up to which, the chart of accounts says: nothing of it stands in the program. Two publishers, two charts are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.model import Explanation, Finding, Records, nearest
from generator.model.text import clip
from generator.records.chart import StatementForm, StatementRow
from generator.records.finance import CASH, BookRow, Finance, covering
from generator.rules._common import Report, yuan
from generator.rules._common.books import Run, apart, chart_of, earlier, runs

NAME = "statements"
EXPLANATION = Explanation(
    title="报表不平",
    what=(
        "资产负债表、收益及收益分配表一类的报表:行的名称要照科目表;合计等于各行相加,要平的两边要平;"
        "累计等于上一期的累计加本期;今年的年初等于上年的期末;长的一期等于里面各期相加。对不上是错误;"
        "多写了一栏,或者收支公开榜里写了报表行,是警告。没有写的行当作零。"
    ),
    why=(
        "《农村集体经济组织法》第四十六条:年度财务会计报告、收益分配方案在开会十日前供成员查阅;一行写错,"
        "大家就照错的数分配。检查实践:资产负债表不平,说明是凑出来的,不是从账上来的。"
    ),
    wrong=(
        "表: 资产负债表\n报表行:\n  - {项目: 货币资金, 期末: 60.00}\n  - {项目: 固定资产, 期末: 40.00}\n"
        "  - {项目: 资产总计, 期末: 110.00}"
    ),
    right=(
        "表: 资产负债表\n报表行:\n  - {项目: 货币资金, 期末: 60.00}\n  - {项目: 固定资产, 期末: 40.00}\n"
        "  - {项目: 资产总计, 期末: 100.00}"
    ),
    mend=(
        "拿账上的报表逐行核对,改正不一样的一行;差额正好是一行的,看那一行是不是漏写。"
        "年初和累计从上一张表原样转来。已经公开的写更正。"
    ),
    inspection="F5",
)

_ZERO = Decimal(0)
_SHOWN = 5  # that many rows of a sum are written out
_FIELDS = {str(field.alias): name for name, field in BookRow.model_fields.items() if name != "name"}
"""Column as the chart calls it → field of a row."""
_NOW, _TO_DATE, _START, _END = "本期", "累计", "年初", "期末"


def check(records: Records) -> Iterator[Finding]:
    """Each statement by itself, then the statements of one publisher beside each other."""
    for sheet in records.of(Finance):
        if sheet.is_cash:
            if sheet.rows:
                hint = "写成报表就加上“表”,例如 表: 资产负债表;不是就删去这些行"
                yield Report(NAME, records, sheet).warning(f"{CASH}不写报表行", hint, "报表行")
            continue
        chart = chart_of(records, sheet)
        if chart is None:
            continue
        say, form = Report(NAME, records, sheet), chart.statement(sheet.statement)
        if form is None:
            names = [CASH, *(one.name for one in chart.statements)]
            hint = nearest(sheet.statement, names) or f"可以写:{'、'.join(names)}"
            yield say.error(f"{chart.id}科目表没有“{clip(sheet.statement)}”这张表", hint, "表")
            continue
        yield from _alone(_Table(say, sheet, form))
    for run in runs(records):
        for sheet in run:
            chart = chart_of(records, sheet)
            if chart and (form := chart.statement(sheet.statement)):
                yield from _beside(_Table(Report(NAME, records, sheet), sheet, form), run)


@dataclass(frozen=True)
class _Table:
    """A statement and its layout."""

    say: Report
    sheet: Finance
    form: StatementForm

    def cells(self, column: str) -> Iterator[tuple[int, StatementRow, Decimal]]:
        """The figures of a column whose rows the layout has: position, row, figure."""
        for index, row in enumerate(self.sheet.rows):
            layout, figure = self.form.row(row.name), getattr(row, _FIELDS[column])
            if layout is not None and figure is not None:
                yield index, layout, figure

    def written(self, column: str) -> dict[str, Decimal]:
        """Row → figure; what stands twice is reported by itself."""
        return {row.name: figure for _, row, figure in self.cells(column)}

    def differs(self, index: int, column: str, what: str, due: Decimal, hint: str) -> Finding:
        """A figure that is not what it should be."""
        row = self.sheet.rows[index]
        told = getattr(row, _FIELDS[column])
        message = f"“{clip(row.name)}”{column}写的是 {yuan(told)},{what} {yuan(due)},{apart(told, due)}"
        return self.say.error(message, hint, "报表行", index, column)


def _alone(table: _Table) -> Iterator[Finding]:
    yield from _rows(table)
    yield from _columns(table)
    for column in _FIELDS:
        yield from _sums(table, column)
        yield from _balanced(table, column)
    yield from _year(table)


def _rows(table: _Table) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, row in enumerate(table.sheet.rows):
        if table.form.row(row.name) is None:
            hint = nearest(row.name, [one.name for one in table.form.rows]) or "行的名称照科目表里的写"
            yield table.say.error(f"{table.form.name}没有“{clip(row.name)}”这一行", hint, "报表行", index, "项目")
        elif row.name in seen:
            yield table.say.error(f"“{clip(row.name)}”写了两行", "留下正确的一行", "报表行", index, "项目")
        seen.add(row.name)


def _columns(table: _Table) -> Iterator[Finding]:
    for column, name in _FIELDS.items():
        first = next((i for i, row in enumerate(table.sheet.rows) if getattr(row, name) is not None), None)
        if first is not None and column not in table.form.columns:
            hint = f"这张表有:{'、'.join(table.form.columns)};别的栏不参加核对"
            yield table.say.warning(f"{table.form.name}没有“{column}”这一栏", hint, "报表行", first, column)


def _sums(table: _Table, column: str) -> Iterator[Finding]:
    known = table.written(column)
    for index, row, figure in table.cells(column):
        due = _expected(table.form, row, known, {})
        if due is not None and due != figure:
            signs = [f"{'−' if sign < 0 else '+'} {part}" for sign, part in row.parts]
            sums = " ".join(signs[:_SHOWN]).removeprefix("+ ") + (f" 等{len(signs)}行" if len(signs) > _SHOWN else "")
            yield table.differs(index, column, f"按 {sums} 算是", due, "逐行核对,看哪一行漏写、多写或写错")


def _expected(
    form: StatementForm, row: StatementRow, known: dict[str, Decimal], found: dict[str, Decimal | None]
) -> Decimal | None:
    """What the parts of a row come to, parts that are not written by their own parts; None when there is none."""
    total = None
    for sign, part in row.parts:
        if part not in known and part not in found:
            below = form.row(part)
            found[part] = _expected(form, below, known, found) if below else None
        figure = known[part] if part in known else found[part]
        if figure is not None:
            total = (total or _ZERO) + sign * figure
    return total


def _balanced(table: _Table, column: str) -> Iterator[Finding]:
    known = table.written(column)
    sides = [(name, known[name]) for name in table.form.equal if name in known]
    for name, figure in sides[1:]:
        first, due = sides[0]
        if figure != due:
            index = next(index for index, row, _ in table.cells(column) if row.name == name)
            hint = "两边都逐行核对;差额正好是某一行的,看那一行是不是漏写"
            yield table.differs(index, column, f"应当等于“{first}”的", due, hint)


def _year(table: _Table) -> Iterator[Finding]:
    """The running total beside the period's own figure; a total follows from its rows."""
    now = table.written(_NOW)
    january = table.sheet.period.start.month == 1
    for index, row, told in table.cells(_TO_DATE):
        figure = now.get(row.name)
        if figure is None or not row.adds:
            continue
        if january and told != figure:
            hint = "累计从1月起算,第一期的累计就是本期"
            yield table.differs(index, _TO_DATE, "是一年的第一期,应当等于本期的", figure, hint)
        elif not january and not row.sums and told < figure and figure > 0:
            yield table.differs(index, _TO_DATE, "少于本期的", figure, "累计包括本期:对照账本改正")


def _beside(table: _Table, run: Run) -> Iterator[Finding]:
    sheet = table.sheet
    for before in earlier(run, sheet):
        yield from _added(table, _Table(table.say, before, table.form))
    closed = date(sheet.period.start.year, 1, 1) - timedelta(days=1)
    for last in run:
        if last.period.end == closed and last.chart == sheet.chart:
            yield from _opened(table, _Table(table.say, last, table.form))
    shorter = (one for one in run if one.period.length < sheet.period.length and one.chart == sheet.chart)
    parts, missing = covering(shorter, sheet.period)
    if parts and not missing:
        yield from _whole(table, [_Table(table.say, part, table.form) for part in parts])


def _added(table: _Table, before: _Table) -> Iterator[Finding]:
    first = before.written(_NOW) if before.sheet.period.start.month == 1 else {}  # all of the year so far
    now, told_last = table.written(_NOW), before.written(_TO_DATE)
    last = first | told_last
    if not last or not now:
        return
    for index, row, told in table.cells(_TO_DATE):
        due = last.get(row.name, _ZERO) + now.get(row.name, _ZERO)
        unknown = row.sums and row.name not in last  # a blank is nought, but a total that was left out is not
        if row.adds and not unknown and told != due:
            column = _TO_DATE if row.name in told_last or row.name not in first else _NOW
            what = f"{before.sheet.period}的{column}({_where(before, row)})加本期是"
            yield table.differs(index, _TO_DATE, what, due, "累计等于上一期的累计加本期:改正写错的一个")


def _opened(table: _Table, last: _Table) -> Iterator[Finding]:
    ends = last.written(_END)
    for index, row, told in table.cells(_START):
        due = ends.get(row.name)
        if due is not None and told != due:
            what = f"{last.sheet.period}的期末({_where(last, row)})是"
            yield table.differs(index, _START, what, due, "上年的期末原样转作今年的年初:改正写错的一张表")


def _whole(table: _Table, parts: list[_Table]) -> Iterator[Finding]:
    columns = [part.written(_NOW) for part in parts]
    for index, row, told in table.cells(_NOW):
        figures = [column[row.name] for column in columns if row.name in column]
        due = sum(figures, _ZERO)
        if row.adds and figures and told != due:
            what = f"{parts[0].sheet.period}至{parts[-1].sheet.period}的{len(parts)}张表相加是"
            yield table.differs(index, _NOW, what, due, "逐期核对,看哪一期改过而没有一起改")


def _where(table: _Table, row: StatementRow) -> str:
    names = [one.name for one in table.sheet.rows]
    path = ("报表行", names.index(row.name)) if row.name in names else ("报表行",)
    return str(table.say.records.where(table.sheet, *path))
