"""Markdown files → lines: headings, bold and tables kept as what they are; every mark taken away is listed."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.exchange.archive.lines import MARKS, Line, Opened, Pen, Spans, spans, trimmed
from generator.exchange.archive.plain import decoded, of_text

_HEADING = re.compile(r" {0,3}(#{1,6})[ \u3000]+(?=\S)")
_CLOSING = re.compile(r" +#+ *$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,}) *")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})")
_TABLE_RULE = re.compile(r"\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
_BULLET = re.compile(r" {0,3}[-*+] +(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*")
_INLINE = re.compile(
    r"\\([!-/:-@\[-`{-~])|(\*\*|__)|!\[([^\]\n]{0,200})\]\(([^()\s]{0,500})\)|\[([^\]\n]{1,200})\]\(([^()\s]{0,500})\)"
)


def open_marked(data: bytes) -> Opened:
    """The lines of a Markdown file. Raises Refused as for a text file."""
    plain = of_text(decoded(data))
    pen = Pen(list(plain.notes))
    lines = _tables(_setext(_fronted(list(plain.lines), pen), pen), pen)
    found = [line if line.rows else _unmarked(line, pen) for line in lines]
    return Opened(plain.original, tuple(found), tuple(pen.notes))


def _fronted(lines: list[Line], pen: Pen) -> list[Line]:
    """Without the labels at the head of the file; they are of some other program, and are listed."""
    if lines[0].text.rstrip() != "---":
        return lines
    end = next((index for index, line in enumerate(lines[1:200], start=1) if line.text.rstrip() in ("---", "...")), 0)
    for line in lines[: end + 1] if end else ():
        pen.remove(line.number, line.text, "文件头的标签")
    return lines[end + 1 :] if end else lines


def _setext(lines: list[Line], pen: Pen) -> list[Line]:
    """A line underlined with `===` or `---` is a heading."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        rule = _UNDERLINE.fullmatch(line.text)
        if rule and above and not above.is_blank and above.is_plain and len(above.text) <= 80:
            found[-1] = replace(above, level=1 if rule[1][0] == "=" else 2)
            pen.remove(line.number, line.text, MARKS)
        elif _RULE.fullmatch(line.text) or _FENCE.fullmatch(line.text):
            pen.remove(line.number, line.text, MARKS)
            found.append(replace(line, text=""))
        else:
            found.append(line)
    return found


def _tables(lines: list[Line], pen: Pen) -> list[Line]:
    found: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
        if "|" not in line.text or "|" not in below or not _TABLE_RULE.fullmatch(below):
            found.append(line)
            index += 1
            continue
        rows = [_row(line, pen)]
        pen.remove(lines[index + 1].number, below, MARKS)
        index += 2
        while index < len(lines) and "|" in lines[index].text:
            rows.append(_row(lines[index], pen))
            index += 1
        found.append(Line(line.number, "", rows=tuple(rows)))
    return found


def _row(line: Line, pen: Pen) -> tuple[str, ...]:
    text = line.text.strip()
    pen.remove(line.number, "|" * len(re.findall(r"(?<!\\)\|", text)), MARKS)
    text = text.removeprefix("|")
    ended = text.endswith("|") and not text.endswith("\\|")
    text = text[:-1] if ended else text
    cells = re.split(r"(?<!\\)\|", text)
    return tuple(_unmarked(Line(line.number, cell), pen, starts=False).text.strip() for cell in cells)


def _unmarked(line: Line, pen: Pen, *, starts: bool = True) -> Line:
    """The line without its marks; bold and the level of a heading are kept aside."""
    if line.is_blank:
        return line
    level, start, end = line.level, 0, len(line.text)
    if starts and (found := _HEADING.match(line.text)):
        level, start = len(found[1]), found.end()
        closing = _CLOSING.search(line.text, max(start, end - 80))
        end = closing.start() if closing else end
    elif starts and (found := _QUOTE.match(line.text) or _BULLET.match(line.text)):
        start = found.end()
    pen.remove(line.number, line.text[:start] + line.text[end:], MARKS)
    text, bold = _inline(line.text[start:end], line.number, pen)
    inner = trimmed(Line(line.number, text, () if level else bold)) if start else Line(line.number, text, bold)
    return replace(line, text=inner.text, bold=() if level else inner.bold, level=level)


def _inline(text: str, number: int, pen: Pen) -> tuple[str, Spans]:
    """(words, where they are bold)."""
    marks = [found for found in _INLINE.finditer(text) if found[2]]
    paired = {found.start() for found in _pairs(marks, text)}
    words: list[str] = []
    flags: list[bool] = []
    place, bold = 0, False

    def write(piece: str) -> None:
        words.append(piece)
        flags.extend([bold] * len(piece))

    for found in _INLINE.finditer(text):
        write(text[place : found.start()])
        place = found.end()
        if found[1]:
            pen.remove(number, "\\", MARKS)
            write(found[1])
        elif found[2]:
            if found.start() in paired:
                pen.remove(number, found[0], MARKS)
                bold = not bold
            else:
                write(found[0])
        elif found[5]:
            pen.remove(number, f"[]({found[6]})", "超链接的地址")
            write(found[5])
        else:
            pen.remove(number, found[0], "图片,没有存")
    write(text[place:])
    return "".join(words), spans(flags)


def _pairs(marks: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Marks of bold that open and close something; `**` that stands for a masked figure closes nothing."""
    found: list[re.Match[str]] = []
    index = 0
    while index + 1 < len(marks):
        first, second = marks[index], marks[index + 1]
        inside = text[first.end() : second.start()]
        if first[0] == second[0] and inside.strip() and inside == inside.strip():
            found += [first, second]
            index += 2
        else:
            index += 1
    return found
