"""Identity numbers, mobile numbers, cards and accounts: what has the right digits, judged by the words beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.privacy import context
from generator.privacy.context import Around, around
from generator.privacy.digits import PROVINCES, is_card, is_credit_code, is_identity, is_mobile, is_old_identity
from generator.privacy.kinds import Grade, Hit, Kind
from generator.privacy.runs import Row, rows

_PERSON = re.compile(r"(?=([1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]))", re.ASCII)
_ISSUER = "62"
"""Of the cards of Chinese banks."""
_YOUNG = 2000
"""A day since then in a business number is more often the day of a contract."""
_MOST_PARTS = 6
_IN_PARTS = {(3, 4, 4), (3, 8), (7, 4), (4, 7), (3, 3, 5), (5, 6), (6, 5), (2, 3, 4, 4), (4, 3, 4, 4), (2, 11)}
"""How people cut a mobile number."""
_DECIMAL = re.compile("[.,]")
_DECIMALS = re.compile(r"[¥$]\s*$|\d[.,]$")


def numbers(text: str, label: str) -> Iterator[Hit]:
    """The surest kind first; what one of them has taken is no other's."""
    for row in rows(text):
        taken: set[int] = set()
        for hits in (_identities, _old_identities, _cards, _mobiles):
            for hit in hits(row, label):
                if taken.isdisjoint(range(hit.start, hit.end)):
                    taken.update(range(hit.start, hit.end))
                    yield hit


def _identities(row: Row, label: str) -> Iterator[Hit]:
    for candidate in _PERSON.finditer(row.digits):
        first, behind = candidate.start(1), candidate.end(1)
        checked = is_identity(candidate[1])
        parts, glued = _cut(row, first, behind)
        if not checked and (glued or parts > 3 or row.reading == 2):
            continue
        start, end = row.position(first), row.position(behind - 1) + 1
        near = around(row.text, start, end, label)
        if not checked:  # one digit mistyped, or the last ones lost in a table
            if candidate[1][:2] in PROVINCES and near.near(context.IDENTITY) and not near.near(context.CREDIT):
                yield Hit(Kind.IDENTITY, start, end, Grade.LIKELY)
            continue
        if parts > 1 and not (near.near(context.IDENTITY) or (not glued and (parts <= _MOST_PARTS or parts >= 9))):
            continue
        grade = _identity(row, candidate[1], near, (start, end), glued=glued)
        if grade:
            yield Hit(Kind.IDENTITY, start, end, grade)


def _cut(row: Row, first: int, behind: int) -> tuple[int, bool]:
    """Of how many groups these digits are part, and whether other digits are glued to them."""
    parts = bisect_right(row.starts, behind - 1) - bisect_right(row.starts, first) + 1
    return parts, not (first in row.starts and behind in row.starts)


def _identity(row: Row, digits: str, near: Around, span: tuple[int, int], *, glued: bool) -> Grade | None:
    named = near.near(context.IDENTITY)
    if is_credit_code(digits) and not named:  # both checks hold for one number in a thousand
        return None if near.near(context.CREDIT) else Grade.LOOK
    if named:
        return Grade.CERTAIN
    young = int(digits[6:10]) >= _YOUNG
    if near.leads(context.BUSINESS):
        return Grade.LOOK if young else Grade.LIKELY if context.BUSINESS.search(near.before) else Grade.CERTAIN
    lettered = _latin(row.text, span[0] - 1)
    if lettered and young:
        return Grade.LOOK
    return Grade.LIKELY if glued or lettered or row.crosses(*span) else Grade.CERTAIN


def _mobiles(row: Row, label: str) -> Iterator[Hit]:
    for first, last in row.windows((11, 13, 15)):
        if not is_mobile(row.digits[row.starts[first] : row.starts[last]]):
            continue
        start, end = row.span(first, last)
        grade = _mobile(row, first, last, around(row.text, start, end, label))
        if grade:
            yield Hit(Kind.MOBILE, start, end, grade)


