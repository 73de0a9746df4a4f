"""Numbers of which some digits were left: in a village the first and the last ones are enough to know whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy import context
from generator.privacy.context import Around, around
from generator.privacy.digits import PROVINCES
from generator.privacy.kinds import Grade, Hit, Kind

_STAR = r"(?:[*×●■□█▓•◆○※✱✲]{3,18}+|[xX#]{4,18}+)"
_MASKED = re.compile(rf"(?<![\d*×●■□█▓•◆○※.A-Za-z])(\d{{0,14}})({_STAR})(\d{{0,6}}[\dXx]?)(?![\d.])", re.ASCII)
_STARS = re.compile(_STAR)
_TAIL = re.compile(r"(?:尾号|末四位|[后末][四4六6]位(?:数|数字|号码)?)\s*(?:[为是:]\s*)*(\d{3,6}[Xx]?)(?!\d)", re.ASCII)
_MOBILE = re.compile(r"1[3-9]\d")


def masked(text: str, label: str) -> Iterator[Hit]:
    """Masks that keep digits, then tails that are told in words."""
    for found in _MASKED.finditer(text) if _STARS.search(text) else ():
        head, tail = found[1], found[3]
        if len(head) + len(tail) < 2:
            continue
        grade = _grade(head, tail, len(found[2]), around(text, found.start(), found.end(), label))
        if grade:
            yield Hit(Kind.MASKED, found.start(), found.end(), grade)
    for found in _TAIL.finditer(text):
        near = around(text, found.start(), found.end(), label)
        if any(map(near.near, (context.IDENTITY, context.BANK, context.PHONE))):
            yield Hit(Kind.MASKED, found.start(1), found.end(1), Grade.LIKELY)


def _grade(head: str, tail: str, stars: int, near: Around) -> Grade | None:
    if near.leads(context.BUSINESS) and not near.near(context.IDENTITY):
        return None
    length = len(head) + stars + len(tail)
    return max(
        (
            grade
            for judge in (_identity, _mobile, _card)
            if (grade := judge(head, tail, length, near)) is not None and len(head) < length
        ),
        default=None,
    )


def _identity(head: str, _: str, length: int, near: Around) -> Grade | None:
    if near.near(context.IDENTITY):
        return Grade.CERTAIN if length in (15, 18) else Grade.LIKELY
    if head[:2] not in PROVINCES:
        return None
    if length == 18:
        return Grade.CERTAIN if len(head) >= 6 else Grade.LIKELY
    return Grade.LIKELY if length in (15, 17, 19) and len(head) >= 6 else None


def _mobile(head: str, _: str, length: int, near: Around) -> Grade | None:
    named = near.near(context.PHONE)
    if not _MOBILE.match(head):
        return Grade.LIKELY if named and not head and length == 11 else None
    if length == 11:
        return Grade.CERTAIN if named else Grade.LIKELY
    return Grade.LIKELY if named and 9 <= length <= 13 else None


def _card(head: str, tail: str, length: int, near: Around) -> Grade | None:
    if not 12 <= length <= 21 or (near.in_line(context.ORGANISATION) and not near.near(context.OWN_BANK)):
        return None
    if near.near(context.BANK):
        return Grade.CERTAIN if len(tail) >= 3 and length in (16, 19) else Grade.LIKELY
    return Grade.LIKELY if head.startswith("62") and length in (16, 17, 19) and len(tail) >= 3 else None
