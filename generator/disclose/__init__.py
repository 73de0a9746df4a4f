"""Step 4, THE GATE: Records and an audience → the Edition that this audience may read.

Default closed. A field is in the edition only when a catalogue item that applies to the record opens it to the
audience; where the item asks for approval, only once an approved publication covers the record. A record may close
itself further. What is closed is replaced by WITHHELD whatever its value was, so that nothing outside can tell.
No other module may make an Edition.
"""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.catalogue import local
from generator.disclose.corrections import readable
from generator.disclose.counting import Counting
from generator.disclose.opening import Opening
from generator.disclose.saying import said
from generator.figures import named
from generator.markup.prose import pictures
from generator.model import Audience, Duty, Edition, Gone, Mode, Record, Records
from generator.records.article import Article
from generator.records.comment import Comment
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.mask import MaskProfile
from generator.records.publication import Covered, PublicationRecord


def disclose(records: Records, audience: Audience, townships: Sized[str] = (), part: str | None = None) -> Edition:
    """What the audience may read; of the named townships only, when any are named; for one part of the site or all."""
    gate = _Gate(records, audience)
    wanted = [r for r in records if not townships or type(r).catalogue or r.township in townships]
    views = {record.key: view for record in wanted if (view := gate.view(record)) is not None}
    views = {key: view for key, view in views.items() if _placed(view, views)}
    figures = [view for view in views.values() if isinstance(view, Indicator)]
    passing = Counting(records, lambda record: gate.counted(record, views)).passing(figures)
    shown = [gate.linked(v, views) for v in views.values() if not isinstance(v, Indicator) or v.key in passing]
    publications = [view for view in shown if isinstance(view, PublicationRecord)]
    gone = {one.key: one for publication in publications for one in gate.gone(publication, views)}
    duties = [duty for duty in records.duties if not townships or duty.township in townships]
    edition = Edition(
        items=tuple(shown),
        audience=audience,
        today=records.today,
        duties=tuple(gate.duty(duty, views) for duty in duties if gate.owes(duty, views, gone)),
        prose=records.prose,
        origins={key: str(records.where(view)) for key, view in views.items()} if audience is Audience.REVIEW else {},
        manual=records.manual,
        part=part,
        bound={article.key: named(article, records) for article in records.of(Article) if article.key in views},
        gone=tuple(gone.values()),
        files={
            f"{view.township}/{name}": f"{records.root}/content/{view.township}/files/{name}"
            for view in publications
            for name in view.attachments
        }
        | (_prose_files(records) if not part else {}),
    )
    return said(edition, records, townships)


def _prose_files(records: Records) -> dict[str, str]:
    """The pictures of the pages that people wrote for everybody."""
    named = (name for text in records.prose.values() for _, _, name in pictures(text) if name)
    return {f"site/{name}": f"{records.root}/content/site/files/{name}" for name in named}


def _placed(view: Record, views: dict[str, Record]) -> bool:
    """What belongs to a place that these readers may not know of is not there either."""
    place = getattr(view, "place", None)
    return not place or f"{view.township}/place/{place}" in views


_OWN_WORDS = frozenset({"标题", "正文", "附件", "异议", "更正", "备注"})
"""What a publication says in words of its own, beside who did what when."""
_CONTENT = frozenset({"正文", "附件", "异议", "更正", "不适用"})
"""What a withdrawn publication has taken back with it; its title, days and the reason stay."""


