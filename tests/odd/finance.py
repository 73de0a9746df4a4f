"""The money of the odd site: a year of 139 entries in one sheet, red figures, blanks, noughts and twelve digits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.odd.places import LONG, RARE
from tests.odd.telling import told

ENTRIES = 139
VILLAGES = {"long": LONG, "latin": "New-Harmony", "rare": RARE, "digits": "12345村", "zero": "零村"}
"""Village → the name of its collective, as far as it has one."""
_PAID = ("果园承包费", "环卫保洁员工资", "路灯电费", "村道养护材料款", "冲销上月误记的电费")

Records = list[dict[str, Any]]


def _sheet(
    key: str, place: str, period: str, publisher: str, opening: str, closing: str, **more: Any
) -> dict[str, Any]:
    return {
        "编号": key,
        "村": place,
        "公开主体": publisher,
        "期间": period,
        "科目制度": "2023",
        "期初结存": opening,
        "期末结存": closing,
        "现金": "0.00",
        "银行存款": closing,
        "制表": "村报账员",
        "审核": "村务监督委员会",
        **more,
    }


def odd() -> Records:
    """One sheet of each odd kind."""
    return [_year(), _red(), _nought(), _huge(), _one_sided(), _accounts(), _empty_accounts()]


def _year() -> dict[str, Any]:
    """Each fifth voucher takes back a part of the one before: spending below nought."""
    balance, entries = Decimal("86420.00"), []
    for number in range(ENTRIES):
        day = date(2025, 1, 2) + timedelta(days=number * 363 // ENTRIES)
        kind = number % len(_PAID)
        amount = (Decimal("1200"), Decimal("640"), Decimal("386.2"), Decimal("95"), Decimal("-86.2"))[kind] + number
        balance += amount if kind == 0 else -amount
        entries.append(
            {
                "日期": day.isoformat(),
                "凭证号": f"{day.month}-{number + 1}",
                "摘要": _PAID[kind],
                "收入" if kind == 0 else "支出": f"{amount:.2f}",
                "余额": f"{balance:.2f}",
                "经手人": "周守业",
            }
        )
    come = sum(Decimal(entry.get("收入", 0)) for entry in entries)
    gone = sum(Decimal(entry.get("支出", 0)) for entry in entries)
    return _sheet(
        "year-2025",
        "long",
        "2025",
        f"{LONG}股份经济合作社",
        "86420.00",
        f"{balance:.2f}",
        收入=[{"摘要": _PAID[0], "科目": "501", "金额": f"{come:.2f}"}],
        支出=[{"摘要": "保洁、电费、养护，已减去冲销", "科目": "514", "金额": f"{gone:.2f}"}],
        逐笔=entries,
    )


def _red() -> dict[str, Any]:
    """It owes when the month begins, owes more when it ends, and takes back an income."""
    return _sheet(
        "red-2026-08",
        "rare",
        "2026-08",
        "䶮㛃村股份经济合作社",
        "-12345.67",
        "-18045.67",
        现金="-5.00",
        银行存款="-18040.67",
        收入=[{"摘要": "冲销7月重复登记的租金", "科目": "501", "金额": "-5000.00"}],
        支出=[
            {"摘要": "8月保洁员工资", "科目": "514", "金额": "900.00"},
            {"摘要": "冲销多付的路灯电费", "科目": "514", "金额": "-200.00"},
        ],
        逐笔=[
            {
                "日期": "2026-08-03",
                "凭证号": "8-1",
                "摘要": "冲销重复登记的租金",
                "收入": "-5000.00",
                "余额": "-17345.67",
            },
            {"日期": "2026-08-20", "凭证号": "8-2", "摘要": "保洁员工资", "支出": "900.00", "余额": "-18245.67"},
            {"日期": "2026-08-31", "凭证号": "8-3", "摘要": "冲销多付的电费", "支出": "-200.00", "余额": "-18045.67"},
        ],
    )


def _nought() -> dict[str, Any]:
    """Nothing came, nothing went."""
    return _sheet("zero-2026-08", "zero", "2026-08", "零村股份经济合作社", "0.00", "0.00")


def _huge() -> dict[str, Any]:
    """Twelve digits before the point, under a name of Latin letters."""
    return _sheet(
        "huge-2026-08",
        "latin",
        "2026-08",
        "New-Harmony股份经济合作社",
        "123456789012.34",
        "987654321098.76",
        收入=[{"摘要": "征地补偿款", "科目": "501", "金额": "864197532086.42", "累计": "987654321098.76"}],
    )


def _one_sided() -> dict[str, Any]:
    """Nothing came in, a nought went out; entries without their sums."""
    return _sheet(
        "digits-2026-08",
        "digits",
        "2026-08",
        "12345村股份经济合作社",
        "100.00",
        "100.00",
        支出=[{"摘要": "账户管理费（本月免收）", "科目": "514", "金额": "0.00"}],
    )


def _accounts() -> dict[str, Any]:
    return {
        "编号": "red-balance-2026-q2",
        "村": "rare",
        "公开主体": "䶮㛃村股份经济合作社",
        "期间": "2026-Q2",
        "科目制度": "2023",
        "表": "资产负债表",
        "报表行": [
            {"项目": "货币资金", "年初": "0.00", "期末": "-12345.67"},
            {"项目": "资产总计", "年初": "0.00", "期末": "-12345.67"},
        ],
    }


def _empty_accounts() -> dict[str, Any]:
    return {
        "编号": "zero-income-2025",
        "村": "zero",
        "公开主体": "零村股份经济合作社",
        "期间": "2025",
        "科目制度": "2023",
        "表": "收益及收益分配表",
        "报表行": [{"项目": "经营收入"}],
    }


def publishers(names: Mapping[str, str]) -> Records:
    """Village → its collective, whose accounts these are."""
    return [
        {"编号": f"{place}-collective", "名称": f"{name}股份经济合作社", "类别": "农村集体经济组织", "地方": place}
        for place, name in names.items()
    ]


def many(villages: int) -> dict[str, Records]:
    """Two sheets a village; every third village published both, every third one of them, and that late."""
    sheets: Records = []
    acts: Records = []
    for n in range(1, villages + 1):
        for month in (8, 9):
            key, who = f"v{n:03}-2026-{month:02}", f"第{n}村股份经济合作社"
            sheets.append(_sheet(key, f"v{n:03}", f"2026-{month:02}", who, "100.00", "100.00"))
            day = f"2026-{month + 1:02}-{10 if n % 3 else 20}"
            if n % 3 == 0 or (n % 3 == 1 and month == 8):
                acts.append(told("finance", sheets[-1], day))
    names = {f"v{n:03}": f"第{n}村" for n in range(1, villages + 1)}
    return {"finance": sheets, "publication": acts, "organisation": publishers(names)}
