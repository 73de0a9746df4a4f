"""What people edit, and what of it has changed since the last look."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WATCHED = ("data", "content", "theme_overrides", "mkdocs.yml")
_HOMES = (("data", "townships"), ("content",))
"""Below these a folder is a township's own."""
_SHARED = "site"
Snapshot = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Watched:
    """The files of a site that people edit."""

    root: Path

    def snapshot(self) -> Snapshot:
        """Path below the site → time and size; hidden files and those that an editor writes aside are left out."""
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, tuple[int, int]]]:
        pending = [str(self.root / name) for name in _WATCHED]
        top = len(str(self.root)) + 1
        while pending:
            folder = pending.pop()
            try:
                if not os.path.isdir(folder):  # noqa: PTH112 - asked of thousands of names several times a second
                    status = os.stat(folder)  # noqa: PTH116
                    yield folder[top:], (status.st_mtime_ns, status.st_size)
                    continue
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if entry.name.startswith((".", "~$")):
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            pending.append(entry.path)
                        else:
                            status = entry.stat()
                            yield entry.path[top:], (status.st_mtime_ns, status.st_size)
            except OSError:  # removed between listing and looking
                continue


def changed(before: Snapshot, after: Snapshot) -> set[str]:
    """The files that are new, gone or other than they were."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def townships(paths: set[str]) -> set[str] | None:
    """The townships that alone are concerned; None when something is that all share."""
    found = set()
    for path in paths:
        parts = Path(path).parts
        home = next((home for home in _HOMES if parts[: len(home)] == home and len(parts) > len(home) + 1), None)
        if home is None or parts[len(home)] == _SHARED:
            return None
        found.add(parts[len(home)])
    return found