@dataclass(frozen=True)
class _Gate:
    records: Records
    audience: Audience
    openings: dict[Any, Opening] = field(default_factory=dict)
    opened: dict[str, Opening | None] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=dict)

    def reaching(self, township: str) -> set[str]:
        """Ids of the township's items of which the audience may read anything at all."""
        if township not in self.reached:
            items = local(self.records, township).items
            self.reached[township] = {item.id for item in items if item.reaches(self.audience)}
        return self.reached[township]

    @cached_property
    def published(self) -> Covered:
        """What the publications cover that this audience can read by today."""
        return Covered(publication for publication in self.records.of(PublicationRecord) if self._out(publication))

    @cached_property
    def profiles(self) -> dict[str, MaskProfile]:
        return {profile.id: profile for profile in self.records.of(MaskProfile)}

    def _out(self, publication: PublicationRecord) -> bool:
        """Whether it is approved and its day has come: on the web for society, on the board for village and members."""
        day = publication.web if self.audience is Audience.PUBLIC else publication.done
        return publication.released(self.records.today) and day is not None and day <= self.records.today

    def view(self, record: Record) -> Record | None:
        """The record rebuilt from its open fields; None when nothing of it is open."""
        if type(record).catalogue:
            return record
        if isinstance(record, Comment):  # for the house alone, whatever the catalogue says
            return None
        if isinstance(record, PublicationRecord) and not self._published(record):
            return None
        opening = self.opening(record)
        view = opening.rebuild(record, type(record).identity) if opening else None
        return view if isinstance(view, Record) else None

    def opening(self, record: Record) -> Opening | None:
        """What the items that publish the record, and are released, open of it; None when that is nothing."""
        key = record.key
        if key not in self.opened:
            closed, items = self._closed(record), local(self.records, record.township).publishing(record)
            granted = [item for item in items if self._released(item, record)]
            self.opened[key] = self._opening(granted, closed) if granted and closed is not None else None
        return self.opened[key]

    def _closed(self, record: Record) -> frozenset[str] | None:
        closed = record.closed_to(self.audience)
        if closed is None or not isinstance(record, PublicationRecord) or self.audience is Audience.REVIEW:
            return closed
        # Its own words speak of all its items: they are for readers whom every item reaches, once it is out.
        recalled = record.recalled(self.records.today)
        mixed = not self.reaching(record.township).issuperset(record.items)
        own = _OWN_WORDS if mixed or not (recalled or self._out(record)) else frozenset()
        return closed | own | (_CONTENT if recalled else frozenset())

    def _opening(self, granted: list[DisclosureItem], closed: frozenset[str]) -> Opening:
        name = (tuple(map(id, granted)), closed)
        if name not in self.openings:
            self.openings[name] = Opening(granted, self.audience, closed, self.profiles)
        return self.openings[name]

    def _published(self, publication: PublicationRecord) -> bool:
        if not self.reaching(publication.township).intersection(publication.items):
            return False
        excused = publication.excused(self.records.today)
        return self.audience is Audience.REVIEW or excused or self._out(publication) or self._taken_back(publication)

    def _taken_back(self, publication: PublicationRecord) -> bool:
        """Whether the audience could read it until it was withdrawn."""
        if publication.withdrawn is None or not publication.recalled(self.records.today):
            return False
        day = publication.web if self.audience is Audience.PUBLIC else publication.done
        seen = publication.exempt is not None or (day is not None and day <= publication.withdrawn.day)
        return seen and publication.approved_by(publication.withdrawn.day)

    def gone(self, view: PublicationRecord, views: dict[str, Record]) -> Iterator[Gone]:
        """The records that a withdrawn publication released and nothing else releases now."""
        publication = self.records.get(PublicationRecord, view.key)
        if publication is None or self.audience is Audience.REVIEW or not self._taken_back(publication):
            return
        for record in self._covered(publication):
            if record.key not in views and self._could_be_read(publication, record) and _placed(record, views):
                place = getattr(record, "place", None) or record.township
                yield Gone(publication.key, record.township, place, record.family, record.id)

    def _covered(self, publication: PublicationRecord) -> Iterator[Record]:
        if publication.records:
            found = (self.records.find(f"{publication.township}/{name}") for name in publication.records)
            yield from (record for record in found if record is not None)
            return
        for record in self.records:
            if any(publication.covers(item, record) for item in publication.items):
                yield record

    def _could_be_read(self, publication: PublicationRecord, record: Record) -> bool:
        """Whether the publication alone would open anything of the record."""
        closed, items = self._closed(record), local(self.records, record.township).publishing(record)
        granted = [item for item in items if publication.covers(item.id, record)]
        if closed is None or not granted:
            return False
        return self._opening(granted, closed).rebuild(record, type(record).identity) is not None

    def _released(self, item: DisclosureItem, record: Record) -> bool:
        if not item.approval or self.audience is Audience.REVIEW:
            return True
        return self.published.has(item.id, record)

    def counted(self, record: Record, views: dict[str, Record]) -> Opening | None:
        """What may be counted of a record: nothing when it closes a part of itself, or its place is closed."""
        return None if record.closed_to(self.audience) or not _placed(record, views) else self.opening(record)

    def linked(self, view: Record, views: dict[str, Record]) -> Record:
        """References to what this audience may not read are dropped."""
        if not isinstance(view, PublicationRecord):
            return view
        items = tuple(item for item in view.items if item in self.reaching(view.township))
        records = tuple(name for name in view.records if f"{view.township}/{name}" in views)
        changes: dict[str, Any] = {"items": items, "records": records}
        written = self.records.get(PublicationRecord, view.key)
        if view.corrections and written is not None and self.audience is not Audience.REVIEW:
            covered = tuple(self._covered(written))
            opened = {record.key: self.opening(record) for record in covered if record.key in views}
            changes["corrections"] = tuple(readable(view.corrections, written.corrections, covered, opened))
        return view.model_copy(update=changes)

    def owes(self, duty: Duty, views: dict[str, Record], gone: Sized[str]) -> bool:
        """Whether the audience may know of the duty: its item reaches them, and the event behind it was readable."""
        known = not duty.record or duty.record in views or duty.record in gone
        return known and f"{duty.township}/place/{duty.place}" in views and duty.item in self.reaching(duty.township)

    def duty(self, duty: Duty, views: dict[str, Record]) -> Duty:
        """Without the page, the reason and the announcements that the audience may not read."""
        if duty.publication not in views:
            duty = replace(duty, publication="")
        if duty.reason and not self._may_read_reason(duty, views.get(duty.about)):
            duty = replace(duty, reason="", about="")
        return duty if self.announces else replace(duty, planned=None, announced="")

    @cached_property
    def announces(self) -> bool:
        """Whether announcements are open to the audience: they are made before anything is approved."""
        items = (item for item in self.records.of(DisclosureItem) if item.data == PublicationRecord.family)
        return any(item.mode("预告.公开日期", self.audience) is Mode.OPEN for item in items)

    def _may_read_reason(self, duty: Duty, view: Record | None) -> bool:
        """A reason in a person's words is as open as these words are."""
        written = self.records.get(PublicationRecord, duty.about)
        if not isinstance(view, PublicationRecord) or written is None:
            return False
        if written.recalled(self.records.today):
            return bool(view.withdrawn and view.withdrawn.reason)
        return written.exempt is None or bool(view.exempt)
