"""What else the odd site tells: a matter without a step, a project without a figure, a list of one, a tie of all."""

from __future__ import annotations

from typing import Any

from tests.odd import finance
from tests.odd.places import LATIN, LONG

Families = dict[str, list[dict[str, Any]]]

_TITLE = "关于" + "进一步" * 15 + "修路的事"
"""Fifty characters and more, without a break."""


def odd() -> Families:
    """One record of each odd kind."""
    return {
        "procedure": [
            {"编号": "no-step", "村": "long", "程序": "four-two", "事项": _TITLE, "状态": "进行中", "步骤": []},
            {
                "编号": "latin",
                "村": "latin",
                "程序": "four-two",
                "事项": LATIN,
                "涉及金额": "0.00",
                "状态": "进行中",
                "步骤": [],
            },
        ],
        "project": [
            {
                "编号": "bare",
                "地方": "zero",
                "名称": "没有数字的项目",
                "类别": "道路建设",
                "状态": "谋划",
                "总投资": "0.00",
            },
            _overrun(),
        ],
        "roster": [
            {
                "编号": "nobody",
                "村": "zero",
                "公开主体": "零村村民委员会",
                "名称": "2026年8月临时救助",
                "类别": "临时救助",
                "发放日期": "2026-08-31",
                "名单": [{"组": "一组", "姓名": "䶮有田", "金额": "0.00"}],
                "户数": 1,
                "合计金额": "0.00",
            }
        ],
        "assessment": [
            {
                "编号": "tie",
                "地方": "odd",
                "标准": "star-rating",
                "主题": "2025年度达标创星",
                "期间": "2025",
                "日期": "2026-01-10",
                "应评": 5,
                "结果": [{"名称": name, "得分": "90"} for name in (LONG, LATIN, "䶮㛃村支部", "零村支部")],
            },
            {"编号": "none", "地方": "odd", "标准": "star-rating", "主题": "没有评的一年", "期间": "2024"},
        ],
        "organisation": [
            {"编号": "bare-branch", "名称": f"{LONG}党支部", "类别": "党支部", "地方": "long", "党员数": 0},
            {"编号": "zero-committee", "名称": "零村村民委员会", "类别": "村民委员会", "地方": "zero"},
            *finance.publishers(finance.VILLAGES),
        ],
        "issue": [
            {
                "编号": "open-issue",
                "地方": "zero",
                "台账": "suggestions",
                "事项": "没有措施的一件事",
                "登记日期": "2026-01-05",
                "来源": "信箱",
            },
        ],
    }


def _overrun() -> dict[str, Any]:
    """Twelve digits, money paid back, milestones of one day and without any."""
    return {
        "编号": "overrun",
        "地方": "long",
        "名称": f"{LONG}至村部道路",
        "类别": "道路建设",
        "状态": "在建",
        "期间": "2026",
        "总投资": "999999999999.99",
        "资金来源": [{"来源": "上级补助", "金额": "999999999999.99", "占比": "100"}],
        "招标": [
            {
                "标段": "一标段",
                "中标单位": "Very-Long-Contractor-Name-Without-A-Break-Company-Limited",
                "中标价": "200.00",
            }
        ],
        "节点": [
            {"节点": "开工", "计划日期": "2026-05-10", "完成日期": "2026-05-10"},
            {"节点": "完工", "计划日期": "2026-05-10"},
            {"节点": "验收"},
        ],
        "进度": "0",
        "支付": [
            {"日期": "2026-06-01", "金额": "150.00", "摘要": "进度款"},
            {"日期": "2026-06-02", "金额": "-20.00", "摘要": "退回多付的"},
        ],
    }


def masked() -> Families:
    """Every figure hidden or blank."""
    figures = [
        {
            "编号": f"mask-{number}",
            "地方": place,
            "名称": name,
            "主题": "党建",
            "期间": "2025",
            "数值": "**" if number % 2 else None,
            "单位": "名",
            **({} if number % 2 else {"缺失原因": "原件没有这个数字"}),
        }
        for number, (place, name) in enumerate(
            (place, name) for place in ("mask", "hidden") for name in ("党员总数", "女党员数", "35岁以下党员数")
        )
    ]
    project = {
        "编号": "secret",
        "地方": "mask",
        "名称": "遮盖的项目",
        "类别": "道路建设",
        "状态": "在建",
        "总投资": "**",
    }
    return {"indicator": figures, "project": [project]}
