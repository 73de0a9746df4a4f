"""Who reads, and how far a field is opened to them."""

from __future__ import annotations

from enum import Enum


class Audience(Enum):
    """A circle of readers. Each gets a build of its own; circles are sets, never ranks."""

    PUBLIC = "public"
    """The open web."""
    VILLAGE = "village"
    """The notice board and what is handed out in the village."""
    PARTY = "party"
    """Party members."""
    REVIEW = "review"
    """Whoever reviews, inspects or audits."""

    @property
    def label(self) -> str:
        """The Chinese word, as it is written in the catalogue."""
        return _LABELS[self]

    @classmethod
    def labelled(cls, label: str) -> Audience | None:
        """The audience with this Chinese word, or None."""
        return next((audience for audience, word in _LABELS.items() if word == label), None)

    def sees(self, other: Audience) -> bool:
        """Whether what is opened to `other` is open to this audience too."""
        return other in _SEES[self]


_LABELS = {Audience.PUBLIC: "社会", Audience.VILLAGE: "本村", Audience.PARTY: "党内", Audience.REVIEW: "审阅"}

_SEES = {
    Audience.PUBLIC: {Audience.PUBLIC},
    Audience.VILLAGE: {Audience.PUBLIC, Audience.VILLAGE},
    Audience.PARTY: {Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY},
    Audience.REVIEW: {Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY, Audience.REVIEW},
}


class Mode(Enum):
    """How a catalogue item shows a field; the first word that applies wins."""

    OPEN = "公开"
    MASKED = "遮盖"
    TOTAL = "合计"

    @staticmethod
    def widest(modes: set[Mode]) -> Mode | None:
        """The most open of several grants; None when nothing was granted."""
        return next((mode for mode in Mode if mode in modes), None)
