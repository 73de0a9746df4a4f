"""Lines → paragraphs: a sentence that was broken at the edge of a screen or a sheet becomes whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.exchange.archive.lines import Act, Line, Note, shifted
from generator.exchange.archive.numerals import style_of

_FINAL = re.compile(r"[。！？；…：:!?;][”’」』）)》】]*$")
_GOES_ON = re.compile(r"[，、,“‘（(《「『—–-]$")
_CONTINUES = re.compile(r"[，。、；：！？”’）》」』,;:!)]")
_BULLET = re.compile(r"[●■◆▲★※•·○□◇►✓√◎]|(?:附件|附表|附录|附)\s*\d*\s*[:：]")
_TELLS = re.compile(r"[。；！？]|，.*，")
_TORN = re.compile(r"[0-9]+[多余个名人户件项万亿元%％公里米亩]")
_ENDS_IN_NUMBER = re.compile(r"[^\s\d.][0-9]+\.?$")
_DIGITS_LAST = re.compile(r"\d[.．]?$")
_NARROW, _SHARE = 24, 3
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…]"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the lines of a source were laid out."""

    width: int
    """Columns (a Chinese character is two) at which lines were broken; 0 when they were not."""
    length: int
    """The same in characters: some programs count these."""
    indents: bool
    """Paragraphs begin with an indent, and other lines do not."""
    divides: bool
    """A blank line stands between paragraphs, not between all lines."""


@dataclass(slots=True)
class _Gathered:
    """A paragraph in the making; `last` is the line that would go on."""

    lines: list[Line]

    @property
    def last(self) -> Line:
        return self.lines[-1]


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """(paragraphs without blank ones, the numbers of the lines that were joined to the one above)."""
    manner = manner_of(lines)
    gathered: list[_Gathered] = []
    numbers: list[int] = []
    gap, furniture = False, False
    for line in lines:
        if line.is_blank:
            gap = True
            furniture = furniture or line.indented  # cleared() leaves an indented blank for what it took away
            continue
        if gathered and continues(gathered[-1].last, line, manner, gap=gap and not furniture):
            gathered[-1].lines.append(line)
            numbers.append(line.number)
        else:
            gathered.append(_Gathered([line]))
        gap = furniture = False
    return [_whole(one.lines) for one in gathered], numbers


def manner_of(lines: Sequence[Line]) -> Manner:
    """What the lines themselves say of how they were laid out."""
    texts = [line for line in lines if line.is_plain and not line.is_blank]
    long = [line for line in texts if columns(line.text) >= _NARROW]
    indented = sum(line.indented for line in long)
    blanks = sum(1 for above, below in pairwise(lines) if below.is_blank and not above.is_blank)
    return Manner(
        _width([(columns(line.text.rstrip()), _is_broken(line)) for line in texts], 6),
        _width([(2 * len(line.text.rstrip()), _is_broken(line)) for line in texts], 4) // 2,
        indents=0 < indented < len(long),
        divides=blanks * 10 < len(texts) * 8,
    )


def _is_broken(line: Line) -> bool:
    return not _FINAL.search(line.text.rstrip())


def _width(lines: list[tuple[int, bool]], slack: int) -> int:
    """The width at which a third of the longer lines end, some of them in a sentence, and almost none goes beyond."""
    long = [(width, broken) for width, broken in lines if width >= _NARROW]
    counts = Counter(width for width, _ in long)
    breaks = Counter(width for width, broken in long if broken)
    for width in sorted(counts, reverse=True):
        near = range(width - slack, width + 1)
        ends, broken = sum(counts[one] for one in near), sum(breaks[one] for one in near)
        beyond = sum(1 for other, _ in long if other > width)
        if beyond * 20 > len(long):
            return 0
        if ends >= 3 and broken >= 2 and ends * _SHARE >= len(long):
            return width
    return 0


def continues(above: Line, below: Line, manner: Manner, *, gap: bool = False) -> bool:
    """Whether the line below is the rest of the sentence above; in doubt it is not."""
    first, second = above.text.rstrip(), below.text.strip()
    if not (above.is_plain and below.is_plain) or above.is_bold != below.is_bold:
        return False
    if (manner.indents and below.indented) or (gap and manner.divides):
        return False
    if style_of(second) or _BULLET.match(second):
        return False
    if _CONTINUES.match(second) or _GOES_ON.search(first):
        return True
    if _is_torn(first, second):
        return True
    full = _is_full(first, manner)
    if _FINAL.search(first):
        # The sentence happened to end where the line did; only an indent tells that the paragraph goes on.
        return full and manner.indents and not gap and not first.endswith(("：", ":"))
    if full:
        return True
    return not (manner.width or manner.length) and bool(_TELLS.search(first)) and len(first) >= 20


def _is_torn(first: str, second: str) -> bool:
    """40 / 0多户, 98. / 5%: torn inside a number. 党员 1460 / 3个支部 are two figures, and joined they would be a third."""
    if not _TORN.match(second) or first.isdigit():
        return False
    if second[0] == "0" and len(first) > 1 and first[-1].isdigit():
        return True
    return _ENDS_IN_NUMBER.search(first) is not None and (len(first) >= 20 or bool(_TELLS.search(first)))


def torn(lines: Iterable[Line], joins: Iterable[int]) -> list[Note]:
    """Numbers made whole of two lines, for the clerk to compare."""
    numbers = set(joins)
    notes: list[Note] = []
    end = ""
    for line in lines:
        text = line.text.strip()
        if line.number in numbers and text[:1].isdigit() and _DIGITS_LAST.search(end):
            whole = f"{end[-8:]}{text[:8]}"
            notes.append(Note(Act.DOUBT, line.number, whole, "断在数字中间,接成了一个数,请对照原件"))
        end = text or end
    return notes


def _is_full(text: str, manner: Manner) -> bool:
    """Whether the line ends where lines were broken."""
    by_width = manner.width > 0 and columns(text) >= manner.width - 6
    return by_width or (manner.length > 0 and len(text) >= manner.length - 3)


def _whole(lines: list[Line]) -> Line:
    """One paragraph; between two Latin words a blank, between Chinese characters and inside a number none."""
    first = lines[0]
    if len(lines) == 1:
        return first
    parts = [first.text.rstrip()]
    bold = [span for span in first.bold if span[0] < len(parts[0])]
    length = len(parts[0])
    for line in lines[1:]:
        text = line.text.strip()
        blank = _between(parts[-1][-1:], text[:1])
        length += len(blank)
        indent = len(line.text) - len(line.text.lstrip())
        bold += shifted(line.bold, length - indent)
        parts += [blank, text] if blank else [text]
        length += len(text)
    return replace(first, text="".join(parts), bold=_merged(bold, length))


def _between(last: str, first: str) -> str:
    words = (last + first).isascii() and last.isalnum() and first.isalnum()
    return " " if words and not (last.isdigit() and first.isdigit()) else ""


def _merged(bold: Iterable[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in ((max(0, a), min(b, length)) for a, b in bold):
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)


def columns(text: str) -> int:
    """How wide a line is in a fixed-width font."""
    return len(text) + len(_WIDE.findall(text))
