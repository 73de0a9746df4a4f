"""How well the activity schedules were kept, and how many activities and people there were in a year.

Of every organisation (or place) that keeps a schedule, and of the township: asked for, held, and the rate, a quarter
and a year so far. A rate counts no more meetings than each cycle of each organisation asks for, so that a busy branch
cannot hide an idle one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from generator.derive._common import Head, computed
from generator.figures import rounded
from generator.mechanisms.rhythm import DUE, HELD, RATE, Plan, Tally, Unit, named, place_of, plans
from generator.model import Amount, Period, Record, Records
from generator.records.activity import Activity
from generator.records.indicator import Indicator
from generator.records.organisation import Organisation
from generator.records.place import Place

THEME = "活动开展"
_Account = dict[Period, list[tuple[Unit, Tally]]]
"""Period → what became of it at each unit."""


def figures(records: Records) -> Iterator[Indicator]:
    """The rates of every schedule that a township keeps, then the counts of all activities, scheduled or not."""
    schedules: dict[tuple[str, str], list[Plan]] = defaultdict(list)
    for plan in plans(records):
        schedules[plan.township.township, plan.schedule.id].append(plan)
    for kept in schedules.values():
        yield from _schedule(records, kept)
    yield from _years(records)


def _schedule(records: Records, kept: list[Plan]) -> Iterator[Indicator]:
    """Each requirement, then the schedule as a whole unless its only requirement bears its name.

    Nothing while there is not one activity under the schedule: that is no rate of nought but nothing recorded yet.
    """
    top, schedule = kept[0].township, kept[0].schedule
    witness = next((one for plan in kept for listed in plan.held.values() for one in listed), None)
    if witness is None:
        return
    accounts = [_account(plan) for plan in kept]
    for number, (plan, account) in enumerate(zip(kept, accounts, strict=True)):
        yield from _told(records, top, f"rhythm.{schedule.id}.{number}", plan.label, account, witness)
    if len(kept) > 1 or kept[0].label != schedule.name:
        yield from _told(records, top, f"rhythm.{schedule.id}.all", schedule.name, _whole(kept, accounts), witness)


def _account(plan: Plan) -> _Account:
    account: _Account = defaultdict(list)
    for unit in plan.units:
        for span, tally in plan.tallies(unit):
            account[span].append((unit, tally))
    return account


def _whole(kept: list[Plan], accounts: list[_Account]) -> _Account:
    """All requirements of the schedule together; a quarter needs all those that are reported by the quarter."""
    sums: dict[Period, dict[str, tuple[Unit, Tally]]] = defaultdict(dict)
    quarterly = [plan for plan in kept if plan.requirement.reported == 3 and plan.units and plan.stretches]
    for account in accounts:
        for span, cells in account.items():
            if span.length == 12 or all(span in plan.spans for plan in quarterly):
                for unit, tally in cells:
                    before = sums[span].get(unit.key)
                    sums[span][unit.key] = (unit, before[1] + tally if before else tally)
    return {span: list(cells.values()) for span, cells in sums.items()}


def _told(
    records: Records, top: Place, code: str, label: str, account: _Account, witness: Activity
) -> Iterator[Indicator]:
    """The figures of each unit, then those of the township."""
    for span, cells in account.items():
        for unit, tally in cells:
            place = records.get(Place, f"{unit.township}/{Place.family}/{place_of(unit)}") or top
            part = {"组织" if isinstance(unit, Organisation) else "地方": unit.name}
            yield from _three(
                place, f"{code}.{unit.family}.{unit.id}", (label, span, part), tally, _inputs(unit, tally, witness)
            )
        total = sum((tally for _, tally in cells), Tally(0, 0, 0))
        inputs = [record for unit, tally in cells for record in _inputs(unit, tally, witness)]
        yield from _three(top, code, (label, span, {}), total, inputs)


def _inputs(unit: Unit, tally: Tally, witness: Activity) -> tuple[Record, ...]:
    """The activities; of a unit that held none, the unit and another's activity: who may not count those may not
    learn that there were none."""
    return tally.activities or (unit, witness)


def _three(
    place: Place, code: str, what: tuple[str, Period, dict[str, str]], tally: Tally, inputs: Iterable[Record]
) -> Iterator[Indicator]:
    label, span, part = what
    given = tuple(inputs)
    uses = (*_uses(given, "制度", "组织", "次数"), "organisation/名称", "place/名称")
    keys = [one.key for one in given]
    vague = f"{tally.loose}条记录写的期间不全在{span.label},分不开" if tally.loose else ""
    held = Amount.missing("次", vague) if vague else Amount.known(tally.held, "次")
    rows: tuple[tuple[str, str, Amount, str], ...] = (
        ("due", DUE, Amount.known(tally.due, "次"), "按活动制度计算,只算已经结束的周期"),
        ("held", HELD, held, f"由{len(tally.activities)}条活动记录计算"),
        ("rate", RATE, _rate(tally, vague), "每个组织每个周期最多按应开展次数计"),
    )
    for suffix, word, amount, source in rows:
        head = Head(f"{code}.{suffix}", named(label, word), THEME, span, part)
        yield computed(place, head, amount, keys, uses, source)


def _rate(tally: Tally, vague: str) -> Amount:
    """Per cent with one decimal."""
    if vague or not tally.due:
        return Amount.missing("%", vague or "没有应开展的次数")
    return Amount.known(rounded(Decimal(100 * tally.counted) / tally.due, 1), "%")


def _uses(inputs: Iterable[Record], *labels: str) -> tuple[str, ...]:
    """The fields of the activities that were looked at: which kind, when, and these."""
    found = dict.fromkeys(f"activity/{label}" for label in ("类型", *labels))
    for one in inputs:
        if isinstance(one, Activity):
            found["activity/日期" if one.day else "activity/期间"] = None
    return tuple(found)


def _years(records: Records) -> Iterator[Indicator]:
    """Every kind of activity in every year, of each place and of the township with all its places."""
    found: dict[tuple[str, str, str, int], list[Activity]] = defaultdict(list)
    for activity in records.of(Activity):
        day = activity.event_date
        if day is not None and (activity.day is None or activity.day <= records.today):
            for place in {activity.place, activity.township}:
                found[activity.township, place, activity.kind, day.year].append(activity)
    for (township, name, kind, year), activities in sorted(found.items(), key=lambda one: one[0]):
        where = records.get(Place, f"{township}/{Place.family}/{name}")
        if where is not None:
            yield from _counts(where, kind, Period(date(year, 1, 1), 12), activities)


def _counts(place: Place, kind: str, year: Period, activities: list[Activity]) -> Iterator[Indicator]:
    code = f"activity.{hashlib.sha256(kind.encode()).hexdigest()[:16]}"
    source = f"由{len(activities)}条活动记录计算"
    times = Amount.known(sum(activity.times for activity in activities), "次")
    head = Head(f"{code}.times", named(kind, "次数"), THEME, year)
    yield computed(place, head, times, activities, _uses(activities, "次数"), source)
    known = [activity.people for activity in activities if activity.people is not None]
    people = Amount.known(sum(known), "人次")
    if unknown := len(activities) - len(known):
        people = Amount.missing("人次", f"{unknown}条记录没有写人次")
    head = Head(f"{code}.people", named(kind, "人次"), THEME, year)
    yield computed(place, head, people, activities, _uses(activities, "次数", "人次", "实到"), source)
