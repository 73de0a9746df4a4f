"""One small chart of each kind, with what is hard about it: below zero, nothing, masked, missing, more than the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.charts import Bars, Chart, Lines, Progress, Series, Share, Stacked, Stop, Timeline
from generator.model import Amount

known, MASKED, MISSING = Amount.known, Amount.masked(), Amount.missing()
VILLAGES = ("刘村", "王家坪", "西河")
LONG = "安平镇东石桥村股份经济合作社第三村民小组果园承包管理委员会联合办公室"

SAMPLES: dict[str, Chart] = {
    "bars": Bars(
        "各村党员人数", "刘村最多，86人。", "人", (*VILLAGES, LONG), (Series("党员", (known(86), known(0), MASKED, MISSING)),)
    ),
    "bars-two": Bars(
        "两年经营收入",
        "刘村比上年多。",
        "元",
        VILLAGES,
        (Series("2024年", (known(1286420), known(-320000), MASKED)), Series("2025年", (known(1586420), known(5), MISSING))),
    ),
    "stacked": Stacked(
        "各村项目", "完工的最多。", "个", VILLAGES, (
            Series("立项", (known(2), known(0), known(1))),
            Series("在建", (known(5), MASKED, known(1))),
            Series("完工", (known(8), known(12), known(30))),
        ),
    ),
    "lines": Lines(
        "收入和支出", "收入多于支出。", "元", tuple(f"2025年{month}月" for month in range(1, 7)), (
            Series("收入", tuple(known(one) for one in (86000, 90000, 120000, 100000, 130000, 190000))),
            Series("支出", (known(60000), MISSING, MISSING, known(120000), MASKED, known(185000))),
            Series("结余", (known(26000), MISSING, MISSING, known(-20000), MASKED, known(5000))),
        ),
    ),
    "share": Share("党员年龄", "46岁以上的最多。", "人", ("35岁以下", "36至45岁", "46岁以上"), (known(12), known(18), known(40))),
    "share-unsaid": Share("支出", "慰问费不公开。", "元", ("办公费", "慰问费"), (known(12000), MASKED)),
    "progress": Progress(
        "公开及时率", "最高112.5%。", (*VILLAGES, "北关"),
        (known(Decimal("112.5")), known(Decimal("87.5")), known(0), MISSING), ("18/16", "14/16", "0/3", ""),
    ),
    "timeline": Timeline(
        "道路硬化", "比计划迟26天。", (
            Stop("立项", date(2026, 1, 10), date(2026, 1, 10)),
            Stop("招标", date(2026, 2, 20), date(2026, 3, 18)),
            Stop("竣工", date(2026, 10, 30)),
            Stop("审计"),
        ), date(2026, 5, 20),
    ),
}  # fmt: skip
