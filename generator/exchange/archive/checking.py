"""The last safety net: what is about to be written holds every character of the source, or it is not written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.exchange.archive.lines import Act, Document, Line, Note
from generator.exchange.archive.markup import words
from generator.exchange.archive.refusing import Refused
from generator.model.text import clip

_MENDED = str.maketrans("“”", "??")


def checked(
    original: str,
    lines: Iterable[Line],
    documents: Iterable[Document],
    texts: Iterable[str],
    notes: Iterable[Note],
) -> None:
    """Raises Refused when a character of `original` is neither in `texts` nor listed in `notes`, or the order changed.

    `lines` are the source as opened; `texts` the Markdown files.
    """
    read = [words(text) for text in texts]
    borrowed = "".join(document.title for document in documents if document.borrowed)
    left = Counter(original) + _count(notes, Act.ADDED) + _count(notes, Act.REPAIRED, new=True) + Counter(borrowed)
    right = Counter("".join(head + body for head, body in read))
    right += _count(notes, Act.REMOVED) + _count(notes, Act.TAKEN) + _count(notes, Act.REPAIRED)
    lost, made = _seen(left - right), _seen(right - left)
    if lost or made:
        what = f"少了“{clip(lost)}”" if lost else f"多了“{clip(made)}”"
        raise Refused(f"自查没有通过:存档的文字比原件{what},没有写", _HINT)
    source = "".join(line.words for line in lines)
    if not _in_order("".join(body for _, body in read).translate(_MENDED), source.translate(_MENDED)):
        raise Refused("自查没有通过:存档的文字顺序与原件不同,没有写", _HINT)


_HINT = "这是程序的毛病。请把原件交给维护人员;急用时先把正文复制到 .txt 再存档"


def _count(notes: Iterable[Note], act: Act, *, new: bool = False) -> Counter[str]:
    return Counter("".join(note.instead if new else note.text for note in notes if note.act is act))


def _seen(characters: Counter[str]) -> str:
    return "".join(char * times for char, times in characters.items() if not char.isspace())


def _in_order(part: str, whole: str) -> bool:
    """Whether the visible characters of the part come in this order in the whole."""
    rest = iter(whole)
    return all(char in rest for char in part if not char.isspace())
