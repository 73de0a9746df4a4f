"""Makes `procedure.yml`: what the villages decided, step by step (四议两公开)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.sample.days import past, workday
from tests.sample.facts import Matter, Township, Village
from tests.sample.writing import Flow, Noted, yuan


@dataclass(frozen=True)
class Days:
    """When the steps of a matter were taken."""

    proposed: date
    discussed: date
    heard: date
    decided: date
    posted: date

    @classmethod
    def of(cls, village: Village, matter: Matter) -> Days:
        rng = random.Random(f"{village.id} {matter.id} days")
        discussed = matter.start + timedelta(days=rng.randint(0, 1))
        heard = discussed + timedelta(days=rng.randint(4, 6))
        decided = heard + timedelta(days=rng.randint(2, 4))
        return cls(matter.start, discussed, heard, decided, workday(decided + timedelta(days=rng.randint(1, 2))))


BOARD = timedelta(days=16)
"""How long a decision hangs."""


def procedures(township: Township) -> list[Noted]:
    return [_procedure(village, matter) for village in township.villages for matter in village.matters]


def _procedure(village: Village, matter: Matter) -> Noted:
    days = Days.of(village, matter)
    steps: list[dict[str, Any]] = [
        {
            "步骤": "提议",
            "日期": days.proposed,
            "主体": village.branch,
            "地点": "村部会议室",
            "内容": f"{matter.source}。村党支部听取意见后，提议办理“{matter.title}”。",
            "材料": Flow(["提议记录", "征求意见登记表"]),
        },
        {
            "步骤": "商议",
            "日期": days.discussed,
            "主体": "村“两委”会议",
            "地点": "村部会议室",
            **votes(village, matter.id, "商议", 6),
            "内容": f"{matter.plan}。".replace("。。", "。"),
            "材料": Flow(["会议记录", "签到表"]),
        },
        {
            "步骤": "审议",
            "日期": days.heard,
            "主体": "村党员大会",
            "地点": "村活动室",
            **votes(village, matter.id, "审议", village.members),
            "内容": "党员听取方案说明，逐条讨论，表决通过，提交村民代表会议。",
            "材料": Flow(["会议记录", "签到表", "表决结果"]),
            "不同意见": matter.dissent if matter.until == "审议" else None,
            "记录人": village.inner[2],
        },
        {
            "步骤": "决议",
            "日期": days.decided,
            "主体": "村民代表会议",
            "地点": "村活动室",
            **votes(village, matter.id, "决议", village.delegates),
            "内容": matter.resolution,
            "材料": Flow(["会议记录", "签到表", "计票单", "决议"]),
            "不同意见": matter.dissent,
            "记录人": village.inner[2],
        },
        {
            "步骤": "决议公开",
            "日期": days.posted,
            "主体": village.committee,
            "地点": "村公开栏",
            "内容": "公布决议全文、表决结果和费用，公示期内没有收到书面异议。",
            "材料": Flow(["公开栏照片"]),
            "公示起": days.posted,
            "公示止": past(days.posted + BOARD),
        },
    ]
    if matter.done:
        steps.append(
            {
                "步骤": "结果公开",
                "日期": matter.done,
                "主体": village.committee,
                "地点": "村公开栏",
                "内容": matter.result,
                "材料": Flow(["验收意见", "公开栏照片"]),
                "公示起": matter.done,
                "公示止": past(matter.done + BOARD),
            }
        )
    last = [step["步骤"] for step in steps].index("结果公开" if matter.done else matter.until)
    return Noted(
        {
            "编号": f"{village.id}-{matter.id}",
            "村": village.id,
            "程序": "four-two",
            "事项": matter.title,
            "缘由": matter.background,
            "涉及金额": yuan(str(matter.budget)) if matter.budget else None,
            "状态": "已完成" if matter.done else "进行中",
            "步骤": [{k: v for k, v in step.items() if v not in (None, "")} for step in steps[: last + 1]],
            "结果": matter.result,
            "备注": matter.remark,
            "不公开": list(matter.closures),
        }
    )


def votes(village: Village, matter: str, step: str, entitled: int) -> dict[str, int]:
    """A lawful vote: two thirds and some more present, nearly all in favour."""
    rng = random.Random(f"{village.id} {matter} {step}")
    few = entitled < 10
    present = entitled - rng.randint(0, 1) if few else -(-entitled * 2 // 3) + rng.randint(entitled // 9, entitled // 5)
    noes, abstentions = rng.randint(0, present // 16), rng.randint(0, present // 12)
    return {"应到": entitled, "实到": present, "同意": present - noes - abstentions, "反对": noes, "弃权": abstentions}
