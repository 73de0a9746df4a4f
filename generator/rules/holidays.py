"""Working days that are counted in a year of which nobody has written the holidays, and holidays written wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import local
from generator.mechanisms.calendars import WorkCalendar
from generator.model import Explanation, Finding, Record, Records
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.issue import Issue
from generator.records.item import DisclosureItem
from generator.records.ledger import Ledger
from generator.records.procedure import Procedure
from generator.rules._common import Path, Report

NAME = "holidays"
EXPLANATION = Explanation(
    title="缺一年的节假日,或者节假日写错",
    what=(
        "按工作日算的期限(公开的期限、程序里的公示和间隔、台账的办理时限)走到没有节假日数据的年份,每年提一条(警告);"
        "今年的没有写,也提出来(警告)。节假日的最后一天早于第一天、放假或上班的日子不在这一年、调休上班的日子又写在放假里,"
        "是错误;调休上班的日子不是周末,是警告。"
    ),
    why=(
        "《政府信息公开条例》第二十六条规定二十个工作日以内公开,工作日要扣除法定节假日、算上调休上班的周末。"
        "国务院办公厅一般在十一月公布下一年的安排;没有数据的年份只扣周末,期限会差几天。"
    ),
    wrong="# 期限走到2028年,data/catalogue/holidays/ 里没有 2028.yml",
    right=(
        "编号: holidays-2028\n年: 2028\n核实: 是\n出处: 国务院办公厅关于2028年部分节假日安排的通知\n"
        "放假:\n  - {名称: 元旦, 自: 2028-01-01, 至: 2028-01-03}\n上班: [2028-01-08]"
    ),
    mend=(
        "1. 照国务院办公厅公布的安排,新建 data/catalogue/holidays/<年份>.yml,写放假和调休上班的日子。"
        "2. 对照通知核对,写“核实: 是”。3. 还没有公布的年份,等公布以后再补,期限先按警告里说的日子提前安排。"
    ),
    about="目录和统计",
)


@dataclass(frozen=True)
class _Counted:
    """Something counted in working days: where it is written, what it is called, from when to when."""

    record: Record
    path: Path
    name: str
    start: date
    end: date


def check(records: Records) -> Iterator[Finding]:
    """What is written, then what is missing: each year once, whatever is counted in it."""
    for year in records.of(HolidayYear):
        yield from _written(Report(NAME, records, year), year)
    calendar = WorkCalendar.of(records.of(HolidayYear))
    told: set[int] = set()
    for one in _counted(records, calendar):
        for missing in calendar.unknown(one.start, one.end):
            if missing not in told:
                told.add(missing)
                message = f"没有{missing}年的节假日数据,{one.name}按工作日算到 {one.end},这一年只扣了周末"
                yield Report(NAME, records, one.record).warning(message, _hint(missing), *one.path)
    if records.today.year not in calendar.years | told:
        yield from _this_year(records)


def _hint(year: int) -> str:
    return f"在 data/catalogue/holidays/{year}.yml 写上国务院办公厅公布的放假和调休上班的日子"


def _this_year(records: Records) -> Iterator[Finding]:
    """Nothing runs into it yet, but tomorrow something will: where anything here is counted in working days."""
    items = ((item, item.name) for item in records.of(DisclosureItem) if _by_workdays(item))
    forms = ((form, form.name) for form in records.of(ProcedureForm) if any(s.calendar == "工作日" for s in form.steps))
    ledgers = ((ledger, ledger.name) for ledger in records.of(Ledger) if ledger.calendar == "工作日")
    for record, name in (*items, *forms, *ledgers):
        year = records.today.year
        message = f"没有今年({year}年)的节假日数据,“{name}”等期限按工作日算,今年只扣了周末"
        yield Report(NAME, records, record).warning(message, _hint(year))
        return


def _counted(records: Records, calendar: WorkCalendar) -> Iterator[_Counted]:
    yield from _duties(records)
    for procedure in records.of(Procedure):
        yield from _steps(records, procedure, calendar)
    for issue in records.of(Issue):
        ledger = records.get(Ledger, f"{Ledger.family}/{issue.ledger}")
        if ledger is not None and ledger.calendar == "工作日":
            due = ledger.due(issue.due, issue.opened, calendar.after)
            if due is not None and due != issue.due:
                yield _Counted(issue, (), f"“{ledger.name}”的办理时限", issue.opened, due)


def _duties(records: Records) -> Iterator[_Counted]:
    for duty in records.duties:
        item = local(records, duty.township).item(duty.item)
        if item is not None and _by_workdays(item):
            place = records.find(f"{duty.township}/place/{duty.place}")
            name = f"{getattr(place, 'name', duty.place)}“{item.name}”"
            record = records.find(duty.record) or place or item
            yield _Counted(record, (), name, duty.opens, duty.due)


def _by_workdays(item: DisclosureItem) -> bool:
    """Whether its deadline is counted so, now or under an earlier law."""
    deadlines = (item.deadline, *(former.deadline for former in item.former))
    return any(deadline is not None and deadline.calendar == "工作日" for deadline in deadlines)


def _steps(records: Records, procedure: Procedure, calendar: WorkCalendar) -> Iterator[_Counted]:
    form = records.get(ProcedureForm, f"{ProcedureForm.family}/{procedure.form}")
    counted = {step.name: step for step in form.steps if step.calendar == "工作日"} if form else {}
    for index, step in enumerate(procedure.steps):
        rule = counted.get(step.name)
        days = [day for day in (step.day, step.posted, step.notified) if day is not None]
        if rule is None or not days:
            continue
        longest = max((n for n in (rule.board_days, rule.within, rule.gap, rule.notice_days) if n), default=0)
        if longest:
            end = calendar.after(max(days), rule.board_days or 0)
            yield _Counted(procedure, ("步骤", index, "步骤"), f"“{step.name}”的天数", min(days), end)


def _written(say: Report, year: HolidayYear) -> Iterator[Finding]:
    off: set[date] = set()
    for index, holiday in enumerate(year.holidays):
        if holiday.last < holiday.first:
            message = f"“{holiday.name}”的最后一天 {holiday.last} 早于第一天 {holiday.first}"
            yield say.error(message, "核对两个日期", "放假", index, "至")
        elif year.year not in (holiday.first.year, holiday.last.year):
            message = f"“{holiday.name}”放假的日子 {holiday.first} 不在{year.year}年"
            yield say.error(message, "核对“年”和放假的日子", "放假", index, "自")
        else:
            off.update(holiday.days())
    for index, day in enumerate(year.workdays):
        if day in off:
            yield say.error(f"调休上班的日子 {day} 又写在放假里", "两处留一处", "上班", index)
        elif abs(day.year - year.year) > 0:
            yield say.error(f"调休上班的日子 {day} 不在{year.year}年", "写到那一年的文件里", "上班", index)
        elif day.weekday() < 5:
            yield say.warning(f"调休上班的日子 {day} 不是周末", "平时就上班的日子不用写;日期写错就改正", "上班", index)
