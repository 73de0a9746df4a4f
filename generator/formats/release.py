"""`assets/release.js`: which release reviewers have before them and how large it is, for pages opened without a network.

A page opened from a folder cannot read `manifest.json`; a script it can. Comments are kept in the browser under this code, so
that those on one bundle are not taken for comments on the next.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator import keys

NAME = "assets/release.js"
_DIGITS = 16


def write(files: Mapping[str, str], folder: Path, changes: str = "") -> Path:
    """Writes the script into the site `folder`, whose other files these are: path → SHA-256.

    changes: the page that says what is different since the last release, where there is one.
    """
    told = {
        "code": keys.sums(files)[:_DIGITS],
        "files": len(files),
        "bytes": sum((folder / name).stat().st_size for name in files),
        "changes": changes,
    }
    target = folder / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.write_text(f"window.gongkaiRelease = {json.dumps(told)};\n", encoding="utf-8", newline="\n")
    return target
