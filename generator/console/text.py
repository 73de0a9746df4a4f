"""Text for a terminal: nothing that was typed into a record may move the cursor, colour or reverse it."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any


def speak_utf8() -> None:
    """Whatever the machine's own encoding is: Chinese comes out as Chinese, and what cannot be said is a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def plain(text: str) -> str:
    """Text that cannot move the cursor, colour or reverse a terminal."""
    return "".join("�" if _is_trick(char) else char for char in text)


def as_json(value: Any) -> str:
    """JSON with Chinese readable as such, and what a terminal might obey written as `\\uXXXX`."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "".join(json.dumps(char)[1:-1] if char != "\n" and _is_trick(char) else char for char in text)


def _is_trick(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def size(count: int) -> str:
    """Bytes as people compare them with a memory stick or the limit of a mail: in steps of 1024, as Windows counts."""
    for unit, many in (("GB", 2**30), ("MB", 2**20), ("KB", 2**10)):
        if count >= many:
            return f"{count / many:.1f} {unit}"
    return f"{count} 字节"
