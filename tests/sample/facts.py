"""The vocabulary of facts: what `anping`, `gaoyuan` and `shiguan` say, before any record is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.sample.act import Act
from tests.sample.money import Stream
from tests.sample.plain import Sheet


@dataclass(frozen=True)
class Matter:
    """One matter of 四议两公开. `until` is the last step taken; `done` the day on which the result was posted."""

    id: str
    title: str
    start: date
    budget: int | None
    background: str
    source: str
    plan: str
    resolution: str
    result: str = ""
    done: date | None = None
    until: str = "决议公开"
    dissent: str = ""
    remark: str = ""
    closures: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Notice:
    """A publication without a record behind it."""

    id: str
    item: str
    day: date
    title: str
    text: str


@dataclass(frozen=True)
class Village:
    id: str
    name: str
    population: int
    households: int
    hamlets: int
    groups: int
    members: int
    delegates: int
    """Those who are called to the assembly: delegates of the villagers, and the committee."""
    intro: str
    people: tuple[str, ...]
    """Nine who hold public posts."""
    inner: tuple[str, ...]
    """Two handlers of money, a recorder, the internal contact: never to be read outside."""
    opening: str
    """What was held on 1 October 2025."""
    streams: tuple[Stream, ...]
    matters: tuple[Matter, ...]
    assets: str
    charter: tuple[str, ...]
    """Clauses of the village rules that only this village has."""
    supervision: str
    """What the supervision committee found in the first half of 2026."""
    earned: tuple[str, str]
    """Business income of the collective in 2024 and 2025, in units of 10,000 yuan."""
    appraisal: str
    seat_remarks: Mapping[str, str] = field(default_factory=dict)
    """Name → internal remark on a member of the committee."""
    remarks: Mapping[int, str] = field(default_factory=dict)
    """Month → internal remark on the sheet."""
    notices: tuple[Notice, ...] = ()

    @property
    def branch(self) -> str:
        return f"{self.name}党支部"

    @property
    def committee(self) -> str:
        return f"{self.name}村民委员会"

    @property
    def supervisors(self) -> str:
        return f"{self.name}村务监督委员会"

    @property
    def collective(self) -> str:
        return f"{self.name}股份经济合作社"


@dataclass(frozen=True)
class Figure:
    """One indicator; `value` empty means missing, `**` masked."""

    id: str
    name: str
    theme: str
    value: str
    unit: str
    source: str
    why: str = ""
    remark: str = ""
    period: str = "2026"
    about: bool = False
    """The source says 余 or 多."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """What part of the whole it counts: `{"年龄段": "60岁以上"}`."""
    place: str = ""
    """A village; the township itself when empty."""


@dataclass(frozen=True)
class Dues:
    """Party dues of a quarter: how many owe and paid, how much was owed, paid and used."""

    period: str
    owing: int
    paying: int
    owed: str
    paid: str
    used: str


@dataclass(frozen=True)
class Township:
    slug: str
    name: str
    kind: str
    """镇 or 乡: how its offices are called."""
    code: str
    area: str
    population: int | None
    hamlets: int | None
    groups: int | None
    members: int | None
    intro: str
    phones: str
    """What its numbers begin with; they cannot exist."""
    people: tuple[str, ...]
    """Secretary, head, deputy secretary, organisation, discipline."""
    contact: str
    villages: tuple[Village, ...]
    figures: tuple[Figure, ...]
    dues: tuple[Dues, ...]
    progress: tuple[str, ...]
    """Key tasks, one text for each quarter from the last of 2025 on."""
    lessons: tuple[str, ...]
    """三会一课, one text for each quarter; for party members."""
    goals: str
    articles: tuple[dict[str, Any], ...]
    appraisal: str
    drafts: tuple[dict[str, Any], ...] = ()
    """Articles that nobody has published."""
    schedules: tuple[str, ...] = ()
    """The rhythms that its organisations keep."""
    sheets: tuple[Sheet, ...] = ()
    """Files of the families that have no vocabulary of their own: their records as they are."""
    acts: tuple[Act, ...] = ()
    """What it published besides."""

    @property
    def party(self) -> str:
        return f"中共{self.name}委员会"

    @property
    def government(self) -> str:
        return f"{self.name}人民政府"

    def phone(self, place: int, line: int) -> str:
        """The township itself is place 0, its villages follow."""
        return f"{self.phones}{place}0{line}"
