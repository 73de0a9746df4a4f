"""How far the matters of each procedure have come: how many there are, are done, stand at each step, and were taken.

A matter stands at the furthest step of its last round; one that was given up stands nowhere. How often a step was taken
is counted by the year of the step for the township as a whole, so that it can say how many were admitted, or
dispatched, this year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive._common import Head, computed
from generator.mechanisms.courses import course
from generator.model import Amount, Period, Records
from generator.records.form import STAGES, ProcedureForm
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.procedure import Procedure

THEME = "程序办理"
_FORM, _STATE = "procedure/程序", "procedure/状态"
_STEP, _DAY = "procedure/步骤.步骤", "procedure/步骤.日期"


@dataclass(frozen=True, slots=True)
class _Known:
    """A matter, the step at which it stands, and the steps taken in each year."""

    record: Procedure
    step: str | None
    taken: tuple[tuple[str, int], ...]


def figures(records: Records) -> Iterator[Indicator]:
    """For every place, and every township as a whole: a figure only where there is a matter to count."""
    forms: dict[str, list[ProcedureForm]] = defaultdict(list)
    for form in records.of(ProcedureForm):
        forms[form.spoken].append(form)  # two forms of one name are one figure to whoever reads it
    matters = _by_form(records)
    for same in forms.values():
        here: dict[tuple[str, str], list[_Known]] = defaultdict(list)
        for one in (one for form in same for one in matters[form.id]):
            here[one.record.township, ""].append(one)
            here[one.record.township, one.record.place].append(one)
        for place in records.of(Place) if here else ():
            counted = here.get((place.township, "" if place.is_top else place.id))
            if counted:
                yield from _Count(place, same, counted).figures()


def _by_form(records: Records) -> dict[str, list[_Known]]:
    found: dict[str, list[_Known]] = defaultdict(list)
    for matter in records.of(Procedure):
        form = records.get(ProcedureForm, f"{ProcedureForm.family}/{matter.form}")
        if form is not None:
            way = course(matter, form, records.today)
            last = max(way.rounds[-1], key=lambda one: one.place, default=None)
            years = tuple((one.step.name, one.step.day.year) for one in way.taken)
            stands = last.step.name if last and matter.stage != "已终止" else None
            found[form.id].append(_Known(matter, stands, years))
    return found


@dataclass(frozen=True, slots=True)
class _Count:
    """The matters of a procedure at one place."""

    place: Place
    forms: list[ProcedureForm]
    matters: list[_Known]

    def figures(self) -> Iterator[Indicator]:
        form = self.forms[0]
        code = f"form.{form.id}"
        yield self.made(Head(f"{code}.all", form.figure("件数"), THEME), len(self.matters), "件", (_FORM,))
        for word, short in zip(STAGES, ("done", "open", "ended"), strict=True):
            count = sum(one.record.stage == word for one in self.matters)
            if count or word != "已终止":
                yield self.made(
                    Head(f"{code}.{short}", form.figure(f"{word}件数"), THEME), count, "件", (_FORM, _STATE)
                )
        for number, step in enumerate(dict.fromkeys(step for form in self.forms for step in form.step_names), start=1):
            yield from self.stage(f"{code}.step{number}", step)

    def stage(self, code: str, step: str) -> Iterator[Indicator]:
        """How many stand at the step, and how often the township took it each year."""
        form = self.forms[0]
        count = sum(one.step == step for one in self.matters)
        if count:
            head = Head(code, form.figure(f"{step}件数"), THEME, dimensions={"步骤": step})
            yield self.made(head, count, "件", (_FORM, _STATE, _STEP))
        years = Counter(year for one in self.matters for taken, year in one.taken if taken == step)
        for year in sorted(years) if self.place.is_top else ():
            head = Head(f"{code}.taken", form.figure(f"{step}次数"), THEME, Period.parse(str(year)))
            yield self.made(head, years[year], "次", (_FORM, _STEP, _DAY))

    def made(self, head: Head, count: int, unit: str, uses: Iterable[str]) -> Indicator:
        """Every matter of the procedure was looked at, also those that were not counted."""
        source = f"由{len(self.matters)}件“{self.forms[0].name}”的记录计算"
        return computed(self.place, head, Amount.known(count, unit), [one.record for one in self.matters], uses, source)