def _mobile(row: Row, first: int, last: int, near: Around) -> Grade | None:
    sizes = row.sizes(first, last)
    start, end = row.span(first, last)
    named = near.near(context.PHONE)
    broken = len(sizes) > 1 and row.crosses(start, end)
    if "、" in row.text[start:end] and sizes != (3, 4, 4):
        return None
    if not (sizes in _IN_PARTS or len(sizes) == 1 or set(sizes) == {1} or (len(sizes) == 2 and broken)):
        return Grade.LIKELY if named and len(sizes) <= 4 and not _DECIMAL.search(row.text, start, end) else None
    if near.leads(context.BUSINESS) and not context.PHONE.search(near.before[-4:]):
        return Grade.LOOK
    if not named and (_measured(near) or near.leads(context.AMOUNT)):
        return None
    if _latin(row.text, start - 1) and not named:
        return Grade.LOOK
    alone = _alone(row.text, start, end)
    if row.reading == 2:
        return Grade.LIKELY if named or alone else None
    if alone or named:
        return Grade.LIKELY if _of_an_office(near) else Grade.CERTAIN
    return Grade.LOOK if broken or (len(sizes) > 1 and len(set(sizes)) > 1 and sizes not in _IN_PARTS) else Grade.LIKELY


def _of_an_office(near: Around) -> bool:
    """Some offices have no other telephone than somebody's own."""
    labelled = context.PHONE.search(near.label) and context.OFFICE_PHONE.search(near.label)
    return bool(labelled or context.OFFICE_PHONE.search(near.before[-8:]))


def _old_identities(row: Row, label: str) -> Iterator[Hit]:
    if not _worded(row, label, context.IDENTITY):
        return
    for first, last in row.windows((15,)):
        if is_old_identity(row.digits[row.starts[first] : row.starts[last]]):
            start, end = row.span(first, last)
            if around(row.text, start, end, label).near(context.IDENTITY):
                yield Hit(Kind.OLD_IDENTITY, start, end, Grade.CERTAIN)


def _cards(row: Row, label: str) -> Iterator[Hit]:
    worded = _worded(row, label, context.BANK)
    for first, last in row.windows((19, 18, 17, 16, 21, 20, 15, 14, 13, 12) if worded else (19, 16)):
        digits = row.digits[row.starts[first] : row.starts[last]]
        if not worded and not digits.startswith(_ISSUER):
            continue
        start, end = row.span(first, last)
        checked = 16 <= len(digits) <= 19 and is_card(digits)
        if not checked and (last - first > 1 or "X" in digits):
            continue
        if _latin(row.text, start - 1) or _latin(row.text, end):
            continue
        grade = _card(row, digits, last - first, around(row.text, start, end, label), checked=checked)
        if grade:
            yield Hit(Kind.BANK, start, end, grade)


def _card(row: Row, digits: str, parts: int, near: Around, *, checked: bool) -> Grade | None:
    named, own = near.near(context.BANK), near.near(context.OWN_BANK)
    issued = checked and digits.startswith(_ISSUER) and len(digits) in (16, 19)
    if near.in_line(context.ORGANISATION) and not own:
        return Grade.LIKELY if issued and near.in_line(context.PERSON) else None
    if not named:
        if not issued or parts not in (1, 4, 5, len(digits)) or _measured(near):
            return None
        return Grade.LOOK if near.leads(context.BUSINESS) else Grade.LIKELY
    if near.leads(context.BUSINESS) and not own:
        return Grade.LOOK if issued else None
    if checked:
        return Grade.CERTAIN
    return Grade.LIKELY if own and parts == 1 and not row.reading and not _measured(near) else None


def _worded(row: Row, label: str, words: re.Pattern[str]) -> bool:
    """Whether such a word stands anywhere about the row; a quick no for tables full of figures."""
    start, end = row.groups[0][0], row.groups[-1][1]
    return bool(words.search(row.text, max(0, start - 60), end + 10) or words.search(label))


def _measured(near: Around) -> bool:
    """Whether it is an amount: a unit or decimals stand behind it, a currency before it."""
    return bool(context.UNITS.match(near.rest) or _DECIMALS.search(near.line))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether there is nothing else in the text."""
    return not any(map(str.isalnum, text[max(0, start - 200) : start] + text[end : end + 200]))


def _latin(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isascii() and text[place].isalpha()
