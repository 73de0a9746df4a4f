"""Makes `finance/statements.yml`: what the cash sheets come to by account, a quarter at a time; one village's year."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from tests.sample import real_life
from tests.sample.days import MONTHS, QUARTERS
from tests.sample.facts import Township, Village
from tests.sample.plain import code, entry, row
from tests.sample.writing import Noted, bare, yuan

_ACCOUNTS = {
    "501": "经营收入",
    "502": "投资收益",
    "503": "补助收入",
    "504": "其他收入",
    "511": "经营支出",
    "513": "管理费用",
    "514": "公益支出",
}
"""Account of the chart of 2023 → row of its statements. Money of projects (241) is neither income nor spending."""
_EARNED = ("经营收入", "投资收益", "补助收入", "其他收入")
_SPENT = ("经营支出", "管理费用", "公益支出")


def statements(township: Township) -> list[Noted]:
    """A statement of income and spending for each village and quarter."""
    return [sheet for village in township.villages for sheet in _quarters(township, village)]


def _quarters(township: Township, village: Village) -> list[Noted]:
    found = []
    to_date: dict[str, Decimal] = defaultdict(Decimal)
    for quarter, months in QUARTERS.items():
        sums = _sums(village, months)
        if quarter[:4] == "2025":
            rows = _rows(sums, {})  # the months before October are not in the sample
        else:
            for name, amount in sums.items():
                to_date[name] += amount
            rows = _rows(sums, to_date)
        found.append(
            entry(
                f"{village.id}-accounts-{quarter}",
                f"{village.name}{quarter[:4]}年第{quarter[-1]}季度" if quarter == "2025-q4" else "",
                村=village.id,
                公开主体=village.collective,
                期间=quarter.upper(),
                科目制度=code("2023"),
                表="收支明细表",
                报表行=rows,
                制表=f"{township.name}会计服务中心",
                审核=village.supervisors,
            )
        )
    return found


def _sums(village: Village, months: tuple[int, ...]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for stream in village.streams:
        for month in months:
            if month in stream.amounts and stream.account in _ACCOUNTS:
                sums[_ACCOUNTS[stream.account]] += stream.amount(village.id, month)
    income, spending = sum((sums[n] for n in _EARNED), Decimal(0)), sum((sums[n] for n in _SPENT), Decimal(0))
    return {**sums, "收入合计": income, "支出合计": spending, "收支差额": income - spending}


def _rows(sums: dict[str, Decimal], to_date: dict[str, Decimal]) -> list[dict[str, object]]:
    order = (*_EARNED, "收入合计", *_SPENT, "支出合计", "收支差额")
    names = [name for name in order if name in sums]
    return [row(项目=n, 本期=bare(sums[n]), **({"累计": bare(to_date[n])} if to_date else {})) for n in names]


def year(township: Township, village: Village) -> list[Noted]:
    """What was earned and how it was shared out in 2025, and the balance sheet at its end."""
    held = Decimal(village.opening.replace(",", ""))
    for _, month in MONTHS[:3]:
        for stream in village.streams:
            if month in stream.amounts:
                held += stream.amount(village.id, month) * (-1 if stream.spending else 1)
    head = dict(村=village.id, 公开主体=village.collective, 期间="2025", 科目制度=code("2023"))  # noqa: C408
    tail = dict(制表=f"{township.name}会计服务中心", 审核=village.supervisors)  # noqa: C408
    shared = {
        "经营收入": "74200.00", "补助收入": "36000.00", "其他收入": "1020.35", "经营支出": "15860.00", "管理费用": "29640.00",
        "公益支出": "47230.00", "收益总额": "18490.35", "净收益": "18490.35", "年初未分配收益": "12400.00",
        "可分配收益": "30890.35", "提取公积公益金": "9000.00", "年末未分配收益": "21890.35",
    }  # fmt: skip
    return [
        entry(
            f"{village.id}-income-2025",
            f"{village.name}2025年年报",
            **head,
            表="收益及收益分配表",
            报表行=[row(项目=name, 本期=amount) for name, amount in shared.items()],
            **tail,
        ),
        entry(f"{village.id}-balance-2025", **head, 表="资产负债表", 报表行=_balance(held), **tail),
    ]


def _balance(held: Decimal) -> list[dict[str, object]]:
    """Cash is what the sheet of December closed with; what was put aside makes both sides equal."""
    both = {
        "应收款项": (3600, 2400),
        "存货": (1850, 1620),
        "固定资产原值": (1264000, 1264000),
        "累计折旧": (318500, 348500),
    }
    debts = {"应付款项": (4200, 3150)}
    own = {"资本": (820000, 820000), "未分配收益": (Decimal("12400.00"), Decimal("21890.35"))}
    figures = {name: tuple(map(Decimal, pair)) for name, pair in {**both, **debts, **own}.items()}

    def total(*names: str) -> tuple[Decimal, ...]:
        return tuple(sum(figures[n.lstrip("-")][side] * (-1 if n[0] == "-" else 1) for n in names) for side in (0, 1))

    figures["固定资产净值"] = total("固定资产原值", "-累计折旧")
    rest = total("应收款项", "存货", "固定资产净值", "-应付款项", "-资本", "-未分配收益")
    put_aside = held + rest[1]
    figures["公积公益金"] = (put_aside - 9000, put_aside)
    figures["货币资金"] = (put_aside - 9000 - rest[0], held)
    figures["流动资产合计"] = total("货币资金", "应收款项", "存货")
    figures["资产总计"] = total("流动资产合计", "固定资产净值")
    figures["流动负债合计"] = figures["负债合计"] = figures["应付款项"]
    figures["所有者权益合计"] = total("资本", "公积公益金", "未分配收益")
    figures["负债和所有者权益总计"] = total("负债合计", "所有者权益合计")
    order = (
        "货币资金", "应收款项", "存货", "流动资产合计", "固定资产原值", "累计折旧", "固定资产净值", "资产总计", "应付款项", "流动负债合计",
        "负债合计", "资本", "公积公益金", "未分配收益", "所有者权益合计", "负债和所有者权益总计",
    )  # fmt: skip
    return [row(项目=name, 年初=bare(figures[name][0]), 期末=bare(figures[name][1])) for name in order]


def committee_sheets(village: Village) -> list[Noted]:
    """The committee keeps money of its own beside the collective's: what the state pays for its office."""
    held, found = Decimal(real_life.COMMITTEE[village.id]), []
    for month, came, spent in ((7, 0, 620), (8, 3000, 1085), (9, 0, 745)):
        closing = held + came - spent
        found.append(
            entry(
                f"{village.id}-committee-2026-{month:02}",
                village.name if month == 7 else "",
                村=village.id,
                公开主体=village.committee,
                期间=f"2026-{month:02}",
                科目制度=code("2023"),
                期初结存=yuan(held),
                收入=[row(摘要="镇拨防汛值守经费", 科目=code("503"), 金额=bare(Decimal(came)))] if came else None,
                收入合计=yuan(Decimal(came)),
                支出=[row(摘要=f"{month}月防汛值守餐费和雨具", 科目=code("513"), 金额=bare(Decimal(spent)))],
                支出合计=yuan(Decimal(spent)),
                期末结存=yuan(closing),
                现金=yuan(Decimal(0)),
                银行存款=yuan(closing),
                逐笔=[
                    *(
                        [
                            row(
                                日期=f"2026-{month:02}-10",
                                凭证号=f"委{month}-1",
                                摘要="镇拨防汛值守经费",
                                收入=bare(Decimal(came)),
                                余额=bare(held + came),
                            )
                        ]
                        if came
                        else []
                    ),
                    row(
                        日期=f"2026-{month:02}-28",
                        凭证号=f"委{month}-2",
                        摘要=f"{month}月防汛值守餐费和雨具",
                        支出=bare(Decimal(spent)),
                        余额=bare(closing),
                    ),
                ],
                制表=f"{village.name}报账员",
                审核=village.supervisors,
            )
        )
        held = closing
    return found
