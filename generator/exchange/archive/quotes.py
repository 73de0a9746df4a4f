"""`实施?三个一?工程` → `实施“三个一”工程`: quotation marks that an old program turned into question marks."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.exchange.archive.lines import Act, Line, Note
from generator.model.text import clip

_SENTENCE = re.compile(r"[^。！；\n]*[。！；]?")
_ASKS = re.compile(
    r"[吗呢吧么啊]|什么|怎|如何|为何|哪|谁|几[^个十百千名]|多少|是否|能否|可否|有无|何[以时处人种]|难道|岂|是不是|有没有|会不会|能不能|要不要|好不好|对不对"
)
_ENDS_ASKING = ("了", "没有", "没", "否", "不")
_INSIDE = re.compile(r"(?=.*[\u4e00-\u9fff])[\u4e00-\u9fff0-9A-Za-z·、+\-—《》（）()]{2,24}")
_AFTER = re.compile(r"[\u4e00-\u9fff，、。；：）》]")


def mended(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """(the lines with certain quotation marks restored, what was mended and what is doubtful)."""
    notes: list[Note] = []
    found: list[Line] = []
    for line in lines:
        if "?" in line.text:
            parts = [(part, _sentence(part, line.number, notes)) for part in _SENTENCE.findall(line.text)]
            text = "".join(mended for _, mended in parts)
            if doubtful := "".join(part for part, mended in parts if "?" in mended):
                why = "问号可能原来是引号,没有改,请对照原件"
                notes.append(Note(Act.DOUBT, line.number, clip(doubtful, 80), why))
            found.append(replace(line, text=text))  # one mark for one mark: bold stays where it is
            continue
        if any("?" in cell for row in line.rows for cell in row):
            notes.append(Note(Act.DOUBT, line.number, "?", "表格里有问号,可能原来是引号,请对照原件"))
        found.append(line)
    return found, notes


def _sentence(text: str, number: int, notes: list[Note]) -> str:
    if "?" not in text:
        return text
    parts = text.split("?")
    if not _is_certain(parts):
        return text
    mended = "".join(part + ("“" if index % 2 == 0 else "”") for index, part in enumerate(parts[:-1])) + parts[-1]
    notes += [Note(Act.REPAIRED, number, f"?{inside}?", "问号改回引号", f"“{inside}”") for inside in parts[1::2]]
    return mended


def _is_certain(parts: list[str]) -> bool:
    """Paired in one sentence that asks nothing, short words inside, Chinese on both sides of every mark."""
    if len(parts) % 2 == 0 or len(parts) > 13 or _ASKS.search("".join(parts)):
        return False
    insides, outsides = parts[1::2], parts[0::2]
    if not all(_INSIDE.fullmatch(inside) for inside in insides):
        return False
    if any(part.endswith(_ENDS_ASKING) for part in parts[:-1]):  # 办好了没有?…
        return False
    before = all(not outside or _is_beside(outside[-1]) for outside in outsides[:-1])
    after = all(_AFTER.match(outside) for outside in outsides[1:])  # never at the very end: that could be a question
    return before and after and all(outsides[1:-1])


def _is_beside(char: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff，、：（《—]", char) is not None
