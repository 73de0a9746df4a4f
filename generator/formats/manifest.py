"""What proves a release: `manifest.json`, every file with its SHA-256 and one hash over them all; `SHA256SUMS`, the same for `sha256sum -c`.

The releases of an audience form a chain: each names the one before (`data/releases/`, see decision 0032).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator import keys
from generator.model import Audience

NAME = "manifest.json"
SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"


def write(audience: Audience, files: Mapping[str, str], folder: Path, before: str = "") -> tuple[Path, Path]:
    """Writes both for files whose hashes are known: path below the site → SHA-256.

    before: the hash of the release before, nothing for the first.
    """
    known = dict(sorted(files.items()))
    content = {"audience": audience.value, "root": keys.sums(known), "before": before, "files": known}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    sums = "".join(f"{sha}  {name}\n" for name, sha in known.items())
    made = folder / NAME, folder / SUMS
    for path, words in zip(made, (text, sums), strict=True):
        path.write_text(words, encoding="utf-8", newline="\n")
    return made
