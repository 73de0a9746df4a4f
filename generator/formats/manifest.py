"""`manifest.json`: every file of the site with its SHA-256, so that a copy can be verified without this program."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.model import Publication

NAME = "manifest.json"


def make(publication: Publication, folder: Path) -> Path:
    """Writes the manifest of everything in `folder`, the site's own, except the manifest itself."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / NAME
    }
    target = folder / NAME
    content = {"audience": publication.edition.audience.value, "files": dict(sorted(files.items()))}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return target
