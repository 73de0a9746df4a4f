"""Pages that people write below `content/site`: the pictures in them, which stand in `content/site/files`."""

from __future__ import annotations

import re
from collections.abc import Iterator

FOLDER = "files"
MANUAL = "manual/"
"""How the names of those pages begin that are for the people who make the site, not for its readers."""
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]*)\)")
_OURS = re.compile(rf"(?:\.\./)?{FOLDER}/([^/]+)")


def pictures(text: str) -> Iterator[tuple[int, str, str]]:
    """(Line, address as it is written, name of the file below the folder; none where it leads elsewhere) of each."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in _PICTURE.finditer(line):
            ours = _OURS.fullmatch(found[2])
            yield number, found[2], ours[1] if ours else ""


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in order: (words, nothing), or (what a picture shows, the name of its file)."""
    end = 0
    for found in _PICTURE.finditer(text):
        if ours := _OURS.fullmatch(found[2]):
            yield text[end : found.start()], ""
            yield found[1], ours[1]
            end = found.end()
    yield text[end:], ""
