"""A list of a payment whose lines and totals differ; the rule reads the names but never repeats one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.model import Explanation, Finding, Records
from generator.records.roster import Entitled, Roster
from generator.rules._common import Report, yuan

NAME = "payouts"
EXPLANATION = Explanation(
    title="名单和合计对不上",
    what="名单各行相加要等于合计金额，行数要等于户数，人数相加要等于总人数（错误）；一行的数量乘发放标准要等于金额（警告）；"
    "同一组里一个姓名出现两次（提示）；名单空着（错误）。",
    why="检查实践：补贴名单和发放数对不上，是群众最先看出来的账实不符；《农村集体经济组织财务公开规定》要求逐项逐笔公开。",
    wrong="名单:\n  - {组: 二组, 姓名: 张某, 数量: 4, 发放标准: 125.00, 金额: 500.00}\n  - {组: 二组, 姓名: 李某, 数量: 2, 发放标准: 125.00, 金额: 250.00}\n"
    "户数: 2\n合计金额: 570.00",
    right="名单:\n  - {组: 二组, 姓名: 张某, 数量: 4, 发放标准: 125.00, 金额: 500.00}\n  - {组: 二组, 姓名: 李某, 数量: 2, 发放标准: 125.00, 金额: 250.00}\n"
    "户数: 2\n合计金额: 750.00",
    mend="对照发放表逐行核对，改正写错的一行或合计；同名的两户写明各自的组，确是两户就不用改。",
    about="财务",
)


def check(records: Records) -> Iterator[Finding]:
    """Each list: its totals, its lines, who stands in it twice."""
    for roster in records.of(Roster):
        say = Report(NAME, records, roster)
        if not roster.rows:
            yield say.error("名单里一户也没有", "把发放表的各户抄进来,一户一行", "名单")
            continue
        yield from _totals(say, roster)
        yield from _lines(say, roster)
        yield from _twice(say, roster)


def _totals(say: Report, roster: Roster) -> Iterator[Finding]:
    amount = sum((row.amount for row in roster.rows), Decimal(0))
    if amount != roster.total:
        message = (
            f"名单各行相加是 {yuan(amount)},合计金额写的是 {yuan(roster.total)},相差 {yuan(abs(amount - roster.total))}"
        )
        yield say.error(message, "对照发放表,改正写错的一行或合计", "合计金额")
    if len(roster.rows) != roster.households:
        message = f"名单有 {len(roster.rows)} 行,户数写的是 {roster.households}"
        yield say.error(message, "漏抄的补上,多抄的删去,或改正户数", "户数")
    counted = [row.people for row in roster.rows if row.people is not None]
    if roster.people is not None and len(counted) == len(roster.rows) and sum(counted) != roster.people:
        yield say.error(
            f"各户人数相加是 {sum(counted)},总人数写的是 {roster.people}", "核对各户的人数和总人数", "总人数"
        )


def _lines(say: Report, roster: Roster) -> Iterator[Finding]:
    for index, row in enumerate(roster.rows):
        times = row.quantity if row.quantity is not None else row.people
        if times is None or row.standard is None or abs(times * row.standard - row.amount) < Decimal("0.01"):
            continue
        counted = format(times.normalize(), "f") if isinstance(times, Decimal) else str(times)
        message = f"第{index + 1}行 {counted} × {yuan(row.standard)} = {yuan(times * row.standard)},写的金额是 {yuan(row.amount)}"
        yield say.warning(message, "核对数量、发放标准和金额;有扣减的写进备注", "名单", index, "金额")


def _twice(say: Report, roster: Roster) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for index, row in enumerate(roster.rows):
        at = first.setdefault(_who(row, index), index)
        if at != index:
            message = f"第{index + 1}行和第{at + 1}行的组和姓名一样"
            yield say.note(message, "重复的删去一行;同名的两户不用改,公开时会加上序号", "名单", index, "姓名")


def _who(row: Entitled, index: int) -> tuple[str, str]:
    return (row.group or "", row.name) if row.name else ("", str(index))
