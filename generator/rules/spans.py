"""A period longer than the item asks for: half a year on one sheet (F6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explanation, Finding, Records
from generator.records.item import MONTHS
from generator.rules._common import Report
from generator.rules._common.lengths import too_long

NAME = "spans"
EXPLANATION = Explanation(
    title="几期并成一期公开",
    what=(
        "公开记录的“期间”比事项要求的长:每月公开的写了一个季度、半年或一年,里面又没有按月公开过的(警告)。按那一期期末的规定算。"
        "已经逐月公开、另外再贴一张季度或年度汇总的不算;逐月公开缺了几个月的,由 overdue 或 incomplete 指出。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:一般事项至少每季度公布一次,财务往来较多的每月公布一次。"
        "检查实践:半年一公布、时间跨度太长,群众看到时已经问不清、改不了。"
    ),
    wrong="事项: [finance-cash-statement]      # 每月公开一次\n期间: 2026-H1\n上墙日期: 2026-07-09",
    right="事项: [finance-cash-statement]\n期间: 2026-06\n上墙日期: 2026-07-09",
    mend="按月(季)把账分开,每一期一张表、一条公开记录,补贴出来,日期照实写;半年的那一张可以留着作汇总。",
    inspection="F6",
)


def check(records: Records) -> Iterator[Finding]:
    """Each publication and item of which nothing shorter was published inside its period."""
    for one in too_long(records):
        due, most = MONTHS[one.item.frequency], one.period.length
        message = f"“{one.item.name}”要{one.item.frequency}公开一次,这里{one.period}一次公开,{most // due}期并成了一期"
        hint = f"{one.item.frequency}分开,逐期公开;这一张可以留着作汇总"
        yield Report(NAME, records, one.publication).warning(message, hint, "期间")
