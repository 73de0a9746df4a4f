"""A correction quotes what stood and stands in a record: it is as open to readers as the value that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.disclose.opening import Opening
from generator.model import WITHHELD, Mode, Record
from generator.records.publication import Correction


def readable(
    corrections: Iterable[Correction],
    written: Iterable[Correction],
    covered: tuple[Record, ...],
    opened: Mapping[str, Opening | None],
) -> Iterator[Correction]:
    """The corrections that readers may know of, without old and new value where these are closed to them.

    corrections: as the items open them; written: the same as a person wrote them; covered: what the publication
    publishes; opened: key of a record that the readers see → what is open of it. Of other records nothing is told.
    """
    for shown, correction in zip(corrections, written, strict=True):
        about = [one for one in covered if correction.record in (None, f"{one.family}/{one.id}")]
        seen = [(one, opening) for one in about if (opening := opened.get(one.key)) is not None]
        if not seen and (about or correction.record is not None):
            continue
        hidden = len(seen) < len(about) or any(_closed(correction.field, *one) for one in seen)
        yield shown.model_copy(update={"old": WITHHELD, "new": WITHHELD}) if hidden else shown


def _closed(field: str, record: Record, opening: Opening) -> bool:
    """Whether the words for what was corrected name a field that is not open whole."""
    open_, all_ = set[str](), set[str]()
    for path, _ in opening.fields(type(record)):
        all_.update(path.split("."))
        if opening.mode(path) is Mode.OPEN:
            open_.update(path.split("."))
    for label in sorted(open_, key=len, reverse=True):
        field = field.replace(label, " ")  # 期末结存 is open although it holds the word 结存, which is not
    return any(label in field for label in all_ - open_ if not label.startswith("@"))
