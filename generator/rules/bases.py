"""A legal basis that does not hold.

What: an article that a catalogue entry cites must be listed with its law; the cited version of the law must be in
force today; and something that an item cites must have been in force on the day of each publication that rests on it.

Why: most wall boards still cite article 30 of 村民委员会组织法, which has been article 35 since 2026-01-01 (F13). A
basis that no longer exists discredits the sheet it stands on.

Example: `依据: [{法: vcol-2018, 条: 30}]` after 2025-12-31; `条: 53` of a law whose listed articles end at 40.

Mend: cite the successor that the finding names. To keep the history right, cite both versions: one of them being in
force on the day in question is enough; a rule that was replaced under another name is named by its successor's 接替. A
law whose first day is not known yet (no 施行) is passed over until somebody writes it. Add an article to `laws/` only after reading the official text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model import Finding, Record, Records, fold
from generator.records.chart import Chart
from generator.records.form import ProcedureForm
from generator.records.genre import Genre
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.publication import PublicationRecord
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.rules._common import Report

NAME = "bases"
TITLE = "依据过期或有误"

_Cited = tuple[int, str | None, Law]
"""Position, article and law of a basis."""
_CITING: tuple[type[Record], ...] = (
    *(DisclosureItem, ProcedureForm, Jurisdiction, Chart),
    *(Schedule, GradeScale, Ledger, Genre),
)


def check(records: Records) -> Iterator[Finding]:
    """The catalogue as of today, then the publications as of their own day."""
    for entry in (entry for kind in _CITING for entry in records.of(kind)):
        yield from _articles(Report(NAME, records, entry), _laws(records, entry))
        if not _past(entry, records.today):
            yield from _lapsed(Report(NAME, records, entry), _laws(records, entry))
    for publication in records.of(PublicationRecord):
        yield from _published(Report(NAME, records, publication), publication)


def _past(entry: Record, day: date) -> bool:
    """Whether the entry itself belongs to the past; then so may what it rests on."""
    until: date | None = getattr(entry, "until", None)
    return until is not None and until < day


def _laws(records: Records, entry: Record) -> list[_Cited]:
    """The bases whose law is in the catalogue."""
    bases = getattr(entry, "bases", ())
    found = ((i, basis.article, records.get(Law, f"{Law.family}/{basis.law}")) for i, basis in enumerate(bases))
    return [(index, article, law) for index, article, law in found if law is not None]


def _articles(say: Report, laws: list[_Cited]) -> Iterator[Finding]:
    for index, article, law in laws:
        if article is not None and law.article(article) is None:
            listed = "、".join(one.number for one in law.articles) or "无"
            message = f"《{law.name}》({law.id})没有列出第{article}条,已列的条文:{listed}"
            yield say.error(message, "核对正式文本,改正条号,或在 laws/ 里补上这一条", "依据", index, "条")


def _lapsed(say: Report, laws: list[_Cited]) -> Iterator[Finding]:
    today = say.records.today
    for index, article, law in _not_in_force(say.records, laws, today):
        cited = f"《{law.name}》{f'第{article}条' if article else ''}({law.id})"
        if law.since is not None and today < law.since:
            yield say.warning(f"{cited}到 {law.since} 才施行", "施行以前换成现行的依据", "依据", index, "法")
        else:
            message = f"{cited}只施行到 {law.until},现在已经失效"
            yield say.warning(message, _successor(say.records, law, today), "依据", index, "法")


def _successor(records: Records, law: Law, day: date) -> str:
    line = _line(records, law)
    same = [other for other in records.of(Law) if _line(records, other) == line and other.in_force(day)]
    if not same:
        return "在 laws/ 里补上现行的版本,再改引它"
    numbers = "、".join(f"第{article.number}条" for article in same[0].articles[:10])
    return f"改引现行版本 {same[0].id}({same[0].since} 起施行){f',条号可能变了:{numbers}' if numbers else ''}"


def _published(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """An item of which nothing that it cites was in force; what is reported as of today is not repeated here."""
    day, today = publication.done, say.records.today
    for position, name in enumerate(publication.items if day else ()):
        item = say.records.get(DisclosureItem, f"{DisclosureItem.family}/{name}")
        laws = _laws(say.records, item) if item is not None else []
        if any(law.in_force(day or today) for _, _, law in laws):
            continue
        reported = {index for index, _, _ in _not_in_force(say.records, laws, today)}
        for index, _, law in _not_in_force(say.records, laws, day or today):
            if index not in reported:
                message = f"公开那天({day})事项“{name}”的依据《{law.name}》({law.id})不在施行期内"
                hint = "在目录里这个事项的“依据”下,再写上当时施行的版本"
                yield say.warning(message, hint, "事项", position)


def _not_in_force(records: Records, laws: list[_Cited], day: date) -> list[_Cited]:
    """The bases not in force on the day, unless another version of the same law is cited that is."""
    standing = {_line(records, law) for _, _, law in laws if law.in_force(day)}
    return [cited for cited in laws if cited[2].since is not None and _line(records, cited[2]) not in standing]


def _line(records: Records, law: Law) -> str:
    """What all versions of a law have in common: the name, or that of the first one where the name has changed."""
    seen = {law.id}
    while law.replaces is not None and law.replaces not in seen:
        seen.add(law.replaces)
        before = records.get(Law, f"{Law.family}/{law.replaces}")
        if before is None:
            break
        law = before
    return fold(law.name)
