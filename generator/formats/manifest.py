"""`manifest.json`: every file of the site with its SHA-256, so that a copy can be verified without this program."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.model import Audience, Publication

NAME = "manifest.json"


def make(publication: Publication, folder: Path) -> Path:
    """Writes the manifest of everything in `folder`, the site's own, except the manifest itself."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / NAME
    }
    return write(publication.edition.audience, files, folder)


def write(audience: Audience, files: Mapping[str, str], folder: Path) -> Path:
    """Writes the manifest of files whose hashes are known: path below the site → SHA-256."""
    target = folder / NAME
    content = {"audience": audience.value, "files": dict(sorted(files.items()))}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return target
