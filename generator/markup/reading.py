"""The HTML of a finished page → plain blocks, without what serves the screen alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.markup.blocks import Block, Document, Heading, Item, Paragraph, Picture, Run, Table

_SKIPPED = frozenset({"nav", "noscript", "svg", "script", "style", "button", "form", "template", "sup"})
_SCREEN = frozenset(
    {"gk-print", "gk-neighbours", "gk-take", "gk-back", "gk-sources", "gk-switch", "gk-noscript", "headerlink"}
)
"""Classes of what leads elsewhere, or repeats what stands in the head and foot of every sheet."""
_ROLES = {"gk-sample": "mark", "gk-lead": "lead", "gk-note": "note"}
_VOID = frozenset({"br", "img", "hr", "wbr", "input", "meta", "link", "col"})
_BLANK = re.compile(r"[ \t\r\n]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read(html: str, *, behind: bool = False) -> Document:
    """The article of a page; one without any is an empty document. behind: with the tables that stand behind its charts.

    Text is as a reader sees it: blanks folded, `<br>` a line break, figures and words without their links.
    """
    reader = _Reader(behind)
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return Document(reader.title, tuple(reader.blocks))


class _Reader(HTMLParser):
    def __init__(self, behind: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.behind = behind
        self.title = ""
        self.blocks: list[Block] = []
        self.inside = False
        """Whether the article has begun and not ended."""
        self.skipped: list[str] = []
        """The open elements of a part that is passed over, outermost first."""
        self.runs: list[Run] = []
        self.role = ""
        self.bold = 0
        self.lists: list[list[int]] = []
        """Of each open list its next number, nothing where it has bullets."""
        self.item: tuple[int, str] | None = None
        self.table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.inside = True
            return
        if not self.inside:
            return
        given = dict(attrs)
        if self.skipped or _is_for_screen(tag, given, behind=self.behind):
            if tag not in _VOID:
                self.skipped.append(tag)
            return
        self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "br":
            self._add("\n")
        elif tag in ("strong", "b"):
            self.bold += 1
        elif tag == "table":
            self.end_paragraph()
            self.table = _Table()
        elif self.table is not None:
            self.table.begin(tag, given)
        elif tag == "img":
            self.end_paragraph()
            self.blocks.append(Picture(given.get("src") or "", given.get("alt") or ""))
        elif tag in ("ul", "ol"):
            self.end_paragraph()
            self.lists.append([1] if tag == "ol" else [])
        elif tag == "li":
            self.end_paragraph()
            self.item = (max(len(self.lists) - 1, 0), self._mark())
        elif tag in (
            "p",
            "div",
            "section",
            "details",
            "summary",
            "figure",
            "figcaption",
            "blockquote",
            "pre",
            *_HEADINGS,
        ):
            self.end_paragraph()
            self.role = _role(given) if tag == "p" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.end_paragraph()
            self.inside = False
        if not self.inside:
            return
        if self.skipped:
            if tag in self.skipped:
                while self.skipped.pop() != tag:
                    pass
            return
        if tag in ("strong", "b"):
            self.bold = max(0, self.bold - 1)
        elif tag == "table" and self.table is not None:
            self.blocks.append(self.table.done())
            self.table = None
        elif self.table is not None:
            self.table.end(tag)
        elif tag in _HEADINGS:
            self._head(_HEADINGS[tag])
        elif tag in ("ul", "ol"):
            self.end_paragraph()
            del self.lists[-1:]
        elif tag in ("p", "div", "li", "summary", "figcaption", "blockquote", "pre", "details", "section", "figure"):
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if self.inside and not self.skipped:
            self._add(_BLANK.sub(" ", data))

    def _add(self, text: str) -> None:
        if self.table is not None:
            self.table.add(text)
        elif text:
            self.runs.append(Run(text, self.bold > 0))

    def _mark(self) -> str:
        if not self.lists or not self.lists[-1]:
            return ""
        self.lists[-1][0] += 1
        return f"{self.lists[-1][0] - 1}."

    def _head(self, level: int) -> None:
        text = "".join(run.text for run in _tidy(self.runs)).replace("\n", "")
        self.runs = []
        if level == 1 and not self.title:
            self.title = text
        elif text:
            self.blocks.append(Heading(max(level, 2), text))

    def end_paragraph(self) -> None:
        """What was read since the last block is one."""
        runs = tuple(_tidy(self.runs))
        item, self.runs, self.item = self.item, [], None
        if runs:
            self.blocks.append(Item(*item, runs) if item else Paragraph(runs, self.role))
        elif item:
            self.item = item  # its words come in an element of their own
        self.role = ""


class _Table:
    def __init__(self) -> None:
        self.head: list[tuple[str, ...]] = []
        self.rows: list[tuple[str, ...]] = []
        self.numeric: list[bool] = []
        self.row: list[str] = []
        self.cell: list[str] | None = None
        self.caption: list[str] = []
        self.captioned = self.in_head = False

    def begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "tr":
            self.row, self.in_head = [], False
        elif tag in ("td", "th"):
            self.cell, self.in_head = [], self.in_head or (tag == "th" and given.get("scope") != "row")
            if len(self.numeric) <= len(self.row):
                self.numeric.append(given.get("align") == "right")
        elif tag == "caption":
            self.captioned = True

    def end(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.row.append(_line("".join(self.cell)))
            self.cell = None
        elif tag == "tr" and self.row:
            (self.head if self.in_head and not self.rows else self.rows).append(tuple(self.row))
            self.row = []
        elif tag == "caption":
            self.captioned = False

    def add(self, text: str) -> None:
        if self.cell is not None:
            self.cell.append(text)
        elif self.captioned:
            self.caption.append(text)

    def done(self) -> Table:
        return Table(_line("".join(self.caption)), tuple(self.head), tuple(self.rows), tuple(self.numeric))


def _is_for_screen(tag: str, given: dict[str, str | None], *, behind: bool) -> bool:
    classes = (given.get("class") or "").split()
    if behind and "gk-sources" in classes:
        return False
    return tag in _SKIPPED or "data-search-exclude" in given or not _SCREEN.isdisjoint(classes)


def _role(given: dict[str, str | None]) -> str:
    return next((_ROLES[name] for name in (given.get("class") or "").split() if name in _ROLES), "")


def _line(text: str) -> str:
    return "\n".join(part.strip() for part in text.split("\n")).strip()


def _tidy(runs: list[Run]) -> Iterator[Run]:
    """Without blanks at the ends; neighbours of one manner are one."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].bold == run.bold:
            joined[-1] = Run(joined[-1].text + run.text, run.bold)
        else:
            joined.append(run)
    if joined:
        joined[0] = Run(joined[0].text.lstrip(), joined[0].bold)
        joined[-1] = Run(joined[-1].text.rstrip(), joined[-1].bold)
    return (run for run in joined if run.text)
