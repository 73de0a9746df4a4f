"""The sheet charts are drawn on: 360 units wide, as a phone is, with text of 15 units, and as high as the chart needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.charts._common.scale import Scale, ring

Say = Callable[[str], str]
"""The one escape of the writer: free text as it may stand in a page."""

WIDTH = 360
TEXT = 15
LINE = 18
"""From one line of text to the next."""
COLOURS = 6
"""So many runs have a colour of their own in the style sheet; the numbers go on."""
_BLANKS = re.compile(r"[ \t\n\u3000]+")
"""Not all that Python takes for blanks: what must not stand in a page is left for the escape to refuse."""


def wide(text: str) -> float:
    """About how wide the text is drawn: a Chinese character is 1em, the letters of a keyboard, when bold, 0.6em."""
    return TEXT * sum(
        1 if char >= "\u0250" else 0.95 if char in "%@mwMW" else 0.72 if char.isupper() else 0.6 for char in text
    )


def wrapped(text: str, width: float, lines: int = 1) -> list[str]:
    """The text in at most so many lines of this width; what does not fit ends in …"""
    text = _BLANKS.sub(" ", text).strip(" ")
    found: list[str] = []
    while text and len(found) < lines:
        end = len(text)
        last = len(found) == lines - 1
        if wide(text) > width:
            room, end = width - TEXT * last, 1
            while end < len(text) and wide(text[: end + 1]) <= room:
                end += 1
        found.append(text[:end].strip(" ") + "…" * (last and end < len(text)))
        text = text[end:].strip(" ")
    return found or [""]


def xy(value: float) -> str:
    """A coordinate, to a tenth."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


@dataclass(slots=True)
class Sheet:
    """A drawing that grows downwards; `y` is where the next thing begins."""

    say: Say
    y: float = 0
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, anchor: str = "start", kind: str = "", full: str = "") -> None:
        """Words on a baseline, kept inside the sheet; `full` is what shortened words stand for."""
        escaped, width = self.say(words), wide(words)
        if not escaped:
            return
        before = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        x = max(min(x, WIDTH - (width - before)), min(before, WIDTH))
        named = f' class="{kind}"' if kind else ""
        held = f' text-anchor="{anchor}"' if anchor != "start" else ""
        whole = f"<title>{self.say(full)}</title>" if full else ""
        self.parts.append(f'<text{named} x="{xy(x)}" y="{xy(y)}"{held}>{whole}{escaped}</text>')

    def inside(self, x: float, y: float, words: str, index: int) -> str:
        """Words in the middle of a piece of a run, in the ink that can be read on its colour; given, not laid down."""
        ink = "gk-on-odd" if index % 2 == 0 else "gk-on-even"
        return f'<text class="{ink}" x="{xy(x)}" y="{xy(y)}" text-anchor="middle">{self.say(words)}</text>'

    def label(self, x: float, y: float, words: str, width: float, lines: int = 1, anchor: str = "start") -> None:
        """A name in the room it has, whole in its title where it is too long."""
        found = wrapped(words, width, lines)
        short = _BLANKS.sub("", "".join(found)) != _BLANKS.sub("", words)
        for index, one in enumerate(found):
            self.text(x, y + index * LINE, one, anchor, full=words if short and not index else "")

    def path(self, kind: str, course: Sequence[str] | str, width: float = 1) -> None:
        """Strokes of one kind: bars are thick strokes, so that stripes are dashes and need no patterns with ids."""
        if course:
            drawn = "".join(course)
            self.parts.append(
                f'<path class="{kind}" fill="none" stroke="currentColor" stroke-width="{xy(width)}" d="{drawn}"/>'
            )

    def lines(self, notes: Iterable[str], kind: str = "gk-t") -> None:
        """Notes of the program, each wrapped over the whole width."""
        for count, note in enumerate(notes):
            self.y += 4 if self.y and not count else 0
            for one in wrapped(note, WIDTH, 4):
                self.y += LINE
                self.text(0, self.y - 4, one, kind=kind)

    def dots(self, index: int, points: Sequence[tuple[float, float]]) -> None:
        """The marks on a line: round, square, hollow by turns; strokes of no length with caps."""
        course = [f"M{xy(x)} {xy(y)}h0" for x, y in points]
        self.path(f"{('gk-round', 'gk-square', 'gk-round')[index % 3]} {colour(index)}", course, 8)
        self.path("gk-round gk-hollow", course if index % 3 == 2 else "", 4)

    def legend(self, names: Sequence[str], width: float, *, numbered: bool = False, dotted: bool = False) -> None:
        """What each run looks like and is called; one after the other, on as many lines as they need."""
        x, self.y = 0.0, self.y + LINE + 2
        for index, name in enumerate(names):
            found = wrapped(ring(index) * numbered + name, WIDTH - 28)[0]
            if x and x + 28 + wide(found) > WIDTH:
                x, self.y = 0.0, self.y + LINE + 2
            self.path(f"{'gk-line' if dotted else 'gk-bar'} {colour(index)}", f"M{xy(x)} {xy(self.y - 9)}h24", width)
            self.dots(index, [(x + 12, self.y - 9)] if dotted else [])
            self.text(x + 28, self.y - 4, found, full=name if found.endswith("…") else "")
            x += 28 + wide(found) + 14
        self.y += 4

    def axis(self, scale: Scale, top: float, left: float, right: float) -> None:
        """Thin lines at the steps of a level axis, a strong one at zero, and words where there is room for them."""
        grid, taken = [], -float(WIDTH)
        for at, words in scale.points():
            x = left + at * (right - left)
            grid.append(f"M{xy(x)} {xy(top)}V{xy(self.y + 3)}")
            if x - wide(words) / 2 > taken:
                self.text(x, self.y + 16, words, "middle", "gk-t")
                taken = x + wide(words) / 2 + 6
        self.path("gk-grid", grid)
        self.path("gk-zero", f"M{xy(left + scale.at(Decimal(0)) * (right - left))} {xy(top)}V{xy(self.y + 3)}")
        self.y += LINE + 4

    def svg(self, title: str, sentence: str, number: int) -> str:
        """The sheet as one element, named by its title and told by its sentence."""
        name = f"gk-chart-{number}"
        return (
            f'<svg role="img" viewBox="0 0 {WIDTH} {xy(max(self.y, LINE))}" font-size="{TEXT}" fill="currentColor"'
            f' aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{self.say(title)}</title>'
            f'<desc id="{name}-d">{self.say(sentence)}</desc>' + "".join(self.parts) + "</svg>"
        )


def colour(index: int) -> str:
    """The class of a run in the style sheet."""
    return f"gk-s{index % COLOURS + 1}"
