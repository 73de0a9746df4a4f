"""Lists in which nothing is counted twice: the grades of one scale, the parts of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.numerals.claims.quantity import Quantity

_SCALES = (
    (
        "优秀",
        "合格",
        "基本合格",
        "不合格",
        "称职",
        "基本称职",
        "不称职",
        "良好",
        "一般",
        "好",
        "较好",
        "差",
        "较差",
        "不定等次",
    ),
    ("五星", "四星", "三星", "二星", "一星"),
    ("男", "女"),
    ("非常满意", "满意", "比较满意", "较满意", "基本满意", "不满意", "一般"),
    ("一类", "二类", "三类"),
    ("甲级", "乙级", "丙级"),
    ("先进", "一般", "后进"),
)
_THEME = re.compile(r"(?:其中)?(?:关于|涉及|反映|有关)")
_DONE = re.compile(r"已(?:经)?(?P<done>\w{2,4})(?:的|有)?$")
_LEFT = re.compile(r"(?:尚未|还未|还没|没有|未)(?P<left>\w{2,4})(?:的|有)?$")
_DATE = re.compile(r"\d{4}年|[一二三四]季度|\d+月|[上下]半年|今年|去年|前年")


def exclusive(parts: Sequence[Quantity]) -> bool:
    """Grades of one scale, each once: nobody is counted twice."""
    for scale in _SCALES:
        named = [next((w for w in sorted(scale, key=len, reverse=True) if _grade(part, w)), "") for part in parts]
        if all(named) and len(set(named)) == len(named):
            return True
    return False


def _grade(part: Quantity, word: str) -> bool:
    return re.search(
        rf"{word}(?:等次|党员|干部|生|学生|代表|村民|职工|同志|委员|教师|学员|村|支部|性|的|党支部|党组织|为|有|档|级)*$",
        part.before,
    ) is not None or bool(
        re.match(rf"(?:为|是|被评为|评为)?{word}(?:的|等次|党员|干部|级|党支部|党组织|村)*$", part.after)
    )


def is_grade(part: Quantity) -> bool:
    """Whether the number counts a grade of any scale."""
    return any(_grade(part, word) for scale in _SCALES for word in scale)


def dated(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Years, quarters or months, each once, and the total none of them."""
    named = [_date(part) for part in parts]
    return all(named) and len(set(named)) == len(named) and _date(total)[-1:] != named[0][-1:]


def themed(parts: Sequence[Quantity]) -> bool:
    """关于道路的、关于饮水的: each thing under one head."""
    return all(_THEME.match(part.before) for part in parts)


def opposed(parts: Sequence[Quantity]) -> bool:
    """已销号 and 未销号: together all."""
    if len(parts) != 2:
        return False
    done, left = _DONE.search(parts[0].before), _LEFT.search(parts[1].before)
    return done is not None and left is not None and done["done"] == left["left"]


def _date(part: Quantity) -> str:
    found = _DATE.search(part.before)
    return found[0] if found else ""
