"""Makes `finance/`: a sheet for each village and month out of its streams of money."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from tests.sample.days import MONTHS, month_end, workday
from tests.sample.facts import Township, Village
from tests.sample.money import Stream
from tests.sample.writing import Inline, Noted, Plain, bare, yuan


def sheets(township: Township, village: Village) -> dict[int, Noted]:
    """Month → sheet; each opens with what the last one closed with."""
    found = {}
    held = Decimal(village.opening.replace(",", ""))
    for year, month in MONTHS:
        found[month], held = _sheet(township, village, year, month, held)
    return found


def _sheet(township: Township, village: Village, year: int, month: int, held: Decimal) -> tuple[Noted, Decimal]:
    lines: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    totals = {False: Decimal(0), True: Decimal(0)}
    vouchers = []
    for stream in village.streams:
        if month not in stream.amounts:
            continue
        amount = stream.amount(village.id, month)
        summary = stream.summary.format(m=month)
        handler = village.inner[stream.spending]
        lines[stream.spending].append(
            {"摘要": summary, "科目": DoubleQuotedScalarString(stream.account), "金额": yuan(amount), "经手人": handler}
        )
        totals[stream.spending] += amount
        vouchers += [
            (_paid_on(stream, year, month), stream.spending, *part) for part in _parts(stream, summary, amount)
        ]
    closing = held + totals[False] - totals[True]
    cash = min(Decimal(random.Random(f"{village.id} cash {month}").randrange(2400, 9800)) / 10, closing)
    record = {
        "编号": f"{village.id}-{year}-{month:02}",
        "村": village.id,
        "公开主体": village.collective,
        "期间": Plain(f"{year}-{month:02}"),
        "科目制度": DoubleQuotedScalarString("2023"),
        "期初结存": yuan(held),
        "收入": lines[False],
        "收入合计": yuan(totals[False]),
        "支出": lines[True],
        "支出合计": yuan(totals[True]),
        "期末结存": yuan(closing),
        "现金": yuan(cash),
        "银行存款": yuan(closing - cash),
        "逐笔": _entries(village, month, held, vouchers),
        "制表": f"{township.name}会计服务中心",
        "审核": village.supervisors,
        "备注": village.remarks.get(month),
    }
    return Noted(record, f"{village.name} {year}年{month}月"), closing


def _paid_on(stream: Stream, year: int, month: int) -> date:
    day = date(year, month, min(stream.day, month_end(year, month).day))
    later = workday(day)
    return later if later.month == month else workday(day, -1)


def _parts(stream: Stream, summary: str, amount: Decimal) -> list[tuple[str, Decimal]]:
    """The vouchers of one line: equal parts in whole yuan, the rest in the last."""
    if not stream.parts:
        return [(summary, amount)]
    share = Decimal(int(amount / len(stream.parts)))
    shares = [share] * (len(stream.parts) - 1)
    return [
        (f"{summary}（{part}）", value)
        for part, value in zip(stream.parts, [*shares, amount - sum(shares)], strict=True)
    ]


def _entries(village: Village, month: int, held: Decimal, vouchers: list[Any]) -> list[Inline]:
    found = []
    for number, (day, spending, summary, amount) in enumerate(sorted(vouchers, key=lambda v: (v[0], v[1])), 1):
        held += -amount if spending else amount
        found.append(
            Inline(
                {
                    "日期": day,
                    "凭证号": f"{month}-{number}",
                    "摘要": summary,
                    "支出" if spending else "收入": bare(amount),
                    "余额": bare(held),
                    "经手人": village.inner[spending],
                }
            )
        )
    return found
