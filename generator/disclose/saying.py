"""What the findings may say to reviewers, who read nearly everything: the words of a record that are closed even to
them must not come back in a message that quotes them. Such a finding keeps its rule and its place, and loses its words.

Everybody else reads no findings at all, and no acceptances.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

from ahocorasick_rs import AhoCorasick

from generator.dictionary import families
from generator.model import WITHHELD, Amount, Audience, Edition, Finding, Period, Record, Records, fold
from generator.model.record import Closure, Row
from generator.records.acceptance import Acceptance

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_QUOTED = re.compile("“.*”", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9-]{1,12}")
_TOWNSHIP = re.compile(r"(?:data/townships|content)/([^/]+)/")
_RUN = 6
"""Characters in a row that tell a text again, though a message quotes only a part of it."""
_BEGINNING = 24
"""Of a long text in other records the beginning is looked for: messages cut what they quote."""
_FEWEST_DIGITS = 5
_SMALLEST = 10
"""Smaller numbers are in every message."""


def said(edition: Edition, records: Records, townships: Collection[str] = ()) -> Edition:
    """The edition with what reviewers may read of the findings and acceptances of these townships (none named: all)."""
    if edition.audience is not Audience.REVIEW:
        return edition
    mine = [f for f in records.findings if not townships or _owner(f) in ("", *townships)]
    given = [a for a in records.of(Acceptance) if not townships or a.township in townships]
    given = [open_one for one in given if (open_one := _own(one)) is not None]
    spoken = [*map(_words, mine), *map(_reason, given)]
    closed = _Closed(edition, records, [r for r in records if r.township in ("", *townships) or not townships], spoken)
    return replace(
        edition,
        items=(*edition.items, *(_acceptance(acceptance, closed) for acceptance in given)),
        findings=tuple(_finding(finding, closed) for finding in mine),
    )


def _owner(finding: Finding) -> str:
    """The township that it is about; nothing when it concerns all of them."""
    found = _TOWNSHIP.match(finding.where.file)
    return found[1] if found and found[1] != "site" else ""


def _words(finding: Finding) -> str:
    return f"{finding.message}\0{finding.hint}"


def _reason(acceptance: Acceptance) -> str:
    words = (acceptance.reason, acceptance.content, acceptance.post, acceptance.file)
    return "\0".join(word for word in words if word)


def _finding(finding: Finding, closed: _Closed) -> Finding:
    """The finding as it may be read: whole, without what it quotes of no record, or without its words."""
    if not closed.knows(finding.record):
        finding = replace(finding, message=_QUOTED.sub("……", finding.message), hint=_QUOTED.sub("……", finding.hint))
    if closed.away(finding.record):
        return replace(finding, message="", hint="", record="")
    return replace(finding, message="", hint="") if closed.tells(_words(finding), finding.record) else finding


def _own(acceptance: Acceptance) -> Acceptance | None:
    """The acceptance without what it closes of itself."""
    closed = acceptance.closed_to(Audience.REVIEW)
    if closed is None:
        return None
    fields = (name for name, info in Acceptance.model_fields.items() if str(info.alias) in closed)
    return acceptance.model_copy(update=dict.fromkeys(fields, WITHHELD))


def _acceptance(acceptance: Acceptance, closed: _Closed) -> Acceptance:
    """Its reason and what it copied from a message are words like those of a finding."""
    about = f"{acceptance.township}/{acceptance.record}" if acceptance.record else ""
    if not closed.away(about) and not closed.tells(_reason(acceptance), about):
        return acceptance
    hidden = dict.fromkeys(("reason", "content", "post", "file", "record"), WITHHELD)
    return acceptance.model_copy(update=hidden)


class _Closed:
    """The values that the edition withholds, as far as the texts speak of them."""

    def __init__(self, edition: Edition, records: Records, mine: list[Record], texts: list[str]) -> None:
        self.edition, self.records = edition, records
        self.secrets = self._secrets(mine, fold("\0".join(texts))) if texts else frozenset()

    def knows(self, key: str) -> bool:
        """Whether the record was read at all: of what was not, nobody can tell what is closed."""
        return self.records.find(key) is not None

    def away(self, key: str) -> bool:
        """Whether the record is there, and reviewers may not know of it."""
        return self.knows(key) and self.edition.find(key) is None

    def tells(self, text: str, key: str) -> bool:
        """Whether the text holds a closed value of the record, or one of another record that can be read nowhere."""
        text = fold(text)
        text = f"{text}\0{text.replace(',', '')}"  # as written, and with numbers ungrouped
        record, view = self.records.find(key), self.edition.find(key)
        own = record is not None and view is not None and _tells(text, record, view)
        return own or any(secret in text for secret in self.secrets)

    def _secrets(self, mine: list[Record], spoken: str) -> frozenset[str]:
        """What of all closed values is spoken of anywhere, and can be read nowhere in the edition."""
        spoken = f"{spoken}\0{spoken.replace(',', '')}"
        pairs = {spoken[at : at + 2] for at in range(len(spoken))}  # most values are ruled out by their beginning
        owners = (record for record in mine if not isinstance(record, Acceptance) and not type(record).catalogue)
        forms = (_form(value) for record in owners for value in _values(record))
        found = {form for form in forms if form and form[:2] in pairs and form in spoken}
        return frozenset(found - self._readable(sorted(found)))

    def _readable(self, forms: list[str]) -> set[str]:
        """Those that stand in the edition somewhere, or are words of the program itself."""
        if not forms:
            return set()
        search = AhoCorasick(forms)
        words = (word for family in families() for entry in family.walk() for word in (entry.label, entry.help))
        texts = chain(words, (_text(value) for record in self.edition for value in _values(record)))
        found = (search.find_matches_as_indexes(fold(text), overlapping=True) for text in texts)
        return {forms[index] for matches in found for index, _, _ in matches}


def _tells(text: str, record: Record, view: Record) -> bool:
    """Whether the text has in it what the view withholds of its record: a run of its words, a number, a day."""
    shown = "\0".join(fold(_text(value)) for value in _values(view))
    numbers = {_number(found[0]) for found in _NUMBER.finditer(text)} - {_number(n[0]) for n in _NUMBER.finditer(shown)}
    for value in _values(record):
        if isinstance(value, Decimal | int):
            amount = Decimal(value)
            if abs(amount) >= _SMALLEST and abs(amount) in numbers:
                return True
        elif any(run in text and run not in shown for run in _runs(value)):
            return True
    return False


def _runs(value: str | date | Period) -> Iterator[str]:
    """The pieces by which a value that is no number can be told again; a day or a period only as a whole."""
    text = fold(_text(value))
    if not isinstance(value, str):
        yield text
        if isinstance(value, date):
            yield f"{value.year}年{value.month}月{value.day}日"
    elif len(text) >= 2:
        yield from (text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1)))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _form(value: Any) -> str:
    """A telling value as folded text would hold it; nothing of what is too common to tell anything."""
    if isinstance(value, (Decimal, int)):
        text = f"{abs(value):.2f}"
        return text.removesuffix(".00") if len(text.replace(".", "").strip("0")) >= _FEWEST_DIGITS else ""
    text = fold(_text(value))
    is_name = re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", text) is not None
    telling = len(text) >= (2 if is_name else 4) and not _SLUG.fullmatch(text)
    return text[:_BEGINNING] if telling else ""


def _text(value: Any) -> str:
    if isinstance(value, (Decimal, int)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return value if isinstance(value, str) else str(value) if isinstance(value, (date, Period)) else ""


def _values(record: Record) -> Iterator[Any]:
    """Every single value that stands in the record or in a row inside it; nothing for what is withheld."""
    pending: list[Any] = [record]
    while pending:
        value = pending.pop()
        if isinstance(value, Closure):
            pending.append(value.reason)  # whom and what it closes are words of the catalogue
        elif isinstance(value, Row):
            pending += [getattr(value, name) for name, info in type(value).model_fields.items() if _written(info.alias)]
            pending.append(getattr(value, "extras", None))
        elif isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, tuple | list):
            pending += value
        elif isinstance(value, Amount):
            pending.append(value.value)
        elif isinstance(value, str | Decimal | int | date | Period) and not isinstance(value, bool):
            yield value


def _written(label: str | None) -> bool:
    return not str(label).startswith("@")
