"""What Yunling published: its articles and the appraisal of its members."""

from __future__ import annotations

from tests.sample.plain import published

# fmt: off

_POSTS = ("云岭乡党政办公室主任", "云岭乡纪委书记", "云岭乡党委书记")

PUBLICATIONS = [
    published(
        "yunling-article-venues-plan-2026", ["experience-materials"], "yunling", "中共云岭乡委员会",
        ["article/venues-plan-2026"], ("2026-02-27", "2026-02-28", "2026-03-02", "2026-03-03"), _POSTS,
    ),
    published(
        "yunling-article-floating-research-2026", ["experience-materials"], "yunling", "中共云岭乡委员会",
        ["article/floating-research-2026"], ("2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26"), _POSTS,
    ),
    published(
        "yunling-article-year-2025", ["experience-materials"], "yunling", "中共云岭乡委员会", ["article/year-2025"],
        ("2026-01-29", "2026-01-30", "2026-02-02", "2026-02-03"), _POSTS,
    ),
    published(
        "yunling-review-2025", ["party-member-review"], "yunling", "中共云岭乡委员会",
        ["assessment/member-review-2025"], ("2026-01-21", "2026-01-22", "2026-01-23", "2026-01-26"), _POSTS,
        期间="2025", 渠道=["党内通报"],
    ),
]
