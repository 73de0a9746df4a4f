"""What a page has of the parts of an official paper: marks, title, body, signature and day, enclosures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.markup.blocks import Block, Document, Heading, Item, Paragraph, Table

ENCLOSED = {
    "数字从哪里来": "数字从哪里来",
    "原件和校验": "原件和校验",
    "公开信息": "公开信息",
    "附件": "公开栏照片",
}
"""Heading on the page → title as an enclosure; whatever follows the first of them is not the paper itself."""
_FACTS, _PUBLISHER, _WITHDRAWN, _DAYS = "公开信息", "公开主体", "撤回", ("公示起止", "上网日期")
_APPROVED = "审批："
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_SUBTITLE = "——"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """附件: what stands behind the paper, from a sheet of its own on."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """publisher, day: whose paper it is and when it was approved, if the page says so; articles say it below their title."""

    marks: tuple[str, ...]
    title: str
    below: tuple[Paragraph, ...]
    body: tuple[Block, ...]
    publisher: str
    day: str
    enclosures: tuple[Enclosure, ...]


def paper(document: Document) -> Paper:
    """The parts of a page, in the order of the standard (GB/T 9704-2012, 7)."""
    opening, body, behind = _opening(document.blocks)
    marks = tuple(one.text for one in opening if one.role == "mark")
    below = tuple(one for one in opening if one.role != "mark")
    signed = ("", "") if any(one.role == "note" for one in below) else _signed(behind)
    return Paper(marks, document.title, below, body, *signed, tuple(_enclosures(behind)))


def _opening(blocks: Sequence[Block]) -> tuple[tuple[Paragraph, ...], tuple[Block, ...], tuple[Block, ...]]:
    """(What belongs to the title, the body, what stands behind)."""
    first = next((at for at, one in enumerate(blocks) if not _belongs_to_title(one)), len(blocks))
    last = next((at for at, one in enumerate(blocks) if _begins(one)), len(blocks))
    opening = tuple(one for one in blocks[:first] if isinstance(one, Paragraph))
    return opening, tuple(blocks[first:last]), tuple(blocks[last:])


def _belongs_to_title(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return block.role in ("mark", "note") or (block.role == "lead" and block.text.startswith(_SUBTITLE))


def _begins(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2 and block.text in ENCLOSED


def _enclosures(blocks: Sequence[Block]) -> Iterator[Enclosure]:
    """Each with what stands below its heading; the last line of a page is the number of its record and belongs to the facts."""
    *rest, last = blocks or (None,)
    told = any(isinstance(one, Heading) and one.text == _FACTS for one in blocks)
    number = (last,) if told and isinstance(last, Paragraph) and last.role == "note" else ()
    within = rest if number else blocks
    starts = [(at, one.text) for at, one in enumerate(within) if isinstance(one, Heading) and _begins(one)]
    for (start, name), (end, _) in pairwise((*starts, (len(within), ""))):
        yield Enclosure(ENCLOSED[name], (*within[start + 1 : end], *(number if name == _FACTS else ())))


def _signed(behind: Sequence[Block]) -> tuple[str, str]:
    """Publisher and day; nothing where the page names several, none, or was withdrawn. The day is that of the approval,
    as the standard has it (7.3.5.4), or else the first on the board, or else on the web."""
    facts = [
        dict(row for row in block.rows if len(row) == 2) for block in behind if isinstance(block, Table) and block.rows
    ]
    facts = [one for one in facts if _PUBLISHER in one]
    publishers = {one[_PUBLISHER] for one in facts}
    if len(publishers) != 1 or any(_WITHDRAWN in one for one in facts):
        return "", ""
    said = [_said(block) for block in behind if isinstance(block, Item) and _said(block).startswith(_APPROVED)]
    day = _latest(said) or next((day for name in _DAYS if (day := _first(facts, name))), "")
    return (publishers.pop(), day) if day else ("", "")


def _said(item: Item) -> str:
    return "".join(run.text for run in item.runs)


def _latest(said: Sequence[str]) -> str:
    found = [day for text in said for day in _DAY.finditer(text.split("\n")[0])]
    return max(found, key=lambda day: tuple(map(int, day.groups())))[0] if found else ""


def _first(facts: Sequence[dict[str, str]], name: str) -> str:
    found = _DAY.search(facts[0].get(name, ""))
    return found[0] if found else ""
