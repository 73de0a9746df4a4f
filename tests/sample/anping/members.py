"""Anping's party members by age, sex and schooling, and those of its villages: parts that make up the whole."""

from __future__ import annotations

from collections.abc import Iterator

from tests.sample.facts import Figure

_SOURCE = "党内统计年报"
_AGES, _SEXES = ("35岁以下", "36至59岁", "60岁以上"), ("男", "女")
_SCHOOLING = ("大专以上", "高中和中专", "初中以下")
_DIMENSIONS = (("年龄段", "age", _AGES), ("性别", "sex", _SEXES), ("文化程度", "school", _SCHOOLING))

_BROKEN = (
    ("", "2025", (231, 688, 541), (1081, 379), (296, 487, 677)),
    ("", "2024", (222, 690, 535), (1078, 369), (281, 483, 683)),
    ("liucun", "2025", (9, 27, 26), (47, 15), (8, 21, 33)),
    ("wangjiaping", "2025", (7, 20, 21), (37, 11), (6, 15, 27)),
    ("xihe", "2025", (8, 24, 23), (41, 14), (None, 19, 29)),
)
_VILLAGES = (
    ("liucun", "2025", 62),
    ("liucun", "2024", 60),
    ("wangjiaping", "2025", 48),
    ("wangjiaping", "2024", 48),
    ("xihe", "2025", 55),
    ("xihe", "2024", 56),
)


def figures() -> Iterator[Figure]:
    """The villages' totals, then every breakdown; one part has not been reported."""
    for village, year, count in _VILLAGES:
        yield Figure(
            f"{village}-members-{year}", "党员总数", "党建", str(count), "名", _SOURCE, period=year, place=village
        )
    for place, year, *broken in _BROKEN:
        for (dimension, word, names), counts in zip(_DIMENSIONS, broken, strict=True):
            for number, (name, count) in enumerate(zip(names, counts, strict=True), start=1):
                yield _part(place, year, f"{word}{number}", {dimension: name}, count)


def _part(place: str, year: str, word: str, parts: dict[str, str], count: int | None) -> Figure:
    key = "-".join(part for part in (place, "members", word, year) if part)
    value, why = (f"{count:,}", "") if count is not None else ("", "支部还没有报")
    return Figure(key, "党员总数", "党建", value, "名", _SOURCE, why, period=year, parts=parts, place=place)
