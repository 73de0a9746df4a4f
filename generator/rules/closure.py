"""An entry of a ledger that was closed too easily, or not at all: the rate is 100 per cent and nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.mechanisms.calendars import WorkCalendar
from generator.model import Explanation, Finding, Records, nearest
from generator.records.holiday import HolidayYear
from generator.records.issue import Issue
from generator.records.ledger import Ledger
from generator.rules._common import Report

NAME = "closure"
EXPLANATION = Explanation(
    title="台账销号不实或逾期",
    what=(
        "销号不早于登记、不在今天以后,办结的不多于登记的,安置的不多于涉及的;台账要求必填的要写,"
        "来源和类别要是台账有的(错误)。过了办结期限还没有办完,销了号没有写结果,没有办完就销号,"
        "销号以后还有进展,是警告;还有人没有写去向,是提示。没有写办结期限的,从登记日期按台账的天数算。"
    ),
    why="检查实践:问题清单没有责任人、没有期限,一销了之;整改率百分之百,问题还在。",
    wrong="台账: problems\n事项: 路灯不亮\n登记日期: 2026-03-02\n销号日期: 2026-02-20",
    right=(
        "台账: problems\n事项: 路灯不亮\n登记日期: 2026-03-02\n销号日期: 2026-03-20\n"
        "结果: 换了12盏灯,村民代表看过都亮了"
    ),
    mend=(
        "日期、件数写错的改正。没有办完的不销号,在“进展”里写办到哪一步;要延期的改“办结期限”,"
        "在“进展”里写明理由。办完的写清结果。"
    ),
    about="活动、考核和台账",
)

_LABELS = {str(field.alias): name for name, field in Issue.model_fields.items() if not str(field.alias).startswith("@")}
_Workday = Callable[[date, int], date]


def check(records: Records) -> Iterator[Finding]:
    """The ledgers by themselves, then every entry against its ledger."""
    workday = WorkCalendar.of(records.of(HolidayYear)).after
    for ledger in records.of(Ledger):
        yield from _ledger(Report(NAME, records, ledger), ledger)
    for issue in records.of(Issue):
        say = Report(NAME, records, issue)
        yield from _days(say, issue)
        yield from _closed(say, issue)
        yield from _settled(say, issue)
        used = records.get(Ledger, f"{Ledger.family}/{issue.ledger}")
        if used is not None:  # that it is missing, the references rule says
            yield from _words(say, issue, used)
            yield from _required(say, issue, used)
            yield from _overdue(say, issue, used, workday)


def _ledger(say: Report, ledger: Ledger) -> Iterator[Finding]:
    for index, label in enumerate(ledger.required):
        if label not in _LABELS:
            hint = nearest(label, _LABELS) or f"台账的项有:{'、'.join(_LABELS)}"
            yield say.error(f"台账里没有“{label}”这一项,不能列为必填", hint, "必填", index)


def _days(say: Report, issue: Issue) -> Iterator[Finding]:
    today = say.records.today
    for label, day in (("登记日期", issue.opened), ("销号日期", issue.closed)):
        if day is not None and day > today:
            yield say.error(f"{label} {day} 在今天({today})以后", "只写已经办过的;日期写错就改正", label)
    if issue.closed is not None and issue.closed < issue.opened:
        message = f"销号日期 {issue.closed} 早于登记日期 {issue.opened}"
        yield say.error(message, "核对两个日期", "销号日期")
    for index, step in enumerate(issue.progress):
        if issue.closed is not None and step.day > issue.closed:
            message = f"{issue.closed} 已经销号,{step.day} 还有进展"
            yield say.warning(message, "没有办完的,删去销号日期;日期写错就改正", "进展", index, "日期")


def _closed(say: Report, issue: Issue) -> Iterator[Finding]:
    count, closed = issue.count, issue.closed_count
    if closed is not None and closed > count:
        yield say.error(f"办结{closed}件,比登记的{count}件还多", "核对件数和办结件数", "办结件数")
    elif closed is not None and closed < count and issue.closed is not None:
        message = f"写了销号日期,{count}件里却只办结{closed}件"
        yield say.warning(message, "没有办完的,删去销号日期;办完了的,改正办结件数", "办结件数")
    if issue.closed is not None and issue.outcome is None:
        yield say.warning("销了号,没有写结果", "在“结果”里写明怎样办结的", "销号日期")


def _settled(say: Report, issue: Issue) -> Iterator[Finding]:
    """Where people went, added up, against how many there are."""
    for label, unit, whole, parts in (
        ("户数", "户", issue.households, [share.households for share in issue.shares]),
        ("人数", "名", issue.people, [share.people for share in issue.shares]),
    ):
        known = [part for part in parts if part is not None]
        total = sum(known)
        if whole is None or not known or total == whole:
            continue
        message = f"安置的{label}合计{total}{unit},涉及{whole}{unit}"
        if total > whole:
            yield say.error(f"{message},安置的比涉及的还多", f"核对安置的各项和{label}", "安置")
        else:
            hint = "核对;还没有安置的,在“措施”或“进展”里写明"
            yield say.note(f"{message},有{whole - total}{unit}没有写去向", hint, "安置")


def _words(say: Report, issue: Issue, ledger: Ledger) -> Iterator[Finding]:
    for label, word, words in (("来源", issue.source, ledger.sources), ("类别", issue.kind, ledger.kinds)):
        if word is not None and words and word not in words:
            hint = nearest(word, words) or f"可以写:{'、'.join(words)}"
            yield say.error(f"“{ledger.name}”的{label}没有“{word}”", hint, label)


def _required(say: Report, issue: Issue, ledger: Ledger) -> Iterator[Finding]:
    for label in ledger.required:
        if label in _LABELS and getattr(issue, _LABELS[label]) in (None, ()):
            yield say.error(f"“{ledger.name}”必须写{label}", f"补上“{label}”", "编号")


def _overdue(say: Report, issue: Issue, ledger: Ledger, workday: _Workday) -> Iterator[Finding]:
    today = say.records.today
    due = ledger.due(issue.due, issue.opened, workday)
    left = issue.count - issue.done(today)
    if due is None or due >= today or left <= 0:
        return
    many = f"还有{left}{ledger.unit}没有{ledger.closing}" if issue.count > 1 else f"还没有{ledger.closing}"
    message = f"应当在 {due} 以前{ledger.closing},已经逾期{(today - due).days}天,{many}"
    hint = f"{ledger.closing}了就写“销号日期”和“结果”;要延期的改“办结期限”,在“进展”里写明理由"
    yield say.warning(message, hint, "办结期限" if issue.due is not None else "登记日期")
