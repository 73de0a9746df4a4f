"""Makes `activity/grievances.yml`: on the 10th and the 20th of each month people say in the village hall what they want."""

from __future__ import annotations

import random
from datetime import date

from tests.sample.days import MONTHS
from tests.sample.facts import Township
from tests.sample.plain import entry
from tests.sample.writing import Noted

SKIPPED = {("heyan", date(2026, 7, 20))}
"""Village and day on which nobody could come: the flood was near."""

_SAID = (
    ("路灯和水管", "当场报修。"),
    ("摊位和停车", "与市场管理员一起看了现场。"),
    ("水费怎样算", "请水利站的人来说明。"),
    ("巷道清扫", "约定每家扫到路中线。"),
    ("老人吃饭", "记下三户，转给村里安排。"),
    ("补贴名单", "逐户念了一遍，有疑问的查底册。"),
)


def grievances(township: Township) -> list[Noted]:
    """Every village, month by month."""
    found = []
    for village in township.villages:
        for day in (date(year, month, number) for year, month in MONTHS for number in (10, 20)):
            rng = random.Random(f"{village.id} {day}")
            title, outcome = rng.choice(_SAID)
            if (village.id, day) not in SKIPPED:
                found.append(
                    entry(
                        f"{village.id}-said-{day:%Y-%m-%d}",
                        village.name if day == date(2025, 10, 10) else "",
                        地方=village.id,
                        制度="grievance-day",
                        类型="村民说事",
                        主题=title,
                        日期=day,
                        地点="村部",
                        人次=rng.randint(4, 19),
                        主持="村党支部书记",
                        内容=outcome,
                    )
                )
    return found
