"""What is going on in a village: matters that are being decided, and works that are being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.charts import Progress
from generator.mechanisms.courses import course
from generator.model import Amount, Edition, Withheld
from generator.pages._common.disclosure import record_page
from generator.records.form import ProcedureForm
from generator.records.place import Place
from generator.records.procedure import Procedure, Step
from generator.records.project import Project


@dataclass(frozen=True)
class Matter:
    """A matter as a short timeline: the newest steps taken, and what comes next."""

    matter: Procedure
    path: str
    taken: tuple[Step, ...]
    earlier: int
    """How many steps were taken before those."""
    coming: str

    @property
    def open(self) -> bool:
        return self.matter.stage == "进行中"


@dataclass(frozen=True)
class Works:
    """The projects, and a chart of those whose progress is known."""

    listed: tuple[tuple[Project, str], ...]
    chart: Progress | None


_NEWEST = 3


def matters(edition: Edition, village: Place) -> tuple[Matter, ...]:
    """The village's matters, the newest first."""
    mine = [one for one in edition.of(Procedure, village.township) if one.place == village.id]
    return tuple(_matter(edition, one) for one in sorted(mine, key=_begun, reverse=True))


def _begun(matter: Procedure) -> tuple[date, str]:
    days = [step.day for step in matter.steps if isinstance(step.day, date)]
    return max(days, default=date.min), matter.id


def _matter(edition: Edition, matter: Procedure) -> Matter:
    steps = tuple(step for step in matter.steps if isinstance(step.name, str))
    return Matter(matter, record_page(matter), steps[-_NEWEST:], max(len(steps) - _NEWEST, 0), _coming(edition, matter))


def _coming(edition: Edition, matter: Procedure) -> str:
    """The step that comes next; nothing where the form is not known or the names of the steps are closed."""
    form = edition.get(ProcedureForm, f"form/{matter.form}")
    if form is None or isinstance(matter.steps, Withheld):
        return ""
    way = course(matter, form, edition.today)
    reached = max((one.place for one in way.rounds[-1]), default=-1)
    return next((step.name for step in way.plan[reached + 1 :] if not step.optional), "")


def projects(edition: Edition, village: Place) -> Works | None:
    """The village's projects; None where there are none."""
    mine = tuple(one for one in edition.of(Project, village.township) if one.place == village.id)
    if not mine:
        return None
    known = [
        (one.title, one.progress) for one in mine if isinstance(one.progress, Decimal) and isinstance(one.title, str)
    ]
    return Works(tuple((one, record_page(one)) for one in mine), _progress(village, known))


def _progress(village: Place, known: list[tuple[str, Decimal]]) -> Progress | None:
    if not known:
        return None
    said = "；".join(_said(known))
    names, done = tuple(name for name, _ in known), tuple(Amount.known(part, "%") for _, part in known)
    return Progress(f"{village.name}项目进度", f"{said}。", names, done)


def _said(known: list[tuple[str, Decimal]]) -> Iterator[str]:
    for name, part in known:
        yield f"{name}完成{part:f}%"
