"""Whether a build would make what stands there already: then it is over before anything heavy is loaded.

Nothing here knows what a record or a page is. The command as it was typed, the day, and every byte of the input say it all.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator import keys

NAME = "last.json"
Said = list[tuple[str, bool]]
"""Lines that were printed: (text, whether it was the result, on standard output)."""


class Last:
    """The last build that was asked for in these words on this day, as far as it still stands."""

    def __init__(self, arguments: Sequence[str], day: str) -> None:
        self.root = Path(_value(arguments, "--root") or ".").resolve()
        self.out = Path(_value(arguments, "--out") or self.root / "build").resolve()
        self.file = self.out / ".cache" / NAME
        self.name = keys.key(Path.cwd(), day, *arguments)

    @property
    def key(self) -> str:
        return keys.key(keys.frame(self.root), keys.tree(self.root / "data", self.root / "content"))

    def said(self) -> Said | None:
        """What it printed; None when there was none, or when something has changed since."""
        known = self._known().get(self.name)
        try:
            if known and known["key"] == self.key and known["sites"] == self._sites(known["releases"]):
                return [(str(text), bool(result)) for text, result in known["said"]]
        except (OSError, TypeError, ValueError, KeyError):
            pass  # a damaged note is no note
        return None

    def keep(self, releases: Iterable[Path], said: Said, key: str) -> None:
        """Remembers a finished build; `key`: that of the input before it began. Others of the same folder are forgotten."""
        names = [path.name for path in releases]
        entry = {"key": key, "releases": names, "sites": self._sites(names), "said": said}
        aside = self.file.with_name(f".{NAME}")
        aside.write_text(json.dumps({self.name: entry}, ensure_ascii=False), encoding="utf-8")
        aside.replace(self.file)

    def _known(self) -> dict[str, Any]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _sites(self, releases: Iterable[str]) -> str:
        """Names, sizes and times of all files of the releases."""
        total = hashlib.sha256()
        for release in releases:
            for folder, below, names in os.walk(self.out / release):
                below.sort()
                for name in sorted(names):
                    status = os.stat(f"{folder}/{name}")  # noqa: PTH116 - of ten thousand files a Path each is half the time
                    total.update(
                        f"{folder}/{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "replace")
                    )
        return total.hexdigest()


def _value(arguments: Sequence[str], option: str) -> str:
    """What was typed behind the option."""
    for at, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
        if argument == option and at + 1 < len(arguments):
            return arguments[at + 1]
    return ""
