"""The catalogue as a township has it: the national items with the rules of its province, city and county laid over.

A local rule may add items, rename and regroup them, ask for more columns and tighten; of two deadlines the shorter
applies, of two times on the board the longer, so nothing can be loosened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import Collection, Record
from generator.records.form import FormStep, ProcedureForm
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Column, Jurisdiction
from generator.records.place import Place
from generator.records.procedure import Procedure

BOARD = "公开栏"
"""The channel on which a time of publicity runs."""
REPLY_DAYS = 10
"""How soon an objection is to be answered where no local rule says so."""


@dataclass(frozen=True)
class LocalCatalogue:
    """Items as one township has them, and the local rules that made them so, the widest region first."""

    items: tuple[DisclosureItem, ...]
    rules: tuple[Jurisdiction, ...] = ()
    """Those of all times: what happened earlier is judged by the rule of its day."""
    columns: tuple[Column, ...] = ()
    """The local columns that are asked for today."""

    @cached_property
    def _by_id(self) -> Mapping[str, DisclosureItem]:
        return {item.id: item for item in self.items}

    @cached_property
    def _by_family(self) -> Mapping[str, tuple[DisclosureItem, ...]]:
        families = dict.fromkeys(item.data or "" for item in self.items)
        return {family: tuple(i for i in self.items if (i.data or "") == family) for family in families}

    def item(self, name: str) -> DisclosureItem | None:
        """The item of this id; None when there is none here."""
        return self._by_id.get(name)

    def publishing(self, record: Record) -> tuple[DisclosureItem, ...]:
        """The items that publish the record, whoever may read it."""
        return tuple(item for item in self._by_family.get(record.family, ()) if item.applies(record))

    def rules_on(self, item: str, day: date) -> Iterator[Jurisdiction]:
        """The local rules whose deadlines held for the item on that day."""
        return (rule for rule in self.rules if rule.in_force(day) and rule.speaks_of(item))

    def days_allowed(self, item: DisclosureItem, day: date) -> Iterator[int]:
        """The days that the local rules allow for publishing what happened on that day."""
        for rule in self.rules_on(item.id, day):
            yield from (one.days for one in rule.deadlines if one.frequency == item.frequency)

    def board_days(self, item: DisclosureItem, day: date) -> int:
        """How long what is posted on that day stays on the board at least; 0 when nothing says so."""
        then = item.on(day)
        if then is None:
            return 0
        posted = item.board_days or BOARD in item.channels
        local_days = [rule.board_days or 0 for rule in self.rules_on(item.id, day)] if posted else []
        return max([then.board_days or 0, *local_days])

    def step_days(self, step: FormStep, day: date) -> int:
        """How long a step's publicity lasts at least; a local rule for single items does not speak of steps."""
        local = [rule.board_days or 0 for rule in self.rules if rule.in_force(day) and not rule.items]
        return max([step.board_days, *local]) if step.board_days else 0

    def reply_days(self, item: str, day: date) -> int | None:
        """How soon an objection made on that day must be answered; None when no local rule says so."""
        return min((rule.reply_days for rule in self.rules_on(item, day) if rule.reply_days is not None), default=None)

    def answer_days(self, items: Iterable[str], day: date) -> int:
        """How soon an objection to these items made on that day must be answered: the strictest rule, else the custom."""
        return min((days for item in items if (days := self.reply_days(item, day)) is not None), default=REPLY_DAYS)


def local(collection: Collection, township: str) -> LocalCatalogue:
    """The catalogue of the township; the national one for what is no township."""
    found = collection.once(_catalogues)
    return found.get(township) or found[""]


def decided(collection: Collection, matter: Procedure) -> date | None:
    """The day from which the decision is to be published: the form's deciding step, else the last vote."""
    form = collection.get(ProcedureForm, f"{ProcedureForm.family}/{matter.form}")
    deciding = {step.name for step in form.steps if step.decides} if form else set()
    if not deciding:
        return matter.event_date
    return max((step.day for step in matter.steps if step.name in deciding and step.day), default=None)


def event_day(collection: Collection, record: Record) -> date | None:
    """The day on which something happened in the record that has to be published."""
    if isinstance(record, Procedure):
        return decided(collection, record)
    day: date | None = getattr(record, "event_date", None)
    return day


def _catalogues(collection: Collection) -> dict[str, LocalCatalogue]:
    national = tuple(item for item in collection.of(DisclosureItem) if not item.regions)
    tops = [place for place in collection.of(Place) if place.is_top]
    return {"": LocalCatalogue(national)} | {top.township: _laid_over(collection, top) for top in tops}


def _laid_over(collection: Collection, top: Place) -> LocalCatalogue:
    rules = tuple(sorted(_rules(collection, top), key=lambda rule: len(_prefix(rule.region or "")) or 99))
    here = (i for i in collection.of(DisclosureItem) if not i.regions or any(_within(top, r) for r in i.regions))
    today: date = getattr(collection, "today", date.min)
    current = tuple(
        rule for rule in rules if today == date.min or rule.in_force(today)
    )  # date.min: nobody has asked yet
    columns = tuple(column for rule in current for column in rule.columns)
    return LocalCatalogue(tuple(_overlaid(item, current) for item in here), rules, columns)


def _rules(collection: Collection, top: Place) -> Iterator[Jurisdiction]:
    for rule in collection.of(Jurisdiction):
        if rule.id == top.jurisdiction or (rule.region and _within(top, rule.region)):
            yield rule


def _overlaid(item: DisclosureItem, rules: Iterable[Jurisdiction]) -> DisclosureItem:
    changes: dict[str, object] = {}
    columns = [column.name for rule in rules for column in rule.columns if column.item == item.id and column.opened]
    if columns and item.data:
        changes["elements"] = (*item.elements, *columns)
    for rule in rules:
        for renamed in rule.renamed:
            if renamed.item == item.id:
                changes["name"] = renamed.name
        for moved in rule.regrouped:
            if item.id in moved.items and moved.shelf:
                changes |= {"category": moved.shelf[0], "groups": moved.shelf[1:]}
    return item.model_copy(update=changes) if changes else item


def _within(place: Place, region: str) -> bool:
    """Whether the place lies in the region, as their codes say: 330106 lies in 330100 and in 330000."""
    return bool(place.code) and (place.code or "").startswith(_prefix(region))


def _prefix(region: str) -> str:
    """What all codes inside the region begin with: a level written as noughts stands for all of it."""
    levels = [region[:2], region[2:4], region[4:6], region[6:9], region[9:12]]
    while levels and not levels[-1].strip("0"):
        levels.pop()
    return "".join(levels)
