"""What befell acts of publishing after they were made as usual: late, forgotten, taken back, announced, corrected.

Each so that a reader meets it somewhere in the year; `tests/test_sample_data.py` names those whose duty is not simply done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.sample.act import Act
from tests.sample.days import before, past, workday
from tests.sample.writing import Inline

DELAYED = {
    "heyan-orders-2026-01": (date(2026, 2, 25), "春节放假前没有贴出，节后才补"),
    "qiaotou-assist-2026-q1": (date(2026, 4, 21), "等镇里的排查名单，晚了"),
    "niangou-accounts-2026-q2": (date(2026, 7, 17), "报表退回改过一次，晚了"),
    "anping-study-2026-q2": (date(2026, 7, 17), "晚了"),
}
"""Posted after the last day: when, and the clerk's comment."""

WAITING = {"dongguan-care-2026-q3", "niangou-cistern-2026-decision", "qiaotou-supervision-2026-h1"}
"""Announced and not posted: too late, in time still, and given up."""

BOARD_ONLY = {"baicaowa-debts-2026-h1": "对方的名字在报表里，只贴公开栏，期满已撤下"}

EXEMPT = {
    "niangou-debts-2026-h1": "合作社上半年没有借款，也没有应收、应付往来，经村务监督委员会查账确认",
}

TAKEN_BACK = {
    "wangjiaping-finance-2026-06": (
        date(2026, 7, 15),
        "打印的是6月20日的草表，漏了最后一笔误工补贴，和账本对不上",
        date(2026, 7, 17),
    ),
    "shuangquan-orders-2026-05": (date(2026, 6, 12), "其中一件写了点单人的住处，撤下重写", date(2026, 6, 15)),
    "shangzhuang-assist-2026-q3": (date(2026, 10, 14), "把去年的内容贴了上去，正在重写", None),
}
"""Publication → when and why it was withdrawn, and when the right one was posted, if it was."""

ANNOUNCED: dict[str, list[tuple[date, str, date | None, str]]] = {
    "shuangquan-finance-2026-08": [
        (date(2026, 9, 1), "计划", date(2026, 9, 10), ""),
        (date(2026, 9, 9), "确认", None, "银行对账单晚到，推后一天"),
    ],
    "liucun-lights-2026-decision": [(date(2026, 9, 2), "确认", date(2026, 9, 3), "")],
    "heyan-finance-2026-07": [(date(2026, 8, 3), "计划", None, ""), (date(2026, 8, 7), "确认", None, "")],
    "dongguan-care-2026-q3": [
        (date(2026, 10, 9), "计划", date(2026, 10, 13), ""),
        (date(2026, 10, 13), "计划", date(2026, 10, 22), "误工补贴的考勤还有两个人没有签字"),
    ],
    "niangou-cistern-2026-decision": [
        (date(2026, 10, 18), "计划", date(2026, 10, 20), ""),
        (date(2026, 10, 19), "确认", date(2026, 10, 21), "计票单复印件要盖章，推后一天"),
    ],
    "qiaotou-supervision-2026-h1": [
        (date(2026, 7, 6), "计划", date(2026, 7, 15), ""),
        (date(2026, 7, 14), "取消", None, "监督委员会对报告内容意见不一，没有定稿，定稿后另行预告"),
    ],
}
"""(Day, state, planned day, reason); where no day stands, the one on which it was posted in the end."""

CORRECTED: dict[str, list[dict[str, Any]]] = {
    "heyan-finance-2026-05": [
        {
            "日期": date(2026, 6, 18),
            "更正项": "收入“光伏发电收入”",
            "原为": "2,751.89",
            "改为": "2,715.89",
            "理由": "照结算单抄写时两位数字颠倒，收入合计和期末结存同时更正",
            "记录": "finance/heyan-2026-05",
            "职务": "河沿村党支部书记",
        }
    ],
    "qiaotou-finance-2026-08": [
        {
            "日期": date(2026, 9, 18),
            "更正项": "支出“8月保洁员工资”的科目",
            "原为": "513",
            "改为": "514",
            "理由": "保洁是公益支出，不是管理费用，金额不变",
            "记录": "finance/qiaotou-2026-08",
            "职务": "桥头村党支部书记",
        },
        {
            "日期": date(2026, 9, 24),
            "更正项": "收入“集市摊位租金”",
            "原为": "7,770.99",
            "改为": "7,077.99",
            "理由": "村民问起后复核收据存根，打印时错了一位，合计一直是对的",
            "记录": "finance/qiaotou-2026-08",
            "职务": "桥头村党支部书记",
        },
    ],
}

