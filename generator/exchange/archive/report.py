"""What the clerk reads: what was found, what was done to the text word for word, what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.exchange.archive.lines import MARKS, Act, Document, Note
from generator.model.text import clip

_SHOWN = 40
"""Notes of one kind shown on a terminal; the file of changes has all."""


def told(
    documents: Mapping[str, Document], figures: Mapping[str, int], notes: Sequence[Note], joins: Sequence[int]
) -> str:
    """The report on the terminal."""
    found = [_found(name, document, figures.get(name, 0)) for name, document in documents.items()]
    if len(found) > 1:
        found.insert(0, f"这是合集,分成 {len(found)} 篇。")
    return "\n".join([*found, *_done(notes, joins, _SHOWN, 60)])


def changes(source: str, documents: Mapping[str, Document], notes: Sequence[Note], joins: Sequence[int]) -> str:
    """The file that lies beside the original: every word that was taken away, written anew or is doubtful."""
    ids = "、".join(documents)
    head = [f"{source} 存档为 {ids} 时对文字做的处理。行号是原件的行(Word 文件是段)。", ""]
    return "\n".join([*head, *_done(notes, joins, None, 0)]) + "\n"


def _found(name: str, document: Document, figures: int) -> str:
    rows = (
        ("标题", document.title),
        ("副题", document.subtitle),
        ("署名", document.byline),
        ("日期", document.day),
        ("体裁", document.genre),
    )
    lines = [f"{name}", *(f"  {label}:{value}" for label, value in rows if value)]
    tables = sum(bool(line.rows) for line in document.body)
    texts = len(document.body) - len(document.headings) - tables
    lines.append(
        f"  小标题 {len(document.headings)} 个,正文 {texts} 段"
        + (f",表格 {tables} 个" if tables else "")
        + f",数字 {figures} 个"
    )
    lines += [f"    {'  ' * (line.level - 1)}{clip(line.text, 40)}" for line in document.headings[:30]]
    if len(document.headings) > 30:
        lines.append(f"    …… 还有 {len(document.headings) - 30} 个标题")
    return "\n".join(lines)


def _done(notes: Sequence[Note], joins: Sequence[int], most: int | None, length: int) -> Iterable[str]:
    for act in Act:
        chosen = [note for note in notes if note.act is act and note.why != MARKS]
        if not chosen:
            continue
        yield f"{act.value} {len(chosen)} 处:"
        yield from (f"  {_line(note, length)}" for note in chosen[:most])
        if most is not None and len(chosen) > most:
            yield f"  …… 还有 {len(chosen) - most} 处,全部写在 originals 里的 .changes.txt"
    marks = Counter(note.why for note in notes if note.why == MARKS)
    yield from (f"去掉{why} {count} 处(标题、加粗、表格的记号)。" for why, count in marks.items())
    if joins:
        numbers = "、".join(map(str, joins[:most]))
        more = f" 等 {len(joins)} 行" if most is not None and len(joins) > most else ""
        yield f"接到上一行的断行 {len(joins)} 处:第 {numbers} 行{more}。"


def _line(note: Note, length: int) -> str:
    where = f"第 {note.number} 行 " if note.number else ""
    text = (clip(note.text, length) if length else note.text).strip()
    shown = f"“{text}”" if text else ""
    instead = f" → {note.instead}" if note.instead else ""
    return f"{where}{note.why}{':' if shown else ''}{shown}{instead}"
