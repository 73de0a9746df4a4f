"""The same thing published or entered twice, or told in two ways (F15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model import Explanation, Finding, Period, Records, fold
from generator.records.finance import Entry, Finance, Line
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.rules._common import Report, yuan

NAME = "duplicates"
EXPLANATION = Explanation(
    title="重复发布、前后不一",
    what=(
        "同一主体、同一期、同一种表有两张(错误);同一个数写了两次(错误);一张表里凭证号重复(两笔相同是错误,不同是警告);"
        "两期或两个村的表内容完全相同(警告);同一段文字换个标题再发(警告)、原样当作另一期的再发(提示);"
        "同一个项目写了两条(总投资不同时一起指出,警告);项目的总投资和决策时的金额不同(提示)。"
    ),
    why=(
        "检查实践:重复发布是凑数,两张说法不一的表比没有更糟。《村民委员会组织法》第三十五条要求公布的事项真实。"
        "凭证重复会使支出虚增。"
    ),
    wrong="- {编号: liucun-2026-03, 期间: 2026-03, …}\n- {编号: liucun-2026-03b, 期间: 2026-03, …}",
    right="- {编号: liucun-2026-03, 期间: 2026-03, …}\n- {编号: liucun-2026-04, 期间: 2026-04, …}",
    mend=(
        "留下正确的一份,删去另一份;公开后要改的,写公开记录的“更正”。每一期写这一期自己的内容。"
        "一张凭证分几行写,各行不同的,可以不改。"
    ),
    inspection="F15",
)

_LINES = 2
"""Lines of a sheet below which two alike mean nothing: the same bank interest, the same wages."""
_WORDS = 30
"""Characters of a text below which two alike mean nothing."""
_QUIET = re.compile("^.{0,12}(?:没有|未发生|无).{0,40}$")
"""A short text that says nothing happened is the same every time."""


def check(records: Records) -> Iterator[Finding]:
    """Sheets among each other, then the entries of each sheet."""
    seen: dict[tuple[str, str, str, str, Period], Finance] = {}
    for sheet in records.of(Finance):
        say = Report(NAME, records, sheet)
        kind = "表" if sheet.is_cash else sheet.statement
        first = seen.setdefault((sheet.township, sheet.place, sheet.publisher, sheet.statement, sheet.period), sheet)
        if first is not sheet:
            message = f"{sheet.publisher}{sheet.period}的{kind}已经有一张:{first.id}({records.where(first)})"
            yield say.error(message, "留下正确的一张,删去另一张;更正的内容写进公开记录的“更正”", "期间")
        yield from _vouchers(say, sheet)
    yield from _figures(records)
    yield from _sheets(records)
    yield from _texts(records)
    yield from _projects(records)


def _figures(records: Records) -> Iterator[Finding]:
    """Two written figures of one name, place, period and part: an article could take either."""
    seen: dict[tuple[Any, ...], Indicator] = {}
    for figure in records.of(Indicator):
        part = tuple(sorted(figure.dimensions.items()))
        first = seen.setdefault((figure.township, figure.place, figure.name, figure.period, part), figure)
        if first is not figure:
            period = figure.period.label if figure.period else ""
            message = f"“{figure.title}”{period}的数已经有一个:{first.id}({records.where(first)})"
            hint = "留下正确的一个;不是同一个数就换一个名称或写明期间"
            yield Report(NAME, records, figure).error(message, hint, "名称")


def _vouchers(say: Report, sheet: Finance) -> Iterator[Finding]:
    seen: dict[str, tuple[int, Entry]] = {}
    for index, entry in enumerate(sheet.entries):
        place, first = seen.setdefault(fold(entry.voucher), (index, entry))
        if place == index:
            continue
        message = (
            f"凭证号 {entry.voucher} 在第{place + 1}笔已经用了({say.records.where(sheet, '逐笔', place, '凭证号')})"
        )
        path = ("逐笔", index, "凭证号")
        if _content(entry) == _content(first):
            yield say.error(f"{message},两笔内容完全相同", "是重复录入就删去一笔", *path)
        else:
            yield say.warning(message, "核对凭证号;一张凭证分几行写时可以不改", *path)


def _content(entry: Entry) -> tuple[Any, ...]:
    return entry.day, fold(entry.summary), entry.income, entry.expense


def _sheets(records: Records) -> Iterator[Finding]:
    """One table under two periods or two villages: with its balances no two sheets can be alike by chance."""
    seen: dict[Any, Finance] = {}
    for sheet in records.of(Finance):
        content = _table(sheet)
        first = seen.setdefault((sheet.township, sheet.statement, content), sheet) if content else sheet
        same = (first.place, first.period, first.publisher) == (sheet.place, sheet.period, sheet.publisher)
        if first is sheet or same:
            continue  # two sheets of one period have been reported above
        whose = f"{_place(records, first)}{first.period}"
        message = f"这张表的内容和{whose}的({first.id},{records.where(first)})完全相同"
        hint = "像是整张抄来的:对照账本,填这一期自己的数"
        yield Report(NAME, records, sheet).warning(message, hint, "期间")


def _table(sheet: Finance) -> Any:
    """All that the sheet says, hashable; None when it says too little to be told apart."""
    lines = [(label, fold(line.summary), line.amount) for label, line in _lines(sheet)]
    rows = [(fold(row.name), row.current, row.to_date, row.start, row.end) for row in sheet.rows]
    moved = [row for row in sheet.rows if row.current]  # books in which nothing moved may look alike
    entries = [(entry.voucher, *_content(entry)) for entry in sheet.entries]
    if len(lines) < _LINES and len(moved) < _LINES and len(entries) < _LINES:
        return None
    return (sheet.opening, sheet.closing, tuple(lines), tuple(rows), tuple(entries))


def _lines(sheet: Finance) -> Iterator[tuple[str, Line]]:
    yield from (("收入", line) for line in sheet.incomes)
    yield from (("支出", line) for line in sheet.expenses)


def _place(records: Records, sheet: Finance) -> str:
    place = records.get(Place, f"{sheet.township}/{Place.family}/{sheet.place}")
    return place.name if place else sheet.place


def _texts(records: Records) -> Iterator[Finding]:
    """One text in two publications of a place; what lasts may be posted again as it is."""
    seen: dict[tuple[str, str, str], PublicationRecord] = {}
    for publication in records.of(PublicationRecord):
        text = fold(publication.text or "")
        if len(text) < _WORDS or publication.withdrawn is not None or publication.records:
            continue
        first = seen.setdefault((publication.township, publication.place, text), publication)
        say, renamed = Report(NAME, records, publication), _titled(publication) != _titled(first)
        message = f"正文和 {first.id}({records.where(first)})一字不差"
        hint = "写这一次自己的内容;没有新内容的,不用再发"
        if first is not publication and renamed:
            how = f"换成“{publication.title}”" if publication.title else "换了标题"
            yield say.warning(f"{message},{how}再发一次", hint, "正文")
        elif first is not publication and publication.period != first.period and not _QUIET.search(text):
            yield say.note(f"{message},像是照抄的", hint, "正文")


def _titled(publication: PublicationRecord) -> str:
    """The title without its numbers: of two quarters it is the same."""
    return re.sub(r"[\d一二三四上下]", "", fold(publication.title or ""))


def _projects(records: Records) -> Iterator[Finding]:
    """One project told twice, or with another sum than was decided."""
    seen: dict[tuple[str, str, str, Period | None], Project] = {}
    for project in records.of(Project):
        say, total = Report(NAME, records, project), project.budget.value
        first = seen.setdefault((project.township, project.place, fold(project.title), project.year), project)
        if first is not project:
            other = first.budget.value
            sums = f",总投资一个是 {yuan(other)},一个是 {yuan(total)}" if total and other and total != other else ""
            message = f"“{project.title}”已经写了一条:{first.id}({records.where(first)}){sums}"
            yield say.warning(message, "留下正确的一条;确实是两个项目的,名称写得能分清", "名称")
        matter = records.get(Procedure, f"{project.township}/{Procedure.family}/{project.procedure or ''}")
        if matter is not None and matter.budget and total and matter.budget != total:
            message = f"总投资 {yuan(total)},决策时({matter.id})的涉及金额是 {yuan(matter.budget)}"
            yield say.note(message, "写错的改正;预算有变化的,把变更的决定写进程序", "总投资")
