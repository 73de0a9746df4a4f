"""Makes `activity/branches.yml`: the meetings and theme days of village branches, with the gaps that real life leaves."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from tests.sample.days import MONTHS, QUARTERS, workday
from tests.sample.facts import Township, Village
from tests.sample.plain import entry
from tests.sample.writing import Noted

SKIPPED = {("wangjiaping", "lecture", 2026, 5), ("xihe", "theme", 2026, 2)}
"""Village, kind, year, month of what was not held: a lecture put off and a theme day that fell into the spring festival."""

_THEMES = (
    "学习村民委员会组织法", "清理公开栏", "走访独居老人", "交党费、讲家风", "看账本、议收支", "植树", "春灌帮工", "防汛演练",
    "七一重温誓词", "听老党员讲往事", "果园技术一课", "清河道",
)  # fmt: skip
_AGENDAS = (
    "通报上月收支和本月安排",
    "研究公开栏内容",
    "商量困难户帮扶",
    "讨论入党申请",
    "安排说事日值班",
    "讨论集体合同",
)
_LECTURES = ("怎样当好一名党员", "集体的家底怎样看", "条例里的组织生活", "从一张公开榜说起")


def meetings(township: Township) -> list[Noted]:
    """Everything that the branches of the villages held."""
    return [_noted(township, one) for one in _all(township)]


def named(township: Township, kinds: tuple[str, ...], months: tuple[int, ...]) -> list[str]:
    """The keys of what of these kinds was held in these months of the sample's year."""
    return [f"activity/{one['id']}" for one in _all(township) if one["kind"] in kinds and one["month"] in months]


def _all(township: Township) -> list[dict[str, Any]]:
    found = []
    for village in township.villages:
        for number, (year, month) in enumerate(MONTHS):
            found += _month(village, number, year, month)
    return found


def _month(village: Village, number: int, year: int, month: int) -> list[dict[str, Any]]:
    opens_quarter = any(month == months[1] for months in QUARTERS.values())
    wanted = [
        ("committee", "three-meetings", "支部委员会会议", _AGENDAS[(number + len(village.id)) % len(_AGENDAS)], 3),
        ("theme", "theme-day", "主题党日", _THEMES[number], village.members),
    ]
    if opens_quarter:
        wanted += [
            ("assembly", "three-meetings", "支部党员大会", "听取支部工作情况，讨论下季度打算", village.members),
            ("lecture", "three-meetings", "党课", _LECTURES[number // 3], village.members),
        ]
    found = []
    for kind, schedule, label, title, entitled in wanted:
        rng = random.Random(f"{village.id} {kind} {year} {month}")
        if (village.id, kind, year, month) not in SKIPPED:
            day = workday(date(year, month, rng.randint(4, 20)))
            present = entitled if entitled < 10 else round(entitled * rng.uniform(0.62, 0.88))
            found.append(
                {
                    "id": f"{village.id}-{kind}-{year}-{month:02}",
                    "kind": kind,
                    "month": month,
                    "village": village,
                    "schedule": schedule,
                    "label": label,
                    "title": title,
                    "day": day,
                    "entitled": entitled,
                    "present": present,
                }
            )
    return found


def _noted(township: Township, one: dict[str, Any]) -> Noted:
    village = one["village"]
    first = one["kind"] == "committee" and (one["day"].year, one["month"]) == MONTHS[0]
    return entry(
        one["id"],
        village.name if first else "",
        地方=village.id,
        组织=f"{village.id}-branch",
        制度=one["schedule"],
        类型=one["label"],
        主题=one["title"],
        日期=one["day"],
        地点="村活动室",
        应到=one["entitled"],
        实到=one["present"],
        主持="支部书记",
        材料=["会议记录", "签到表"],
        记录人=village.inner[2] if one["kind"] == "assembly" else None,
    )
