"""Ways in which old files are dirty, each a small function from text to text; samples put on one or several."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.exchange.texts import Clean

Dirt = Callable[[str], str]


def plain(clean: Clean, *, indent: str = "　　") -> str:
    """The document as a text file: paragraphs indented, headings too, the title above a blank line."""
    rows = []
    for kind, text in clean.lines:
        words = text.replace("**", "")
        rows.append(f"{'' if kind in ('title', 'subtitle', 'byline') else indent}{words}")
        if kind == "title":
            rows.append("")
    return "\n".join(rows) + "\n"


def wrapped(text: str, width: int = 34) -> str:
    """Every line broken after so many characters, wherever that is."""
    return "\n".join(
        line[start : start + width] for line in text.split("\n") for start in range(0, max(1, len(line)), width)
    )


def unindented(text: str) -> str:
    """No indents; a blank line between paragraphs."""
    return re.sub(r"\n+", "\n\n", re.sub(r"(?m)^[\u3000 ]+", "", text))


def flat(text: str) -> str:
    """No indents and no blank lines."""
    return re.sub(r"\n+", "\n", re.sub(r"(?m)^[\u3000 ]+", "", text))


def doubled(text: str) -> str:
    """A blank line after every line, also within a paragraph."""
    return text.replace("\n", "\n\n")


ABOVE = ("首页 > 乡镇之窗 > 工作动态", "发布时间：2009-07-30 09:12", "字号：大 中 小")
BELOW = (
    "（责任编辑：示例）",
    "来源：示例县政府网站",
    "【打印本页】【关闭窗口】",
    "上一篇：全镇春耕生产全面展开",
    "下一篇：没有了",
    "分享到：微信 微博 QQ空间",
    "版权声明：本站文章未经许可不得转载，违者必究。",
    "http://www.example.com/a/2009/0730/12.html",
)
DOWNLOADED = ("本文档由示例范文网整理提供，更多范文请访问 www.example.com", "----------------------------------------")


def framed(text: str) -> str:
    """What a web page puts around a text."""
    return "\n".join([*ABOVE, text.rstrip("\n"), *BELOW]) + "\n"


def downloaded(text: str) -> str:
    """What a download site adds."""
    return "\n".join([*DOWNLOADED, text.rstrip("\n"), DOWNLOADED[0]]) + "\n"


PAGES = tuple(f"- {number} -" for number in range(1, 9))


def paged(text: str, every: int = 7) -> str:
    """A page number after so many lines, also in the middle of a sentence."""
    rows = text.split("\n")
    for number, place in enumerate(range(every, len(rows), every + 1)):
        rows.insert(place, PAGES[number % len(PAGES)])
    return "\n".join(rows)


def questioned(text: str) -> str:
    """Quotation marks lost on the way through an old program."""
    return text.replace("“", "?").replace("”", "?")


def invisible(text: str) -> str:
    """Zero-width characters and no-break spaces from a web page."""
    return text.replace("。", "。\u200b").replace("　　", "\u00a0\u00a0\u00a0\u00a0")


def dos(text: str) -> str:
    return text.replace("\n", "\r\n")
