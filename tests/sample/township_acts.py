"""What a township publishes: its offices, its goals, the party affairs of each quarter, its articles."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.sample import real_life
from tests.sample.act import Act
from tests.sample.days import QUARTERS, past, workday
from tests.sample.facts import Township
from tests.sample.meetings import named

_SPENT = (
    "支出用于补助两名困难党员，春节前送到家。",
    "支出用于“七一”前慰问老党员，每人一份慰问品。",
    "支出用于修理党员活动室的桌椅，凭发票报销。",
    "支出用于走访困难党员，订下一年的学习材料。",
)
"""What the dues of each quarter of the year went to."""


def township_acts(township: Township) -> list[Act]:
    slug, name = township.slug, township.name
    posts = (f"{name}党政办公室主任", f"{name}纪委书记", f"{name}党委书记")
    acts = [
        Act(
            f"{slug}-org-party-2025",
            ["party-org-setup"],
            slug,
            township.party,
            date(2025, 10, 16),
            posts,
            records=[f"organisation/{slug}-party"],
            web=date(2025, 10, 16),
        ),
        Act(
            f"{slug}-org-government-2025",
            ["township-government"],
            slug,
            township.government,
            date(2025, 10, 17),
            posts,
            records=[f"organisation/{slug}-government"],
            web=date(2025, 10, 17),
        ),
        Act(
            f"{slug}-goals-2026",
            ["party-term-goals"],
            slug,
            township.party,
            date(2026, 1, 26),
            posts,
            period="2026",
            title=f"{name}党委2026年工作目标",
            text=township.goals,
            web=date(2026, 1, 26),
            removed=date(2026, 3, 2),
        ),
    ]
    ends = (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))
    for dues, end, progress, lessons in zip(township.dues, ends, township.progress, township.lessons, strict=True):
        acts += _quarter_acts(township, posts, dues.period, end, progress, lessons)
    for article in township.articles:
        acts.append(
            Act(
                f"{slug}-article-{article['编号']}",
                ["experience-materials"],
                slug,
                township.party,
                None,
                posts,
                records=[f"article/{article['编号']}"],
                web=workday(article["日期"] + timedelta(days=4)),
                channels=("网站",),
                opinion=real_life.ARTICLE_OPINIONS.get(article["编号"], ""),
            )
        )
    return acts


def _quarter_acts(
    township: Township, posts: tuple[str, str, str], period: str, end: date, progress: str, lessons: str
) -> list[Act]:
    slug, name = township.slug, township.name
    rng = random.Random(f"{slug} {period}")
    label = f"{period[:4]}年第{period[-1]}季度"
    on_time = workday(end + timedelta(days=rng.randint(12, 13)))
    posted = real_life.LATE.get(f"{slug}-{period}") or on_time
    kinds = ("committee", "assembly", "lecture") if "three-meetings" in township.schedules else ()
    held = named(township, kinds, QUARTERS[period.lower()])
    return [
        Act(
            f"{slug}-progress-{period.lower()}",
            ["party-key-tasks-progress"],
            slug,
            township.party,
            posted,
            posts,
            period=period,
            title=f"{name}{label}重点工作进展",
            text=progress,
            web=posted,
            removed=past(posted + timedelta(days=30)),
            note=f"{name}{label}" + ("（重点工作进展晚了）" if posted != on_time else ""),
        ),
        Act(
            f"{slug}-lessons-{period.lower()}",
            ["party-three-meetings-one-lesson"],
            slug,
            township.party,
            None,
            posts,
            period=period,
            records=held,
            title="" if held else f"{label}三会一课执行情况",
            text="" if held else lessons,
            web=on_time,
            channels=("党内通报", "党员微信群"),
        ),
        Act(
            f"{slug}-dues-{period.lower()}",
            ["party-dues"],
            slug,
            township.party,
            None,
            posts,
            period=period,
            title=f"{label}党费收缴使用情况",
            text=f"应交、实交和支出见本季度党费各项数字。{_SPENT[int(period[-1]) - 1]}",
            web=on_time,
            channels=("党内通报", "党员微信群"),
        ),
    ]
