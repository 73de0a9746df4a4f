"""Where a person would put a new record: into the file of its period, else beside the records that are most like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic_core import PydanticCustomError

from generator.model import Period
from generator.model.types import parse_day, parse_period

_FULL = 40_000
"""Values and labels of a file to which nothing more is added; with 50,000 it would be refused."""
_ALIKE = ("村", "地方", "公开主体", "表", "台账", "制度", "程序", "类别", "体裁", "主题")
_DATED = ("期间", "日期", "登记日期", "发放日期")
Plain = Mapping[str, Any]


@dataclass
class Homes:
    """The files of one family with their records. folder: `data/townships/anping/finance`, without `.yml`."""

    folder: str
    files: dict[str, list[Plain]]
    sizes: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.sizes = Counter({name: sum(map(_size, records)) for name, records in self.files.items()})

    def take(self, record: Plain) -> tuple[str, str]:
        """The file for a new record, and the 编号 of the one that it follows there; "" is the end of the file."""
        name = self._file(record)
        behind = _behind(self.files.get(name, ()), record)
        records = self.files.setdefault(name, [])
        place = next((i for i, one in enumerate(records, 1) if behind and one.get("编号") == behind), len(records))
        records.insert(place, record)
        self.sizes[name] += _size(record)
        return name, behind

    def _file(self, record: Plain) -> str:
        if not self.files:
            return self._free(f"{self.folder}.yml")
        alike = max(
            self.files, key=lambda name: (max(map(_likeness(record), self.files[name]), default=-len(_ALIKE)), name)
        )
        when = _period(record)
        own = _named(alike)
        if when is None or own is None or own.holds(when):
            return self._free(alike)
        fitting = [name for name in self.files if (named := _named(name)) and named.holds(when)]
        if fitting:
            return self._free(fitting[-1])
        return self._free(f"{self.folder}/{Period.of(when.start, own.length).key}.yml")

    def _free(self, name: str) -> str:
        """The file, or the next beside it when it is full."""
        path, number = PurePosixPath(name), 1
        while self.sizes[name] > _FULL:
            number += 1
            inside = path.stem if str(path.parent) == self.folder else "more"
            name = f"{self.folder}/{inside}-{number}.yml"
        return name


def _likeness(record: Plain) -> Callable[[Plain], int]:
    """How many of the labels that tell series apart say the same, less those that do not."""

    def of(other: Plain) -> int:
        pairs = [(record.get(label), other.get(label)) for label in _ALIKE]
        return sum(1 if one == two else -1 for one, two in pairs if one or two)

    return of


def _behind(records: Sequence[Plain], record: Plain) -> str:
    """The last record of the same place and publisher, where the file has those of a place together."""
    homes = [_home(one) for one in records]
    runs = [one for place, one in enumerate(homes) if not place or homes[place - 1] != one]
    if len(runs) != len(set(runs)) or _home(record) not in homes or homes[-1] == _home(record):
        return ""
    last = max(place for place, one in enumerate(homes) if one == _home(record))
    return str(records[last].get("编号", ""))


def _home(record: Plain) -> tuple[str, str]:
    return (str(record.get("村") or record.get("地方") or ""), str(record.get("公开主体") or ""))


def _named(name: str) -> Period | None:
    """The period by which a file is called: `2026-q1.yml`."""
    try:
        return Period.parse(PurePosixPath(name).stem)
    except ValueError:
        return None


def _period(record: Plain) -> Period | None:
    for label in _DATED:
        text = record.get(label)
        if isinstance(text, str):
            try:
                return parse_period(text) if label == "期间" else Period.of(parse_day(text), 1)
            except PydanticCustomError:
                continue
    return None


def _size(value: Any) -> int:
    if isinstance(value, Mapping):
        return 1 + sum(1 + _size(one) for one in value.values())
    return 1 + sum(map(_size, value)) if isinstance(value, (list, tuple)) else 1
