"""Figures of articles that changed since the site was last built, as a clerk reads them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.console.text import plain
from generator.model import Change
from generator.model.text import clip

_LISTED = 20
_LONGEST = 40


def changes_text(changes: Sequence[Change]) -> str:
    """How many figures changed, and a line each: name, old and new, the articles to look at; nothing when none did."""
    if not changes:
        return ""
    lines = [f"与上一次生成相比,材料里有 {len(changes)} 个数字变了,请看看前后文还通不通:"]
    lines += [f"  {_line(change)}" for change in changes[:_LISTED]]
    if len(changes) > _LISTED:
        lines.append(f"  …… 还有 {len(changes) - _LISTED} 个没有列出。")
    return "\n".join(lines)


def _line(change: Change) -> str:
    articles = "、".join(
        f"《{_short(title)}》" + (f"({_short(page, 120)})" if page else "") for title, page in change.articles
    )
    return f"{_short(change.name)} {_short(change.old)} → {_short(change.new)},用在{articles}"


def _short(text: str, length: int = _LONGEST) -> str:
    return plain(clip(text, length))
