"""The figures of a document as a list that a clerk goes through: accept, name, date — or leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.exchange.archive.lines import Document
from generator.numerals import Kind, scan

MOST = 500
"""Candidates of one document; a text with more is a table and belongs in a workbook."""
_AROUND = 24
_SENTENCE = re.compile(r"[。！？；\n]")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}$")
_LEAD = re.compile(
    r".*(?:其中|目前|现有|共有|共计|累计|已经?|分别|全年|今年|去年|截至|我镇|我乡|全镇|全乡|全村|全县|为|是|有|达到?|下辖|选出|推选|新建|新修|改造|建成|培训|发展|入库|议定|召开|完成|了|的|，|、|共)"
)
_COUNTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?=[，。、；：（)]|$)(?<![的了上下中内外])")
_TAIL = re.compile(r"(?:共有|共计|累计|共|现有|已有|有|为|是|达到?|约|近|超过|不少于|不足|仅|只|了|到|至)+$")
_HEAD = """\
# 《{title}》里的数字,由程序找出,没有一个已经采用。
# 要用的:把“采用”改成“是”,看一看名称、期间、单位、数值对不对(对照“原句”),再运行
#   gongkai archive {path}
# 名称是按前面的词猜的,多半要改。不要的不用管。
# 这个文件的“序”和“原句”不要改。
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One figure, as the program understands it."""

    name: str
    period: str
    value: Decimal | None
    unit: str
    approximate: bool
    sentence: str


def candidates(document: Document) -> list[Candidate]:
    """Every figure of the document in order, dates and ordinals left out; MOST at most."""
    found: list[Candidate] = []
    for text in _texts(document):
        for candidate in _of_text(text, document.day[:4]):
            found.append(candidate)
            if len(found) >= MOST:
                return found
    return found


def _texts(document: Document) -> Iterator[str]:
    for line in document.body:
        if line.rows:
            heads = line.rows[0]
            for row in line.rows[1:]:
                yield from (f"{row[0]} {head} {cell}" for head, cell in zip(heads[1:], row[1:], strict=False) if cell)
        else:
            yield line.text


def _of_text(text: str, period: str) -> Iterator[Candidate]:
    for numeral in scan(text):
        if numeral.kind is not Kind.FIGURE:
            continue
        start, end = _sentence(text, numeral.start, numeral.end)
        around = f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
        name = _behind(text[numeral.end :], numeral.unit) or _before(text[: numeral.start])
        yield Candidate(name, period, numeral.value, numeral.unit, numeral.approximate, around)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a figure: its sentence, at most so many characters on either side."""
    stops = [found.end() for found in _SENTENCE.finditer(text, max(0, start - _AROUND), start)]
    begin = stops[-1] if stops else max(0, start - _AROUND)
    stop = _SENTENCE.search(text, end, end + _AROUND)
    return begin, stop.end() if stop else min(len(text), end + _AROUND)


def _behind(after: str, unit: str) -> str:
    """The noun that is counted, where it ends soon: `13个村、` → `村数`."""
    found = _COUNTED.match(after.removeprefix(unit)) if unit else None
    return f"{found[0]}数" if found else ""


def _before(before: str) -> str:
    """The noun before a figure: `全镇共有党员` → `党员`."""
    words = _TAIL.sub("", before[-_AROUND:])
    words = _LEAD.sub("", words)
    found = _NAME.search(words)
    return found[0] if found else ""


def written(found: list[Candidate], document: Document, key: str, township: str, path: str) -> str:
    """The YAML that the clerk fills."""
    title = re.sub(r"\s+", " ", document.title)
    head = _HEAD.format(title=title, path=path)
    if len(found) >= MOST:
        head += f"# 数字太多,只列出前 {MOST} 个。\n"
    entries = [_entry(index, one) for index, one in enumerate(found, start=1)]
    lines = [f"档案: {key}", f"地方: {township}", "主题: 档案里的数字", "候选:" if entries else "候选: []", *entries]
    return head + "\n".join(lines) + "\n"


def _entry(index: int, one: Candidate) -> str:
    value = f"{one.value.normalize():f}" if one.value is not None else ""
    fields = (
        ("序", str(index)),
        ("采用", "否"),
        ("名称", text(one.name)),
        ("期间", one.period),
        ("数值", value),
        ("单位", text(one.unit)),
        ("约数", "是" if one.approximate else "否"),
        ("原句", text(one.sentence)),
    )
    return "\n".join(f"  {'- ' if label == '序' else '  '}{label}: {value}".rstrip() for label, value in fields)


def text(value: str) -> str:
    """A text as YAML that means nothing else."""
    return "'" + value.replace("'", "''") + "'" if value else ""
