"""The body of a Word file → lines: runs, breaks, fields, changes, notes, boxes and tables, as a reader meets them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.exchange.archive.lines import Line, Pen, Role, spans
from generator.exchange.archive.numbering import Numbers
from generator.exchange.archive.styles import Styles, switched
from generator.exchange.archive.tags import A, M, below, boxes, drawn, inside, prefixed, text_of, value, w

_IN_RUNS = (*map(w, ("drawing", "pict", "object", "txbxContent", "ruby", "br", "cr")), A + "t")


@dataclass(slots=True)
class Draft:
    """A paragraph being read: lines of (text, bold), and what floats beside it."""

    number: int
    lines: list[list[tuple[str, bool]]] = field(default_factory=lambda: [[]])
    boxes: list[Any] = field(default_factory=list)
    bold: bool = False
    deleted: str = ""
    """Why the words are not carried over, or nothing."""

    def write(self, text: str, bold: bool) -> None:
        self.lines[-1].append((text, bold))


class Reader:
    """Goes through a document once, in order; footnotes gather until the end."""

    def __init__(self, styles: Styles, numbers: Numbers, notes: dict[str, dict[str, Any]], pen: Pen) -> None:
        self.styles, self.numbers, self.notes, self.pen = styles, numbers, notes, pen
        self.number = 0
        self.referred: list[tuple[str, str]] = []

    def lines(self, document: Any) -> list[Line]:
        """All lines of the document, then its notes."""
        body = document.find(w("body"))
        found = self.blocks(body if body is not None else document)
        for index, (kind, key) in enumerate(self.referred, start=1):
            found += self._note(index, self.notes[kind].pop(key))
        for left in (note for notes in self.notes.values() for note in notes.values()):
            self.pen.doubt(0, "", "有一条脚注正文里没有提到,放在了最后")
            found += [self._as_note(line) for line in self.blocks(left)]
        return found

    def blocks(self, parent: Any) -> list[Line]:
        """Paragraphs and tables below an element, in order."""
        found: list[Line] = []
        for child in inside(parent):
            if child.tag == w("p"):
                found += self._paragraph(child)
            elif child.tag == w("tbl"):
                found += self._table(child)
            elif child.tag == w("altChunk"):
                self.pen.doubt(self.number, "", "嵌入了另一份文件,里面的文字没有取出,请另存后再存档")
            else:
                found += self.blocks(child)
        return found

    def _note(self, index: int, note: Any) -> list[Line]:
        found = [self._as_note(line) for line in self.blocks(note) if not line.is_blank]
        if not found:
            return []
        mark = f"[{index}]"
        self.pen.add(found[0].number, mark, "脚注的号")
        first = found[0]
        bold = tuple((start + len(mark), end + len(mark)) for start, end in first.bold)
        return [Line(first.number, mark + first.text, bold, role=Role.NOTE), *found[1:]]

    @staticmethod
    def _as_note(line: Line) -> Line:
        return line if line.rows else Line(line.number, line.text, line.bold, role=Role.NOTE)

    def _paragraph(self, element: Any) -> list[Line]:
        self.number += 1
        properties = element.find(w("pPr"))
        style = value(properties, "pStyle")
        draft = Draft(self.number, bold=self.styles.bold(style))
        if self.styles.is_contents(style):
            draft.deleted = "目录,网页会自己生成"
        level = self._level(properties, style)
        mark = "" if draft.deleted else self._mark(properties, style)
        self.inline(element, draft)
        if level or self.styles.title(style):  # a break inside a heading only makes it look better
            draft.lines = [[piece for part in draft.lines for piece in part]]
        found = [self._line(draft, part, level, properties, style) for part in draft.lines]
        if mark and any(not line.is_blank for line in found):
            self.pen.add(self.number, mark, "Word 自动编的号")
            first = next(index for index, line in enumerate(found) if not line.is_blank)
            found[first] = prefixed(found[first], mark)
        for box in draft.boxes:
            boxed = self.blocks(box)
            if any(not line.is_blank for line in boxed):
                self.pen.doubt(draft.number, "", "文本框里的文字放在了这一段后面,请核对位置")
            found += boxed
        return found

    def _line(self, draft: Draft, part: list[tuple[str, bool]], level: int, properties: Any, style: str | None) -> Line:
        text = "".join(words for words, _ in part)
        bold = spans(bold for words, bold in part for _ in words) if not level else ()
        indent = properties.find(w("ind")) if properties is not None else None
        first = indent is not None and any(
            (indent.get(w(name)) or "0").isdecimal() and int(indent.get(w(name)) or 0) > 100
            for name in ("firstLine", "firstLineChars")
        )
        role = Role(self.styles.title(style)) if text.strip() else Role.TEXT
        indented = first or text.startswith(("\u3000", "  "))
        return Line(draft.number, text, bold, level if text.strip() else 0, indented, role)

    def _level(self, properties: Any, style: str | None) -> int:
        own = value(properties, "outlineLvl")
        if own is not None and own.isdecimal():
            return int(own) + 1 if int(own) < 9 else 0
        return self.styles.level(style)

    def _mark(self, properties: Any, style: str | None) -> str:
        """The number that Word writes before the paragraph."""
        own = properties.find(w("numPr")) if properties is not None else None
        by_style = self.styles.number(style)
        number = (value(own, "numId") if own is not None else None) or (by_style[0] if by_style else None)
        if number in (None, "0"):
            return ""
        depth = value(own, "ilvl") if own is not None else None
        mark = self.numbers.next(number, int(depth) if depth and depth.isdecimal() else by_style[1] if by_style else 0)
        if mark is None:
            self.pen.doubt(self.number, "", "这一段有自动编号,程序写不出来,请对照原件补上")
        return mark or ""

    def inline(self, element: Any, draft: Draft) -> None:
        """The words of a paragraph, of what stands in it, or of a run."""
        for child in inside(element):
            if child.tag == w("r"):
                self._run(child, draft)
            elif child.tag in (w("del"), w("moveFrom")):
                self._apart(child, draft, "修订中已删除的文字")
            elif child.tag == M + "t":
                self._write(child.text or "", draft, False)
            elif text_of(child) or child.tag in _IN_RUNS:
                self._piece(child, draft, draft.bold)
            else:
                self.inline(child, draft)

    def _apart(self, element: Any, draft: Draft, why: str) -> None:
        before, draft.deleted = draft.deleted, draft.deleted or why
        self.inline(element, draft)
        draft.deleted = before

    def _run(self, run: Any, draft: Draft) -> None:
        properties = run.find(w("rPr"))
        style = value(properties, "rStyle")
        own = switched(properties, w, "b")
        bold = own if own is not None else draft.bold or self.styles.bold(style)
        hidden = switched(properties, w, "vanish")
        before = draft.deleted
        if hidden or (hidden is None and self.styles.hidden(style)):
            draft.deleted = draft.deleted or "隐藏文字,不公开"
        self._pieces(run, draft, bold)
        draft.deleted = before

    def _pieces(self, element: Any, draft: Draft, bold: bool) -> None:
        for child in inside(element):
            self._piece(child, draft, bold)

    def _piece(self, child: Any, draft: Draft, bold: bool) -> None:
        """What a run holds, one by one; some programs leave it outside a run."""
        text = text_of(child)
        if text and child.tag == w("delText"):
            self.pen.remove(draft.number, text, draft.deleted or "修订中已删除的文字")
        elif text:
            self._write(text, draft, bold)
        elif child.tag in (w("br"), w("cr")) and not draft.deleted:
            draft.lines.append([])
        elif child.tag in (w("footnoteReference"), w("endnoteReference")):
            self._refer(child, draft)
        elif child.tag == w("ruby"):
            self._ruby(child, draft)
        elif child.tag == w("txbxContent"):
            draft.boxes.append(child)
        elif child.tag in (w("drawing"), w("pict"), w("object")):
            draft.boxes += boxes(child)
            self.pen.remove(draft.number, "".join(drawn(child)), "图形里的文字")
        elif child.tag == A + "t":
            self.pen.remove(draft.number, child.text or "", "图形里的文字")
        else:
            self._pieces(child, draft, bold)

    def _write(self, text: str, draft: Draft, bold: bool) -> None:
        """Into the paragraph, or into the list of what is left out."""
        if draft.deleted:
            self.pen.remove(draft.number, text, draft.deleted)
        else:
            draft.write(text, bold)

    def _ruby(self, ruby: Any, draft: Draft) -> None:
        """The characters; the reading above them is listed."""
        above, below = ruby.find(w("rt")), ruby.find(w("rubyBase"))
        if above is not None:
            self._apart(above, draft, "字上面的注音")
        if below is not None:
            self.inline(below, draft)

    def _refer(self, reference: Any, draft: Draft) -> None:
        kind = "footnote" if reference.tag == w("footnoteReference") else "endnote"
        key = reference.get(w("id"))
        if draft.deleted or key not in self.notes[kind] or (kind, key) in self.referred:
            return
        self.referred.append((kind, key))
        mark = f"[{len(self.referred)}]"
        draft.write(mark, False)
        self.pen.add(draft.number, mark, "脚注的号")

    def _table(self, table: Any) -> list[Line]:
        """One line that holds the rows; a table of one cell is only a frame, and its paragraphs are text."""
        rows = list(below(table, w("tr")))
        if len(rows) == 1 and len(cells := list(below(rows[0], w("tc")))) == 1:
            return self.blocks(cells[0])
        number = self.number + 1
        lines = tuple(self._row(row) for row in rows)
        return [Line(number, "", rows=lines)] if any(any(cell for cell in row) for row in lines) else []

    def _row(self, row: Any) -> tuple[str, ...]:
        cells: list[str] = []
        for cell in below(row, w("tc")):
            properties = cell.find(w("tcPr"))
            held = [line for line in self.blocks(cell) if not line.is_blank]
            if any(line.rows for line in held):
                self.pen.doubt(self.number, "", "表格里还有表格,里面的格连成了一句")
            words = " ".join(" ".join(c for r in line.rows for c in r) if line.rows else line.text for line in held)
            span = value(properties, "gridSpan") or "1"
            cells += [" ".join(words.split(" ")).strip(), *[""] * (min(int(span), 60) - 1 if span.isdecimal() else 0)]
        return tuple(cells)
