"""One text → what in it identifies or reaches a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.addresses import addresses
from generator.privacy.folding import folded, origins
from generator.privacy.handles import handles
from generator.privacy.kinds import Found, Hit
from generator.privacy.masked import masked
from generator.privacy.numbers import numbers

_TRIGGER = re.compile(r"[0-9〇○一二三四五六七八九幺零两壹贰叁肆伍陆柒捌玖lIoO]{2}|\d\s|[@#]|微信|\d[号栋幢]|[*×●○]{3}", re.ASCII)


def find(text: str, label: str = "") -> tuple[Found, ...]:
    """Everything in the order of the text, each place once; the label of the field counts as a word beside it."""
    seen = folded(text)
    if not _TRIGGER.search(seen):
        return ()
    hits = _once(hit for search in (numbers, masked, addresses, handles) for hit in search(seen, folded(label)))
    if not hits:
        return ()
    places = origins(text) if seen != text else range(len(text) + 1)
    return tuple(Found(hit.kind, places[hit.start], places[hit.end - 1] + 1, hit.grade) for hit in hits)


def digits(text: str) -> str:
    """Only its digits, whatever script they are in: what tells one number from another."""
    return re.sub(r"[^0-9Xx]", "", folded(text)).upper()


def _once(hits: Iterator[Hit]) -> list[Hit]:
    """The surest of those that overlap."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.grade, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
