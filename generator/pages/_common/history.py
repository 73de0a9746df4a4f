"""What became of a publication: announced, corrected, objected to, withdrawn — as far as these readers may know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.catalogue import local
from generator.model import Edition, Gone, Record
from generator.pages._common import paths
from generator.records.publication import Announcement, Correction, Objection, PublicationRecord, Withdrawal

Called = Callable[[Record], str]
"""What a list calls a record."""


@dataclass(frozen=True)
class Change:
    """One value that was corrected, and what the record is called that it stands in; empty when it is plain."""

    correction: Correction
    about: str


@dataclass(frozen=True)
class Revision:
    """All that was corrected on one day; what was published first is the first revision."""

    number: int
    day: date
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Challenge:
    """An objection with the last day for answering it; `late`: nobody has, and the day has passed."""

    objection: Objection
    until: date | None
    late: bool


@dataclass(frozen=True)
class History:
    """Everything that happened to one publication."""

    announcements: tuple[Announcement, ...] = ()
    revisions: tuple[Revision, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def edition(self) -> str:
        """`第2版`; nothing as long as it stands as it was first published."""
        return f"第{self.revisions[-1].number}版" if self.revisions else ""


def history(edition: Edition, publication: PublicationRecord, called: Called, record: Record | None = None) -> History:
    """What happened by today; of the corrections those of the record, or all."""
    here = local(edition, publication.township)
    made = [line for line in publication.announcements if _by(line.day, edition)]
    challenges = []
    for one in publication.objections:
        until = one.day + timedelta(days=here.answer_days(publication.items, one.day)) if _known(one.day) else None
        late = not one.reply and until is not None and until < edition.today
        challenges.append(Challenge(one, until, late))
    revisions = _revisions(edition, publication, called, record)
    return History(tuple(made), revisions, tuple(challenges), withdrawal(edition, publication))


def withdrawal(edition: Edition, publication: PublicationRecord) -> Withdrawal | None:
    """How it was withdrawn, when that day has come; one whose day these readers may not know counts as come."""
    taken = publication.withdrawn or None
    return taken if taken is not None and (not _known(taken.day) or taken.day <= edition.today) else None


def _revisions(
    edition: Edition, publication: PublicationRecord, called: Called, record: Record | None
) -> tuple[Revision, ...]:
    mine = f"{record.family}/{record.id}" if record else ""
    made = [c for c in publication.corrections if _by(c.day, edition) and (not mine or (c.record or mine) == mine)]
    days = groupby(sorted(made, key=lambda correction: correction.day), key=lambda correction: correction.day)
    return tuple(
        Revision(number, day, tuple(Change(c, "" if mine else _about(edition, publication, called, c)) for c in same))
        for number, (day, same) in enumerate(days, start=2)
    )


def _about(edition: Edition, publication: PublicationRecord, called: Called, correction: Correction) -> str:
    found = edition.find(f"{publication.township}/{correction.record}") if correction.record else None
    return called(found) if found is not None else ""


def _by(day: date, edition: Edition) -> bool:
    return _known(day) and day <= edition.today


def _known(day: object) -> bool:
    """Whether the readers may know the day."""
    return isinstance(day, date)


def gone_pages(edition: Edition, publication: PublicationRecord) -> list[str]:
    """The addresses at which its records could be read until it was withdrawn, those that nothing else stands at."""
    found = (one for one in edition.gone if one.publication == publication.key)
    return list(dict.fromkeys(page for one in found if (page := gone_page(edition, one))))


def gone_page(edition: Edition, one: Gone) -> str:
    """The address of a record that was withdrawn; "" when the register that it stood in is still there."""
    if one.family in paths.OWN_PAGES:
        return paths.record(one.township, one.place, one.family, one.id)
    if one.family in ("place", "indicator", "publication") or (one.township, one.place, one.family) in _shelves(
        edition
    ):
        return ""
    return paths.register(one.township, one.place, one.family)


def _shelves(edition: Edition) -> frozenset[tuple[str, str, str]]:
    """Where a register is: township, place and family."""
    return edition.once(_standing)


def _standing(edition: Edition) -> frozenset[tuple[str, str, str]]:
    own = {(r.township, getattr(r, "place", None) or r.township, r.family) for r in edition if r.township}
    return frozenset(own | {(township, township, family) for township, _, family in own})
