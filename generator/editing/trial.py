"""A trial: the data of one township in a folder of its own, where an edit is checked before the real files are touched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.editing.keeping import Edit
from generator.model import Busy

_SHARED = ("data/catalogue", "content/site")


@contextmanager
def trial(root: Path, township: str) -> Iterator[Path]:
    """A copy of what the checks of the township read; gone afterwards. Raises Busy when there is no room for it."""
    with tempfile.TemporaryDirectory(prefix="gongkai-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            for part in (*_SHARED, f"data/townships/{township}", f"content/{township}"):
                if (root / part).is_dir() and not (root / part).is_symlink():
                    shutil.copytree(root / part, folder / part, symlinks=True, ignore=shutil.ignore_patterns(".*"))
        except (OSError, shutil.Error):
            raise Busy(f"试算用的副本写不进 {folder.parent},什么都没有改。检查磁盘空间再试。") from None
        yield folder


def try_out(root: Path, folder: Path, edits: Sequence[Edit]) -> None:
    """The edits made in the copy alone."""
    for edit in edits:
        path = folder / edit.path.relative_to(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(edit.after)
