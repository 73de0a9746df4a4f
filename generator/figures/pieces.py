"""What prose with figures becomes, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.text import clip
from generator.records.indicator import Indicator

BLANK = "＿＿"
MASK = "**"


class Unwritable(Exception):
    """A figure cannot be understood or written so; the message is Chinese and names the part, the hint the mend."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Unbound(Unwritable):
    """A name, place or period for which there is no indicator; `choices` are the words that there are, `otherwise` is the
    hint when none of them is near."""

    def __init__(
        self,
        name: str,
        message: str = "",
        hint: str = "",
        choices: Iterable[str] = (),
        otherwise: str = "先在 indicator.yml 里写上这个指标",
    ) -> None:
        super().__init__(message or f"没有叫“{clip(name)}”的指标", hint)
        self.name = name
        self.choices = choices
        self.otherwise = otherwise


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or a figure with the indicators it was made from."""

    text: str
    sources: tuple[Indicator, ...] = ()
    formula: str = ""
    """How the figure is read in Chinese: `能人干部 ÷ 三大职干部`; empty for plain text, and where a source is closed."""
    reason: str = ""
    """Why the figure is a blank: `除数为零`; empty when it is not."""
