"""What went otherwise than by the book, each so that a reader meets it once; `tests/test_sample_data.py` counts them.

The keys are those of the record that it befell: a sheet, a decision, a progress report, a village's supervision report.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Photo:
    """The picture of a notice board that is attached to a publication."""

    township: str
    name: str
    sheets: int
    """How many hang on the board."""


LATE = {
    "wangjiaping-2025-12": date(2026, 1, 20),
    "baicaowa-2026-02": date(2026, 3, 18),
    "shiguan-2026-Q1": date(2026, 4, 20),
    "xihe-orders-2026-02": date(2026, 3, 19),
}
"""Two sheets, a progress report and a list of what people asked for that were posted too late."""

UNPUBLISHED = {"baicaowa-orders-2026-08"}
"""Whose list of what people asked for in August nobody has posted."""

UNAPPROVED = "shangzhuang-2026-09"
"""A sheet that was proposed and reviewed, but not approved: overdue, and read by nobody but reviewers."""

YEARLY = ("liucun",)
"""Whose yearly statements are in the sample."""

COMMITTEE = {"xihe": "1260.00"}
"""Whose committee keeps money of its own beside the collective, and what it held on 1 July 2026."""

NOT_REPORTED = "qiaotou"
"""Whose supervision committee has not reported on the first half of 2026: overdue."""

BOARD_ONLY = "dongguan"
"""Whose supervision report hung on the board only, and has been taken down."""

EXEMPT = {
    "niangou": "村务监督委员会缺两名委员，2026年6月才补选到位，上半年没有单独的监督报告；"
    "账目由乡农经站代查，结果随乡里的检查公布"
}
"""Who need not report on the first half of 2026, and why."""

OBJECTIONS = {
    "liucun-2026-05": {
        "日期": date(2026, 6, 15),
        "提出人": "刘蓄锐",
        "内容": "生产道路才修了一半，为什么第一笔就付了七万二千元？",
        "答复": "合同写明路面铺到一半时付六成，5月25日由村务监督委员会和三名村民代表量过长度才付款，合同和凭证可以到村部查看。",
        "答复日期": date(2026, 6, 17),
    }
}

CORRECTIONS = {
    "xihe-2026-04": {
        "日期": date(2026, 5, 19),
        "更正项": "支出“春季栽树苗木款”",
        "原为": "1,860.00",
        "改为": "1,680.00",
        "理由": "录入时把两位数字写颠倒了，支出合计、期末结存和银行存款已同时更正",
    },
    "shuangquan-pipe-2025": {
        "日期": date(2025, 12, 3),
        "更正项": "公开栏上“提议”的日期",
        "原为": "2025-11-07",
        "改为": "2025-11-17",
        "理由": "抄写时漏了一个字，会议记录上是11月17日",
    },
}

PHOTOS = {
    "liucun-2026-03": Photo("anping", "board-liucun-2026-03.png", 3),
    "shuangquan-pipe-2025": Photo("gaoyuan", "board-shuangquan-pipe.png", 2),
}

ARTICLE_OPINIONS = {"five-projects-2026": "数字已与统计表核对，涉及个人的情节删去一处。"}
"""What the reviewer of an article wrote down."""
