"""What every disclosure shows beside its content: the metadata row of published catalogues, sign-off, corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator.catalogue import local
from generator.model import Audience, Duty, Edition, Period, Record, Withheld
from generator.pages._common import paths
from generator.pages._common.history import History, gone_pages, history, withdrawal
from generator.records._basis import Basis
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.law import Law
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_TRIGGER = {
    "每月": "每月结束后",
    "每季": "每季度结束后",
    "每半年": "每半年结束后",
    "每年": "每年结束后",
    "事后": "事项决定后",
    "长期": "长期公开，变更后",
}


@dataclass(frozen=True)
class Disclosure:
    """One act of publishing (or none yet) with the catalogue items that it publishes of a record."""

    items: tuple[DisclosureItem, ...]
    bases: tuple[str, ...]
    publication: PublicationRecord | None
    duties: dict[str, Duty]
    """Item id → the duty that was met, or that stands open because this does not count."""
    waiting: str
    """What is still missing before other readers may see it; empty once it is published."""
    history: History = field(default_factory=History)
    board: str = ""
    """From when to when it hangs on the board."""

    def deadline(self, item: DisclosureItem) -> str:
        return deadline(item, self.duties.get(item.id))


def disclosures(edition: Edition, record: Record) -> tuple[Disclosure, ...]:
    """How this audience comes to read the record: acts of publishing first, then items not published yet."""
    items = [i for i in local(edition, record.township).publishing(record) if i.reaches(edition.audience)]
    # What is open of a whole family, to be counted, gives way to the items that publish just this record.
    items = [i for i in items if i.approval or i.conditions] or items
    published = edition.once(_published).get(record.township, {})
    grouped: dict[str, list[DisclosureItem]] = {}
    for item in items:
        for key in [p.key for p in published.get(item.id, ()) if p.covers(item.id, record)] or [""]:
            grouped.setdefault(key, []).append(item)
    return tuple(_disclosure(edition, grouped[key], key, record) for key in sorted(grouped, key=lambda key: not key))


def _published(edition: Edition) -> dict[str, dict[str, list[PublicationRecord]]]:
    """Township → item → its publications."""
    found: dict[str, dict[str, list[PublicationRecord]]] = {}
    for publication in edition.of(PublicationRecord):
        for item in publication.items:
            found.setdefault(publication.township, {}).setdefault(item, []).append(publication)
    return found


def of_publication(edition: Edition, publication: PublicationRecord) -> tuple[Disclosure, ...]:
    """The items that a publication without records of its own publishes."""
    here = local(edition, publication.township)
    items = [item for name in publication.items if (item := here.item(name))]
    return (_disclosure(edition, items, publication.key),)


def _disclosure(edition: Edition, items: list[DisclosureItem], key: str, record: Record | None = None) -> Disclosure:
    publication = edition.get(PublicationRecord, key)
    day = publication.done if publication and publication.done else edition.today
    cited = [basis for item in items for basis in item.bases]
    duties = {duty.item: duty for duty in edition.once(_met).get(key, ())} if key else {}
    named = tuple(dict.fromkeys(bases(edition, cited, day)))
    happened = past(edition, publication, record) if publication else History()
    board = _board(edition, publication) if publication else ""
    waiting = _waiting(edition, items, publication)
    return Disclosure(tuple(items), named, publication, duties, waiting, happened, board)


def _board(edition: Edition, publication: PublicationRecord) -> str:
    """Nothing is still hanging that was withdrawn or has not been posted yet."""
    posted, removed = publication.posted, publication.removed
    if not posted:
        return ""
    if posted > edition.today:
        return f"准备{_day(posted)}上墙"
    if removed:
        return f"{_day(posted)}上墙，{'准备' if removed > edition.today else ''}{_day(removed)}取下"
    return f"{_day(posted)}上墙" + ("" if withdrawal(edition, publication) else "，仍在公开栏")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def past(edition: Edition, publication: PublicationRecord, record: Record | None = None) -> History:
    """What became of the publication; on the page of a record only those of its corrections that concern it."""
    return history(edition, publication, partial(short, edition), record)


def _met(edition: Edition) -> dict[str, list[Duty]]:
    """Publication key → the duties that it met or was to meet."""
    found: dict[str, list[Duty]] = {}
    for duty in edition.duties:
        found.setdefault(duty.publication or duty.about, []).append(duty)
    return found


def _waiting(edition: Edition, items: list[DisclosureItem], publication: PublicationRecord | None) -> str:
    if publication is None:
        return "还没有公开记录" if any(item.approval for item in items) else ""
    # Only reviewers are shown what nobody has approved; for others an absent signature may just be closed to them.
    closed = any(isinstance(value, Withheld) for value in (publication.approved, publication.posted, publication.web))
    if edition.audience is not Audience.REVIEW or closed or publication.exempt:
        return ""
    if withdrawal(edition, publication):
        return "已撤回"
    if not publication.released(edition.today):
        return "还没有批准公开" if publication.approved is None else "还没有到公开的日子"
    return ""


def bases(edition: Edition, cited: Iterable[Basis], day: date) -> tuple[str, ...]:
    """The laws as a page may name them, each in the version that was in force on the day."""
    found = ((edition.get(Law, f"law/{one.law}"), one) for one in cited)
    return tuple(_named(edition, law, one) for law, one in found if law and law.in_force(day))


def _named(edition: Edition, law: Law, cited: Basis) -> str:
    """An article number only when somebody has checked it; for reviewers the others too, marked as unchecked."""
    name = f"《{law.short or law.name}》"
    if not cited.article:
        return name
    article = law.article(cited.article)
    if article and article.verified:
        return f"{name}第{cited.article}条"
    return f"{name}第{cited.article}条（条号待核实）" if edition.audience is Audience.REVIEW else name


def deadline(item: DisclosureItem, duty: Duty | None = None) -> str:
    """When it has to be published, in words; as the local rule has it where the duty falls due sooner."""
    if item.deadline is None:
        return item.frequency
    trigger = _TRIGGER.get(item.frequency, f"{item.frequency}，变更后")
    if item.deadline.calendar == "工作日":
        return f"{trigger}{item.deadline.days}个工作日内"
    local = (duty.due - duty.opens).days if duty else item.deadline.days
    return f"{trigger}{local}日内（地方规定）" if local < item.deadline.days else f"{trigger}{item.deadline.days}日内"


def record_page(record: Record) -> str:
    """The address at which a record can be read: its own page, or the register that it stands in."""
    place = getattr(record, "place", None) or record.township
    if isinstance(record, Place):
        return paths.place(record.township, record.id)
    if isinstance(record, Indicator):
        return paths.indicators(record.township)
    if record.family not in paths.OWN_PAGES:
        return paths.register(record.township, place, record.family)
    return paths.record(record.township, place, record.family, record.id)


def whose(edition: Edition, sheet: Record) -> str:
    """`（刘村村民委员会）` behind what a sheet is called, where another publisher has one of the same place and period."""
    publisher = getattr(sheet, "publisher", None)
    if not isinstance(sheet, Finance) or not isinstance(publisher, str):
        return ""
    return f"（{publisher}）" if edition.once(_sheets)[_kind(sheet)] > 1 else ""


def _sheets(edition: Edition) -> Counter[tuple[object, ...]]:
    return Counter(_kind(sheet) for sheet in edition.of(Finance))


def _kind(sheet: Finance) -> tuple[object, ...]:
    return sheet.township, sheet.place, sheet.period, sheet.statement


def short(edition: Edition, record: Record) -> str:
    """What a list calls a record: a sheet by its period, a figure by its period and source, others by name."""
    period = getattr(record, "period", None)
    when = period.label if isinstance(period, Period) else ""
    if record.family == "finance" and when:
        return when + whose(edition, record)
    if isinstance(record, Indicator):
        written = isinstance(record.source, str) and not record.inputs
        return f"{when}{record.title}" + (f"（{record.source}）" if written else "")
    name = getattr(record, "title", None) or getattr(record, "name", None)
    if not isinstance(name, str):
        return record.key
    return f"{name}的基本资料" if isinstance(record, Place) else name


def notice_page(publication: PublicationRecord) -> str:
    """The address of a publication that carries its own text."""
    return paths.record(publication.township, publication.place, "notices", publication.id)


def newest(edition: Edition, count: int | None, township: str | None = None) -> list[PublicationRecord]:
    """The newest publications, newest first."""
    draft = edition.audience is Audience.REVIEW  # nobody else is given any
    published = [p for p in edition.of(PublicationRecord, township) if draft or p.done is not None or p.exempt]
    return sorted(published, key=lambda p: (p.web or p.posted or date.min, p.key), reverse=True)[:count]


def headline(edition: Edition, publication: PublicationRecord, category: str = "") -> dict[str, object]:
    """What a list shows of a publication, or of its part in one category: title, page, day, category."""
    here = local(edition, publication.township)
    named = [item for name in publication.items if (item := here.item(name))]
    items = [item for item in named if item.category == category] or named
    place = edition.get(Place, f"{publication.township}/place/{publication.place}")
    where = place.name if place else publication.place
    when = publication.period.label if publication.period else ""
    records = [r for name in publication.records if (r := edition.find(f"{publication.township}/{name}"))]
    record = next((r for r in records if any(item.applies(r) for item in items)), records[0] if records else None)
    own = publication.title or getattr(record, "title", None) or f"{where}{when}{items[0].name if items else '公开'}"
    own += whose(edition, record) if record else ""
    taken = withdrawal(edition, publication)
    own += "（已撤回）" if taken else "（不适用）" if publication.exempt else ""
    addresses = gone_pages(edition, publication) if taken and not record else []
    return {
        "title": own,
        "path": record_page(record) if record else (*addresses, notice_page(publication))[0],
        "day": publication.web or publication.posted,
        "draft": not (publication.exempt or publication.web or publication.posted),
        "category": items[0].category if items else "",
        "place": where,
    }
