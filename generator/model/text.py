"""Small questions about words, asked in many rooms."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

# Format characters: what the eye does not see must not tell two texts apart.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
_BLANKS = re.compile(r"\s+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # Windows opens a device where a file of this name should be


def fold(text: str, *, blanks: bool = False) -> str:
    """The text as a reader's eye takes it: compatibility forms folded, invisible characters gone, and blanks too."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return seen if blanks else _BLANKS.sub("", seen)


def nearest(word: str, words: Iterable[str]) -> str:
    """A ready clause naming the words most like this one (`是不是“人口”?`), or nothing."""
    # 0.34 because Chinese labels are short: 总人口 for 人口 must be offered, 面积 must not.
    found = difflib.get_close_matches(word, list(words), n=3, cutoff=0.34)
    return f"是不是{'、'.join(f'“{w}”' for w in found)}?" if found else ""


def halfwidth(text: str) -> str:
    """Full-width digits and signs as ASCII, and nothing else: folding more would read `10⁴` as 104."""
    return text.translate(_WIDE)


def clip(text: object, length: int = 30) -> str:
    """The text as a message quotes it: on one line and not too long."""
    line = " ".join(str(text).split())
    return line if len(line) <= length else f"{line[:length]}…"


def is_slug(text: str) -> bool:
    """Whether the text can name a folder or a page on every machine: lower-case ASCII, not a name Windows reserves."""
    return _SLUG.fullmatch(text) is not None and _RESERVED.fullmatch(text) is None
