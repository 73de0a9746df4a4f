"""An old document → archived Markdown with its original beside it, and a list of its figures for the clerk.

opened → tidied → split → structured → Markdown → checked against the original → written, all or nothing
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.exchange.archive.accepting import SUFFIX, Listing, accepted, keep, listing
from generator.exchange.archive.candidates import candidates, written
from generator.exchange.archive.checking import checked
from generator.exchange.archive.fitting import fitted
from generator.exchange.archive.heads import fits
from generator.exchange.archive.lines import Act, Document, Note
from generator.exchange.archive.markup import markdown
from generator.exchange.archive.opening import opened, taken
from generator.exchange.archive.refusing import Refused
from generator.exchange.archive.report import changes, told
from generator.exchange.archive.shelving import ORIGINALS, Shelf, already, chosen, digest, names, shelf
from generator.exchange.archive.splitting import split
from generator.exchange.archive.structure import structured
from generator.exchange.archive.tidying import tidied
from generator.exchange.archive.writing import File, put

__all__ = [
    "ORIGINALS",
    "SUFFIX",
    "Act",
    "Archive",
    "Document",
    "Listing",
    "Note",
    "Refused",
    "Shelf",
    "accepted",
    "archive",
    "keep",
    "listing",
    "shelf",
    "told",
]


@dataclass(frozen=True, slots=True)
class Archive:
    """What was made of one file: its documents under their ids, what was done to the text, and where it went."""

    documents: dict[str, Document]
    notes: tuple[Note, ...]
    joins: tuple[int, ...] = ()
    files: tuple[File, ...] = ()
    figures: dict[str, int] = field(default_factory=dict)
    """Id → how many figures were found in the document."""
    before: tuple[Path, ...] = ()
    """The documents made of the same original earlier; nothing was written then."""


def archive(path: Path, place: Shelf, *, key: str = "", dry: bool = False) -> Archive:
    """The whole story of one file. Raises Unusable, Busy, or Refused with nothing written."""
    data = taken(path)
    fingerprint = digest(data)
    if before := already(place, fingerprint):
        return Archive({}, (), before=tuple(before))

    source = opened(data, path.suffix)
    tidy = tidied(source)
    parts, notes = split(tidy.lines)
    notes = [*tidy.notes, *notes]
    documents: list[Document] = []
    for number, part in enumerate(parts):
        document, said = structured(part.lines, tidy.reporters if number == 0 else "", _name(path, number, len(parts)))
        documents.append(document)
        notes += said

    key = chosen(place, key, documents[0].day, fingerprint, len(parts))
    original = f"{ORIGINALS}/{key}{path.suffix.lower()}"
    found = dict(zip(names(key, len(parts)), documents, strict=True))
    texts = {name: markdown(document, original, fingerprint) for name, document in found.items()}
    checked(source.original, source.lines, documents, texts.values(), notes)
    fitted(found, texts)

    figures = {name: candidates(document) for name, document in found.items()}
    files: list[File] = [(place.folder / original, data)]
    files.append(
        (place.folder / ORIGINALS / f"{key}.changes.txt", changes(path.name, found, notes, tidy.joins).encode())
    )
    for name, document in found.items():
        list_ = place.folder / f"{name}.figures.yml"
        files.append((list_, written(figures[name], document, name, place.township, place.name(list_)).encode()))
    files += [(place.folder / f"{name}.md", text.encode()) for name, text in texts.items()]
    if not dry:
        put(place.folder, files)
    counts = {name: len(entries) for name, entries in figures.items()}
    return Archive(found, tuple(notes), tidy.joins, tuple(files), counts)


def _name(path: Path, number: int, parts: int) -> str:
    """The title of a document that has none: the name of its file."""
    stem = "".join(char for char in path.stem if char.isprintable() and fits(char)).strip()[:100] or "无题"
    return f"{stem}({number + 1})" if parts > 1 else stem
