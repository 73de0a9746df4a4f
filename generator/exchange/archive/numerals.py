"""The numerals that Chinese documents put before headings, from the largest part to the smallest."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class Style:
    """One way of numbering headings."""

    name: str
    pattern: re.Pattern[str]


STYLES = (
    Style("第一部分", re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?:部分|章|节|单元)[\s、：:.．]*")),
    Style("一、", re.compile(rf"{_HAN}\s*[、.．]\s*(?!{_HAN}[、.．是])")),
    Style("（一）", re.compile(rf"[（(]\s*{_HAN}\s*[)）]\s*[、.．]?")),
    Style("1.", re.compile(r"\d{1,2}(?:\s*[、．]\s*|\s*\.\s*(?!\d)|\.\d{1,2}(?:\.\d{1,2})?[、．\s]\s*(?=[^\d\s]))")),
    Style("（1）", re.compile(r"[（(]\s*\d{1,2}\s*[)）]|\d{1,2}[)）]|[①-⑳]")),
    Style("一是", re.compile(r"[一二三四五六七八九十]{1,2}(?:是|要(?![素点求闻件务领]))(?![一二三四五六七八九十])")),
)
"""In the order of rank; 一是 is a heading only where it stands alone."""


def style_of(text: str) -> int:
    """The rank of the numeral that a text begins with, from 1; 0 when it begins with none."""
    return next((rank for rank, style in enumerate(STYLES, start=1) if style.pattern.match(text)), 0)


def without_numeral(text: str) -> str:
    """The words behind the numeral."""
    rank = style_of(text)
    found = STYLES[rank - 1].pattern.match(text) if rank else None
    return text[found.end() :] if found else text
