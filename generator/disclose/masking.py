"""What stands where a name was: made from the names, never typed, by the profile that the catalogue names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.model import WITHHELD
from generator.model.record import Row
from generator.records.mask import MaskProfile

_COMPOUND = frozenset({
    *("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯"),
    *("端木", "百里", "东郭", "南宫", "西门", "轩辕", "长孙", "宇文", "钟离", "呼延", "公冶", "太史"),
})  # fmt: skip
DEFAULT = "surname"


def mask(value: Any) -> Any:
    """A person's name with only the surname left."""
    if not isinstance(value, str):
        return WITHHELD
    kept = 2 if value[:2] in _COMPOUND and len(value) > 2 else 1
    return value[:kept] + "*" * max(1, len(value) - kept)


def masked(names: Sequence[Any], rows: Sequence[Row], profile: MaskProfile | None) -> list[Any]:
    """The names of a list as these readers see them, told apart where they would look alike."""
    way = profile.names if profile else "留姓"
    if way == "不公开":
        return [WITHHELD] * len(names)
    groups = [_group(row) for row in rows]
    if way == "组别序号":
        return _numbered(names, groups)
    people: dict[tuple[str, Any], dict[object, int]] = {}
    for index, (group, name) in enumerate(zip(groups, names, strict=True)):
        alike = people.setdefault((group, mask(name)), {})
        alike.setdefault(_person(rows[index], name, index), len(alike) + 1)
    shown = []
    for index, (group, name) in enumerate(zip(groups, names, strict=True)):
        alike = people[group, mask(name)]
        number = f"（{alike[_person(rows[index], name, index)]}）" if len(alike) > 1 else ""
        shown.append(f"{mask(name)}{number}" if isinstance(name, str) else WITHHELD)
    return shown


def _person(row: Row, name: Any, index: int) -> object:
    """Who it is: on a list of households every line is another one, elsewhere the same name is the same person."""
    return index if "group" in type(row).model_fields else name


def _numbered(names: Sequence[Any], groups: list[str]) -> list[Any]:
    """`二组3号`: the third household of its group in this list."""
    seen: Counter[str] = Counter()
    shown: list[Any] = []
    for name, group in zip(names, groups, strict=True):
        seen[group] += 1
        shown.append(f"{group}{seen[group]}号" if isinstance(name, str) else WITHHELD)
    return shown


def _group(row: Row) -> str:
    group = getattr(row, "group", None)
    return group if isinstance(group, str) else ""
