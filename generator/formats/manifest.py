"""What proves a release: `manifest.json`, every file with its SHA-256 and one hash over them all; `SHA256SUMS`, the same for `sha256sum -c`.

One of the files holds the lines of all releases before, so that the one hash vouches for them, too (see decision 0040).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import chain, keys
from generator.model import Audience

NAME = "manifest.json"
SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"


def write(
    audience: Audience, files: Mapping[str, str], folder: Path, site: str = "", sealed: Sequence[chain.Sealed] = ()
) -> tuple[Path, ...]:
    """Writes the proofs of files whose hashes are known, path below the site → SHA-256: manifest, sums, chain.

    site: what the chain is called, `public-anping`; sealed: the chain as it stands in the data.
    """
    chained = chain.name(site or audience.value)

    def listed(earlier: Sequence[chain.Sealed]) -> dict[str, str]:
        return {**files, chained: hashlib.sha256(chain.text(earlier).encode()).hexdigest()}

    earlier = chain.standing(sealed, lambda some: keys.sums(listed(some)))
    known = listed(earlier)
    texts = {
        NAME: text(audience.value, known, chain.head(earlier)),
        SUMS: keys.lines(known),
        chained: chain.text(earlier),
    }
    for name, words in texts.items():
        (folder / name).write_text(words, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in texts)


def text(audience: str, files: Mapping[str, str], before: str) -> str:
    """`manifest.json`; the same files give the same bytes."""
    known = dict(sorted(files.items()))
    content = {"audience": audience, "root": keys.sums(known), "before": before, "files": known}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