OBJECTED: dict[str, list[dict[str, Any]]] = {
    "qiaotou-finance-2026-08": [
        {
            "日期": date(2026, 9, 22),
            "内容": "摊位租金和我们收据加起来的数对不上，请查一查。",
            "答复": "已当着两名摊主的面核对收据存根：应是7,077.99元，榜上打错了一位，24日更正。",
            "答复日期": date(2026, 9, 24),
        }
    ],
    "niangou-orders-2026-07": [
        {
            "日期": date(2026, 8, 17),
            "内容": "三组反映的水沟为什么写“已办结”，雨后还是积水。",
            "答复": "8月19日到现场看过，下游涵管又被石头堵了，已重新清通；以后办结要有反映人在场验看。",
            "答复日期": date(2026, 8, 20),
        }
    ],
    "liucun-finance-2026-09": [
        {
            "日期": date(2026, 10, 17),
            "内容": "果园承包费这个月怎么没有，合同上写的是按季交。",
        }
    ],
}
"""The last one was made three days before the day of the sample: nobody has answered it yet."""


def befallen(acts: Iterable[Act]) -> Iterator[Act]:
    """The acts as they went; one that was taken back is followed by the one in its place."""
    for act in acts:
        yield from _taken_back(_noted(_otherwise(act)))


def _otherwise(act: Act) -> Act:
    if act.id in DELAYED:
        day, why = DELAYED[act.id]
        posted = day if act.posted else None
        act = replace(act, posted=posted, web=day, removed=past(day + timedelta(days=20)) if posted else None)
        act.signed = (before(day, 3), before(day, 2), before(day, 1))
        act.note = f"{act.note}（{why}）" if act.note else why
    if act.id in BOARD_ONLY:
        removed = act.removed or (act.day + timedelta(days=20))
        act = replace(act, web=None, channels=("公开栏",), removed=removed, note=BOARD_ONLY[act.id])
    if act.id in EXEMPT:
        act = replace(act, signed=act.signatures, title="", text="", records=[], channels=())
        act.posted = act.web = act.removed = None
        act.extra = {"不适用": EXEMPT[act.id]}
    return _waiting(act) if act.id in WAITING else act


def _waiting(act: Act) -> Act:
    """Proposed on the day on which it was first announced; nobody has approved it."""
    first = ANNOUNCED[act.id][0][0]
    extra = {"审核": None, "审批": None} | act.extra
    note = f"{act.note}（还没有公开）" if act.note else "还没有公开"
    return replace(act, posted=None, web=None, removed=None, signed=(first, first, first), extra=extra, note=note)


def _noted(act: Act) -> Act:
    """Announcements, objections and corrections stand behind what was done."""
    extra = dict(act.extra)
    if act.id in ANNOUNCED:
        extra["预告"] = [
            Inline(_filled({"日期": day, "状态": state, "公开日期": planned or _day(act, state), "理由": reason}))
            for day, state, planned, reason in ANNOUNCED[act.id]
        ]
    if act.id in OBJECTED:
        extra["异议"] = [*extra.get("异议", []), *OBJECTED[act.id]]
    if act.id in CORRECTED:
        extra["更正"] = [*extra.get("更正", []), *CORRECTED[act.id]]
    return replace(act, extra=extra)


def _day(act: Act, state: str) -> date | None:
    return None if state == "取消" else act.posted


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {label: value for label, value in row.items() if value not in (None, "")}


def _taken_back(act: Act) -> Iterator[Act]:
    if act.id not in TAKEN_BACK:
        yield act
        return
    day, why, again = TAKEN_BACK[act.id]
    withdrawal = Inline({"日期": day, "理由": why, "职务": act.posts[2]})
    yield replace(act, removed=day, extra={"撤回": withdrawal} | act.extra, note=f"{act.note}（贴错了，已撤回）")
    if again:
        signed = (day, workday(day), max(day, before(again, 1)))
        extra = {label: value for label, value in act.extra.items() if label in ("附件",)}
        yield replace(
            act,
            id=f"{act.id}-again",
            posted=again,
            web=again,
            removed=past(again + timedelta(days=18)),
            signed=signed,
            opinion="",
            extra=extra,
            note=f"{act.note}（撤回后重新公开）",
        )
