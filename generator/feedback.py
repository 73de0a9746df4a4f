"""What reviewers wrote in an offline bundle, brought back to the records. Tells of the steps, like `pipeline`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.editing import comments as back
from generator.editing import keeping
from generator.load import load
from generator.model import Records, Unusable
from generator.records.comment import Comment


@dataclass(frozen=True)
class Heard:
    """A comment that came back. at: its record's file and line now. still: whether what it quotes still stands there."""

    said: back.Said
    at: str
    still: bool
    known: bool


def comments(root: Path, file: Path, *, dry: bool = False) -> tuple[list[Heard], list[tuple[Path, int]]]:
    """What a reviewer wrote, and into which files it was entered, with how many; comments known already stay as they are.

    Raises Unusable for a file that is none, or for pages of a township that is not there; Busy when nothing can be written.
    """
    said = back.read(file)
    records, _ = load(root)
    known = {comment.id for comment in records.of(Comment)}
    heard = [_heard(root, records, one, known) for one in said]
    kept: list[tuple[Path, int]] = []
    edits: list[keeping.Edit] = []
    for township in dict.fromkeys(_home(root, one) for one in said):
        mine = [one for one in said if _home(root, one) == township and one.id not in known]
        if mine:
            path = back.file(root, township)
            before = keeping.taken(root, path)
            text = (before or b"").decode("utf-8")
            after = text + ("" if not text or text.endswith("\n") else "\n") + back.entries(mine, known)
            edits.append(keeping.Edit(path, before, after.encode()))
            kept.append((path, len(mine)))
    if not dry:
        keeping.keep(root, edits)
    return heard, [] if dry else kept


def _home(root: Path, one: back.Said) -> str:
    """The township that keeps it; what is said of the portal is kept by the first."""
    folder = root / "data" / "townships"
    if (folder / one.township).is_dir() and one.township:
        return one.township
    if one.township and one.township not in ("places", "catalogue", "about"):
        raise Unusable(f"意见说的是 {one.page},这里没有“{one.township}”这个乡镇。是不是给别的地方的?")
    there = sorted(path.name for path in folder.iterdir() if path.is_dir())
    if not there:
        raise Unusable("这里还没有乡镇的数据,没有地方记意见。")
    return there[0]


def _heard(root: Path, records: Records, one: back.Said, known: set[str]) -> Heard:
    record = records.find(one.record) if one.record else None
    where = records.where(record) if record else None
    still = True
    if where and one.quote:
        lines = (root / where.file).read_text("utf-8", "replace")
        quoted = one.quote.replace(",", "")
        still = quoted in lines.replace(",", "") or not any(char.isdigit() for char in quoted)
    return Heard(one, str(where) if where else one.where, still, one.id in known)
