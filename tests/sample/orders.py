"""Makes `issue/orders.yml`: what the people of each village asked for, month by month, and that it was done."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.sample.days import MONTHS, month_end, workday
from tests.sample.facts import Township, Village
from tests.sample.plain import entry
from tests.sample.writing import Noted

_ASKED = (
    ("路灯不亮、水管漏水", "饮水", "当天报修，三天内修好。"),
    ("代交医保、代取药", "医保", "村干部和党员上门代办。"),
    ("巷道积水、垃圾清运", "环境卫生", "清沟、加一趟车。"),
    ("邻里占道堆物", "邻里", "当面劝，限期搬走。"),
    ("开证明、盖章", "证件", "材料齐的当场办。"),
    ("打听补贴发放", "政策咨询", "查明批次，逐户回话。"),
)


def orders(township: Township) -> list[Noted]:
    """One record a village and month."""
    return [_month(village, year, month) for village in township.villages for year, month in MONTHS]


def name(village: Village, year: int, month: int) -> str:
    """The id of the month's record."""
    return f"{village.id}-orders-{year}-{month:02}"


def _month(village: Village, year: int, month: int) -> Noted:
    rng = random.Random(f"{village.id} orders {year} {month}")
    asked, kind, done = rng.choice(_ASKED)
    opened = date(year, month, rng.randint(2, 12))
    count = rng.randint(2, 9)
    return entry(
        name(village, year, month),
        village.name if (year, month) == MONTHS[0] else "",
        地方=village.id,
        台账="orders",
        事项=f"{month}月群众点单：{asked}等",
        登记日期=opened,
        期间=f"{year}-{month:02}",
        件数=count,
        来源=rng.choice(("说事日", "入户走访", "电话")),
        类别=kind,
        责任单位=village.committee,
        责任人=f"{village.name}副主任",
        措施=done,
        销号日期=min(workday(opened + timedelta(days=rng.randint(5, 14))), workday(month_end(year, month), -1)),
        结果="逐件答复，点单的人都评了。",
        评价=rng.choice(("满意", "满意", "满意", "基本满意")),
    )
