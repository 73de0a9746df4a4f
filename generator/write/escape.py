"""The one escape: how text and typed values enter Markdown. Nothing else may put a string on a page.

Every ASCII punctuation mark of free text becomes a numeric entity, so no character of it can mean anything to Markdown,
to any extension or to HTML. `html.escape` alone lets more than half of hostile inputs through.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from generator.model import Amount, DutyState, Period, State, Withheld

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
_BLANKS = re.compile(r"[ \t\u00a0]+")
_HAN = "\u3400-\u9fff\u3001-\u301f\u201c\u201d\uff00-\uffef"
_NARROW = re.compile(rf"(?<=[{_HAN}])[,;:!?](?=[{_HAN}0-9])|(?<=[A-Za-z0-9])[,;](?=[\u3400-\u9fff])")
_BRACKETS = re.compile(rf"\(([^()]*[{_HAN}][^()]*)\)")
_WIDE = str.maketrans(",;:!?", "，；：！？")


class Unescaped(TypeError):
    """A template tried to print a value that did not pass the escape: a fault of the template, never of the data."""


def md(text: str) -> Markup:
    """Free text → inert Markdown; line breaks are kept as `<br>`."""
    lines = (_inert(line) for line in _checked(text).strip().splitlines())
    return Markup("<br>".join(line for line in lines if line))


def said(text: str) -> Markup:
    """Words of the program or of the catalogue, typed with narrow marks as messages are: printed with Chinese ones.

    Not for words of records: those are shown as they were written, and the leak scan looks for them so.
    """
    wide = _BRACKETS.sub(r"（\1）", text)
    return md(_NARROW.sub(lambda mark: mark[0].translate(_WIDE), wide))


def line(text: str) -> Markup:
    """Free text → inert Markdown on one line, for headings, links and menus."""
    return Markup(_inert(" ".join(_checked(text).split())))


def inline(text: str) -> Markup:
    """A piece of a paragraph: inert, blanks at its ends kept, since it is joined to what stands beside it."""
    left, right = " " * _checked(text)[:1].isspace(), " " * text[-1:].isspace()
    return Markup(f"{left}{line(text)}{right}") if text.strip() else Markup(" " if text else "")


def _checked(text: str) -> str:
    """Looked at before any splitting: to Python some control characters are blanks or line ends, and would vanish."""
    if _CONTROL.search(text):
        raise Unescaped("控制字符应当在读入时就被拒绝")
    return text


def _inert(text: str) -> str:
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", _BLANKS.sub(" ", text).strip())


def typed(text: str) -> Markup:
    """What stands in a file, inside `<pre>`: line breaks and blanks at line starts are kept, nothing means anything."""
    lines = (
        _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", line) for line in _checked(text).strip("\n").split("\n")
    )
    return Markup("\n".join(line if line.strip() else "&#32;" for line in lines))


def money(value: Decimal) -> Markup:
    """Yuan with grouping and two decimals: `86,420.00`."""
    return Markup(f"{value:,.2f}".replace("-", "−"))


def number(value: Decimal | int) -> Markup:
    """A count or measure with grouping, decimals as written."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    return Markup(text.replace("-", "−"))


def day(value: date) -> Markup:
    """`2026年3月5日`."""
    return Markup(f"{value.year}年{value.month}月{value.day}日")


def period(value: Period) -> Markup:
    """`2026年3月`."""
    return Markup(value.label)


def amount(value: Amount) -> Markup:
    """The figure without its unit; a masked one as `**`, a missing one as 缺."""
    if value.value is None:
        return Markup("&#42;&#42;" if value.state is State.MASKED else "缺")
    return money(value.value) if value.unit == "元" else number(value.value)


def state(value: DutyState) -> Markup:
    """A duty's state: mark and word, so that colour is never the only carrier."""
    return Markup(f'<span class="gk-state gk-state--{value.code}">{value.mark} {value.label}</span>')


def value(given: Any, unit: str = "") -> Markup:
    """Any value of a record as its type is written: yuan with two decimals, days and periods in words, lists joined."""
    if isinstance(given, Withheld):
        return CLOSED
    if isinstance(given, bool):
        return Markup("是" if given else "否")
    if isinstance(given, Amount):
        return amount(given)
    if isinstance(given, (Decimal, int)):
        return money(Decimal(given)) if unit == "元" else number(given)
    if isinstance(given, date):
        return day(given)
    if isinstance(given, Period):
        return period(given)
    if isinstance(given, (tuple, list)):
        return Markup("、").join(value(one, unit) for one in given)
    return md(given)


def dial(text: str) -> Markup:
    """A telephone number as a phone dials it: digits alone, so that nothing else can enter an address."""
    return Markup("".join(char for char in text if char in "0123456789+"))


def prose(text: str) -> Markup:
    """Markdown written by the site's own people: kept, but no tag in it can open."""
    return Markup(text.replace("<", "&lt;").strip())


def finalize(value: Any) -> Any:
    """Jinja's last look at every printed value: escaped text and whole numbers pass, everything else stops the build."""
    if isinstance(value, Markup) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, Withheld):
        return CLOSED
    raise Unescaped(f"{type(value).__name__}: {str(value)[:60]}")


def _unless_withheld(write: Callable[[Any], Markup]) -> Callable[[Any], Markup]:
    return lambda value: CLOSED if isinstance(value, Withheld) else write(value)


def cell(given: Any) -> Markup:
    """A cell of a table of figures; a blank where there is nothing to say."""
    return Markup("") if given is None else value(given)


CLOSED = Markup("—")
_WRITERS: dict[str, Callable[[Any], Markup]] = {
    "md": md,
    "said": said,
    "line": line,
    "inline": inline,
    "typed": typed,
    "money": money,
    "number": number,
    "day": day,
    "period": period,
    "amount": amount,
    "state": state,
    "prose": prose,
}
FILTERS: dict[str, Callable[..., Markup]] = {name: _unless_withheld(write) for name, write in _WRITERS.items()}
FILTERS["dial"] = _unless_withheld(dial)
FILTERS["value"] = value
FILTERS["cell"] = cell
