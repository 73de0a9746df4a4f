"""Whether two things of one list can be the same: a villager of one group is of no other, but a woman may be a Party member."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TWICE = re.compile(r"重复|双重|交叉|同时|兼|又|身兼|重叠|含|包括")
"""Words with which a writer owns that something is counted twice."""
_OPPOSITES: tuple[tuple[str, ...], ...] = (
    ("集中", "分散"),
    ("正式", "临时"),
    ("专职", "兼职"),
    ("在职", "退休"),
    ("公办", "民办"),
    ("本地", "外地"),
    ("男", "女"),
    ("个访", "集体访"),
    ("个体", "集体"),
    ("在家", "外出"),
    ("新建", "改建", "扩建", "改扩建"),
    ("种植", "养殖"),
    ("材料", "人工", "运费"),
    ("工资性", "经营性", "转移性", "财产性"),
    ("初中", "高中", "大专"),
    ("低保", "五保"),
    ("低保", "特困"),
    ("农民", "职工", "教师", "学生", "个体户"),
    ("水田", "旱地", "林地", "园地", "草地", "水面"),
    ("优秀", "合格", "不合格", "不定等次"),
)
_SOURCES = (
    ("loan", r"贷款|银行|借款"),
    ("people", r"群众|村民|农户|社员"),
    ("giver", r"社会|捐|乡贤|企业|公司|老板"),
    ("village", r"村集体|村级|村里|自筹|合作社|集体"),
    ("centre", r"中央"),
    ("province", r"省"),
    ("city", r"市"),
    ("county", r"县|区级"),
    ("town", r"镇|乡(?!贤)"),
    ("public", r"财政|上级|专项|补助|补贴|奖补"),
)
"""Where money comes from, the narrower first."""
_PUBLIC = {"centre", "province", "city", "county", "town"}
_PLACE = re.compile(r"(?:村|组|社区|庄|屯|寨|片区|队|湾|坪|店|沟)(?:有|共|为|投入|硬化|种植|投资|完成|安排)*$")
_OVERLAPPING = re.compile(
    r"女|男|民族|党员|团员|岁|以上|以下|学历|大专|本科|中专|高中|连任|新|老|退役|退伍|致富|能手|能人|低保|五保|脱贫|残疾|困难|"
    r"监测|骨干|先进|优秀|示范|达标|已|未|今年|去年|上年|累计|期|使用|用于|涉及|超|高|低|富|干部|代表|大学生|返乡|留守|独居|"
    r"空巢|患|参加|外出|务工|流转|优质|到位|完成|盛果|挂果|灌溉|规模|每|贷|特色|有机|自|主动|重点|建成|流动|积极|属|"
    r"双|技术|负责|因|当场|本|外|转|立|来|专业|复种|套种|间作|林下|成活|成林|出栏|死"
)
"""Traits that one and the same person, field or sum may have beside others."""


def apart(labels: Sequence[str]) -> bool:
    """Whether the words surely speak of different things: of places, sources or opposites, each once."""
    if len(labels) < 2 or any(_TWICE.search(label) for label in labels):
        return False
    named = [_named_place(label) for label in labels]
    return (all(named) and _once(named)) or _opposite(labels) or _sources(labels)


def unlike(labels: Sequence[str]) -> bool:
    """Whether nothing says that the things overlap: no trait, no mixture of places and sources."""
    if all("用于" in label for label in labels):
        labels = [label.rpartition("用于")[2] for label in labels]
    if len(labels) < 2 or any(not label or _TWICE.search(label) or _OVERLAPPING.search(label) for label in labels):
        return False
    mixed = [bool(_PLACE.search(label)) for label in labels], [bool(_source(label)) for label in labels]
    within = any(one != other and one in other for one in labels for other in labels)
    return _once(labels) and not within and not any(any(kind) and not all(kind) for kind in mixed)


def _opposite(labels: Sequence[str]) -> bool:
    for words in _OPPOSITES:
        longest = sorted(words, key=len, reverse=True)
        found = [next((word for word in longest if word in label), "") for label in labels]
        if all(found) and _once(found):
            return True
    return False


def _sources(labels: Sequence[str]) -> bool:
    """上级 may be any office above, so it goes with none of them."""
    found = [_source(label) for label in labels]
    return all(found) and _once(found) and not ("public" in found and _PUBLIC & set(found))


def _source(label: str) -> str:
    return next((name for name, words in _SOURCES if re.search(words, label)), "")


def _named_place(label: str) -> str:
    return (
        label if _PLACE.search(label) and not re.search(r"先进|达标|示范|新|已|贫困|后进|空壳|强|书记", label) else ""
    )


def _once(words: Sequence[str]) -> bool:
    return len(set(words)) == len(words)
