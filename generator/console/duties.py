"""Duties as a clerk reads them, the most urgent first, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.catalogue import local
from generator.console.text import as_json, plain
from generator.model import Duty, DutyState, Records
from generator.records.place import Place

_ORDER = (DutyState.OVERDUE, DutyState.DUE, DutyState.LATE, DutyState.WITHDRAWN, DutyState.DONE, DutyState.EXEMPT)


def by_urgency(duties: Iterable[Duty]) -> list[Duty]:
    """Overdue first, the longest overdue before the others; then what falls due next; what is done last."""
    return sorted(duties, key=lambda duty: (_ORDER.index(duty.state), duty.due, duty.township, duty.place, duty.item))


def duties_text(duties: Sequence[Duty], records: Records) -> str:
    """One line a duty: state, due day, place, item, period or event."""
    lines = []
    for duty in by_urgency(duties):
        parts = [
            f"{duty.state.mark} {duty.state.label}",
            f"最迟 {duty.due}",
            _place(duty, records),
            _item(duty, records),
        ]
        parts += [duty.period.label] if duty.period else [_event(duty, records)] if duty.record else []
        late = f"(已逾期{(records.today - duty.due).days}天)" if duty.state is DutyState.OVERDUE else ""
        lines.append(plain("  ".join(parts) + late))
    return "\n".join(lines)


def duties_json(duties: Sequence[Duty], records: Records) -> str:
    """Every duty with its state, as JSON."""
    entries = [
        {
            "state": duty.state.code,
            "township": duty.township,
            "place": duty.place,
            "item": duty.item,
            "name": _item(duty, records),
            "period": duty.period.key if duty.period else None,
            "record": duty.record or None,
            "due": duty.due.isoformat(),
            "done": duty.done.isoformat() if duty.done else None,
            "publication": duty.publication or None,
        }
        for duty in by_urgency(duties)
    ]
    return as_json({"today": records.today.isoformat(), "duties": entries})


def _place(duty: Duty, records: Records) -> str:
    place = records.get(Place, f"{duty.township}/place/{duty.place}")
    return place.name if place else duty.place


def _item(duty: Duty, records: Records) -> str:
    item = local(records, duty.township).item(duty.item)
    return item.name if item else duty.item


def _event(duty: Duty, records: Records) -> str:
    return str(getattr(records.find(duty.record), "title", "") or duty.record)
