"""How far each has come: done of due."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.charts._common import LINE, WIDTH, Say, Sheet, capped, explained, mark, said, wide, wrapped, xy
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Progress:
    """How far each has come, in per cent of the whole; more than 100 is said in words and fills the bar."""

    title: str
    sentence: str
    labels: tuple[str, ...]
    values: tuple[Amount, ...]
    notes: tuple[str, ...] = ()
    """Words behind each figure, such as `12/16 次`."""


ROWS = 24
THICK = 10


def draw(chart: Progress, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    sheet = Sheet(say)
    labels, values = chart.labels[:ROWS], chart.values[:ROWS]
    tracks, hollow, done = [], [], []
    for row, (label, one) in enumerate(zip(labels, values, strict=False)):
        words = _words(one)
        note = wrapped(chart.notes[row], 110)[0] if row < len(chart.notes) else ""
        sheet.y += LINE
        sheet.text(WIDTH, sheet.y, words, "end", "gk-v" if one.value is not None else "gk-t")
        if note:
            sheet.text(WIDTH - wide(words) - 10, sheet.y, note, "end", "gk-t")
        taken = wide(words) + (wide(note) + 10) * bool(note) + 12
        sheet.label(0, sheet.y, label, WIDTH - taken)
        if one.value is not None:
            at = min(max(one.value / 100, Decimal(0)), Decimal(1))
            tracks.append(f"M0 {xy(sheet.y + 11)}h{WIDTH}")
            hollow.append(f"M1 {xy(sheet.y + 11)}h{WIDTH - 2}")
            done += [f"M0 {xy(sheet.y + 11)}h{xy(max(float(at) * WIDTH, 1.5))}"] if at else []
        sheet.y += THICK + 15 if one.value is not None else 13
    written, sheet.parts = sheet.parts, []
    sheet.path("gk-bar gk-edge", tracks, THICK)
    sheet.path("gk-bar gk-track", hollow, THICK - 2)
    sheet.path("gk-bar gk-s1", done, THICK)
    sheet.parts += written
    if tracks:
        sheet.y += LINE - 3
        for x, words, anchor in ((0, "0", "start"), (WIDTH / 2, "50%", "middle"), (WIDTH, "100%", "end")):
            sheet.text(x, sheet.y, words, anchor, "gk-t")
        sheet.y += 5
    sheet.lines([*capped(len(chart.labels), len(labels)), *explained(values)])
    return sheet.svg(chart.title, chart.sentence, number)


def _words(one: Amount) -> str:
    if one.value is None:
        return mark(one)
    words = said(one.value, 2) + "%"
    return f"{words}（超过100%）" if one.value > 100 else f"{words}（低于0）" if one.value < 0 else words
