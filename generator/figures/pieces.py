"""What prose with figures becomes, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.records.indicator import Indicator

BLANK = "＿＿"
MASK = "**"


class Unwritable(Exception):
    """A figure cannot be understood or written so; the message is Chinese and names the part, the hint the mend."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Unbound(Unwritable):
    """A name, place or period for which there is no indicator; `choices` are the words that there are."""

    def __init__(self, name: str, message: str = "", hint: str = "", choices: Iterable[str] = ()) -> None:
        super().__init__(message or f"没有叫“{name}”的指标", hint)
        self.name = name
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or a figure with the indicators it was made from."""

    text: str
    sources: tuple[Indicator, ...] = ()
    formula: str = ""
    """How the figure is read in Chinese: `能人干部 ÷ 三大职干部`; empty for plain text, and where a source is closed."""
    reason: str = ""
    """Why the figure is a blank: `除数为零`; empty when it is not."""
