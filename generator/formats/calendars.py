"""Calendars of what has to be published: one a township, one a village, to be opened or subscribed to by any phone.

A day has no hour and no zone; UIDs follow from the duty and DTSTAMP from the day of asking, so that the same duties give
the same bytes, and a calendar that is fetched again moves an entry instead of adding one (RFC 5545).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogue import local
from generator.model import Duty, DutyState, Edition, Records
from generator.records.place import Place

if TYPE_CHECKING:
    from icalendar import Alarm, Event


OPEN = (DutyState.OVERDUE, DutyState.DUE)
"""What is done is no appointment any more."""
Shelf = tuple[str, str, list[Duty]]
"""Township, village or "", and the duties of its calendar."""
_REMIND = (timedelta(days=3), timedelta(days=1))
"""How long before the last day a reminder comes, at nine in the morning."""
_MORNING = timedelta(hours=9)


def make(source: Records | Edition, shelves: Iterable[Shelf], folder: Path) -> list[Path]:
    """Writes `anping.ics`, `anping-liucun.ics` … into the folder; what has the same name gives way."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for township, village, duties in shelves:
        target = folder / f"{'-'.join(filter(None, (township, village)))}.ics"
        target.write_bytes(calendar(township, village, duties, source))
        made.append(target)
    return made


def named(duties: Iterable[Duty]) -> Iterator[Shelf]:
    """Every calendar that has something in it; a township's holds its villages."""
    shelves: dict[tuple[str, str], list[Duty]] = {}
    for duty in duties:
        if duty.state in OPEN:
            shelves.setdefault((duty.township, ""), []).append(duty)
            if duty.place != duty.township:
                shelves.setdefault((duty.township, duty.place), []).append(duty)
    for (township, village), mine in sorted(shelves.items()):
        yield township, village, mine


def calendar(township: str, village: str, duties: Iterable[Duty], source: Records | Edition) -> bytes:
    """One calendar; every duty stands in it once, in the order of their days."""
    from icalendar import Calendar, vText  # takes a tenth of a second to load

    made = Calendar()
    title = f"{_name(source, township, village or township)}公开日历"
    made.add("prodid", "-//gongkai//duties//ZH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        made.add(name, vText(title))  # of a name that it does not know the library escapes nothing
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    unique = {uid(duty): duty for duty in duties if duty.state in OPEN}
    for duty in sorted(unique.values(), key=lambda duty: (duty.due, uid(duty))):
        made.add_component(_event(duty, source))
    return bytes(made.to_ical())


def uid(duty: Duty) -> str:
    """`anping.liucun.finance-cash-statement.2026-09@gongkai`: the same whatever becomes of the duty."""
    about = duty.period.key if duty.period else duty.record.replace("/", ".") or "standing"
    return f"{duty.township}.{duty.place}.{duty.item}.{about}@gongkai"


def _event(duty: Duty, source: Records | Edition) -> Event:
    item = local(source, duty.township).item(duty.item)
    title = f"{_name(source, duty.township, duty.place)} {item.name if item else duty.item}{_about(duty, source)}"
    from icalendar import Event

    event = Event()
    event.add("uid", uid(duty))
    event.add("dtstamp", datetime(source.today.year, source.today.month, source.today.day, tzinfo=UTC))
    event.add("dtstart", duty.due)
    event.add("dtend", duty.due + timedelta(days=1))
    event.add("summary", f"{'逾期未公开' if duty.state is DutyState.OVERDUE else '最迟今天公开'}：{title}")
    event.add("description", "\n".join(_told(duty, source)))
    event.add("categories", [item.category if item else "公开", duty.state.label])
    event.add("transp", "TRANSPARENT")
    for before in _REMIND if duty.state is DutyState.DUE else ():
        event.add_component(_alarm(before, title, duty))
    return event


def _alarm(before: timedelta, title: str, duty: Duty) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _MORNING - before)
    alarm.add("description", f"还有{before.days}天：{title}，最迟{duty.due}公开")
    return alarm


def _told(duty: Duty, source: Records | Edition) -> Iterator[str]:
    yield f"最迟公开日期：{duty.due}"
    if duty.publisher:
        yield f"公开主体：{duty.publisher}"
    if duty.planned:
        yield f"预告：{duty.planned}公开（{duty.announced}）"
    if duty.reason:
        yield f"现在的情况：{duty.reason}"
    if duty.opens >= source.today:
        yield f"{duty.opens}以后才能公开"


def _about(duty: Duty, source: Records | Edition) -> str:
    if duty.period:
        return f"（{duty.period.label}）"
    title = getattr(source.find(duty.record), "title", "") if duty.record else ""
    return f"（{title}）" if isinstance(title, str) and title else ""


def _name(source: Records | Edition, township: str, place: str) -> str:
    found = source.get(Place, f"{township}/place/{place}")
    return found.name if found else place
