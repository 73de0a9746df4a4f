"""The parts of one whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.charts._common import LINE, WIDTH, Say, Sheet, capped, colour, explained, mark, ring, scale, wide, xy
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Share:
    """The parts of one whole, with their share of it; a masked or missing part leaves the shares unsaid."""

    title: str
    sentence: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[Amount, ...]


PARTS = 6
ROWS = 24
THICK = 26
PERCENT = 86


def draw(chart: Share, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    sheet = Sheet(say)
    known = [one.value for one in chart.values if one.value is not None]
    whole = sum(known, Decimal(0))
    reason = _unsaid(chart.values, known, whole)
    parts = list(zip(chart.labels, chart.values, strict=False))
    notes = explained(chart.values)
    if reason:
        notes = [*capped(len(parts), len(parts[:ROWS])), *notes, reason]
        parts = parts[:ROWS]
    elif len(parts) > PARTS:
        rest = parts[PARTS - 1 :]
        notes.append("其余各项见表")
        parts = [*parts[: PARTS - 1], (f"其余 {len(rest)} 项", Amount.total(one for _, one in rest))]
    axis = scale([*known, whole], chart.unit)
    if axis.unit:
        sheet.lines([f"单位：{axis.unit}" if reason else f"单位：{axis.unit}　合计：{axis.words(whole)}"])
    if not reason:
        _strip(sheet, [one.value or Decimal(0) for _, one in parts], whole)
    for index, (label, one) in enumerate(parts):
        sheet.y += LINE + 7
        words = mark(one) if one.value is None else axis.words(one.value)
        end = WIDTH - (0 if reason else PERCENT)
        if not reason and one.value is not None:
            sheet.path(f"gk-bar {colour(index)}", f"M0 {xy(sheet.y - 5)}h14", 14)
            sheet.text(WIDTH, sheet.y, percent(one.value, whole), "end", "gk-v")
        sheet.text(end, sheet.y, words, "end", "gk-t" if one.value is None else "")
        start, name = (0, label) if reason else (20, ring(index) + label)
        sheet.label(start, sheet.y, name, end - start - wide(words) - 12)
    sheet.y += 5
    sheet.lines(notes)
    return sheet.svg(chart.title, chart.sentence, number)


def percent(part: Decimal, whole: Decimal) -> str:
    """`34.5%`; what is not nothing is not called 0, and what is not all is not called 100."""
    share = (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if share == 0 < part:
        return "不足0.1%"
    return "99.9%以上" if share == 100 and part < whole else f"{share}%"


def _unsaid(values: Sequence[Amount], known: Sequence[Decimal], whole: Decimal) -> str:
    """Why no shares can be said; empty if they can."""
    if len(known) < len(values):
        return "有的部分没有数，不算占比"
    if min(known, default=Decimal(0)) < 0:
        return "有的部分小于零，不算占比"
    return "" if whole > 0 else "合计为零，不算占比"


def _strip(sheet: Sheet, values: Sequence[Decimal], whole: Decimal) -> None:
    """The whole as one bar, divided."""
    sheet.y += 4
    done, inside = Decimal(0), []
    for index, value in enumerate(values):
        left, right = float(done / whole) * WIDTH, float((done + value) / whole) * WIDTH
        done += value
        left += 1 if right - left > 3 and index else 0
        if value:
            sheet.path(f"gk-bar {colour(index)}", f"M{xy(left)} {xy(sheet.y + THICK / 2)}H{xy(right)}", THICK)
        if right - left >= 18:
            inside.append(sheet.inside((left + right) / 2, sheet.y + 18, ring(index), index))
    sheet.parts += inside
    sheet.y += THICK + 2
