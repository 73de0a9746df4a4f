"""What stands above and below the text: title, subtitle, byline, day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.exchange.archive.dates import dated, first_day, split_end
from generator.exchange.archive.lines import Act, Line, Note, Role
from generator.exchange.archive.numerals import style_of

_TITLE = 60
_STOP = re.compile(r"[。；！？;!?]")
_LABEL = re.compile(r"[^。]{1,8}[:：]")
_SALUTATION = re.compile(r"(?:同志们|各位|尊敬的|大家好|全镇|全体|敬爱的).{0,40}[:：！，]")
_FOREIGN = re.compile(r"[\u0080-\u07ff](?<![·×÷°±§µ¥£²³])")
"""What the loader takes for a wrong encoding in data."""
_DASH = re.compile(r"(?:—{1,4}|―{1,4}|-{2,}|－{1,4}|–{1,2})\s*\S")
_BRACKETED = re.compile(r"[（(【［\[].*[）)】］\]]")
_OFFICE = re.compile(
    r".{0,30}(?:委员会|党委|党工委|政府|办公室|党政办|组织部|宣传部|支部|总支|纪委|村委会?|居委会?|联合社|合作社|人大|领导小组|管委会|工会|妇联|团委|"
    r"中心|站|所|局|[县镇乡村区市]|书记|镇长|乡长|主任|委员|主席|组长|干事|专员)(?:[\s、]+.{1,20})?"
)
_SEAL = re.compile(r".{2,30}(?:委员会|党委|党工委|政府|办公室|党政办|总支|支部|纪委|村委会|居委会|联合社|领导小组)")
"""An office that signs; without a day below it, only this is taken for a signature."""
_PERSON = re.compile(
    r"(?:作者|执笔人?|撰稿人?|撰写人?|报告人|述职人|发言人|汇报人|讲话人|姓名|单位|署名)\s*[:：]\s*.{2,30}"
)
_ENDS_TITLE = re.compile(
    r"(?:报告|总结|意见|方案|材料|讲话|发言|计划|综述|汇报|体会|通知|办法|制度|简介|概况|经验|做法|纪实|调查|规划|要点|演讲|稿|情况|工作|随笔|事迹|安排|决定|说明|思考|建议|目标|实施|倡议书|公告|公示)(?:[（(].{1,20}[）)])?$"
)
_ATTACHED = re.compile(r"(?:附件|附表|附录|附)\s*[\d一二三四五]*\s*(?:[:：]|$)|附[:：]")
_GENRES = (
    ("述职报告", "述职报告"),
    ("述职述廉报告", "述职报告"),
    ("工作报告", "工作报告"),
    ("调研报告", "调研报告"),
    ("调查报告", "调研报告"),
    ("总结", "总结"),
    ("汇报", "工作报告"),
    ("经验材料", "经验材料"),
    ("交流材料", "经验材料"),
    ("发言", "交流发言"),
    ("发言材料", "交流发言"),
    ("综述", "综述"),
    ("计划", "计划"),
    ("方案", "计划"),
)
"""How a title ends → the genre it names."""


@dataclass(slots=True)
class Head:
    """The head of a document while it is gathered."""

    title: str = ""
    subtitle: str = ""
    byline: str = ""
    day: str = ""
    borrowed: bool = False

    @property
    def genre(self) -> str:
        title = re.sub(r"[（(].{1,20}[）)]$", "", self.title)
        return next((genre for ending, genre in _GENRES if title.endswith(ending)), "")


def headed(lines: list[Line], reporters: str, name: str) -> tuple[Head, list[Line], list[Note]]:
    """(head, the paragraphs that are left, what was taken and is written in another form there)."""
    head = Head(byline=reporters)
    notes: list[Note] = []
    body = _above(lines, head, notes)
    body = _below(body, head, notes)
    if not head.title:
        head.title, head.borrowed = name, True
        notes.append(Note(Act.DOUBT, 0, name, "没有找到标题,用了文件名,请改成原件的标题"))
    if not head.day:
        notes.append(Note(Act.DOUBT, 0, "", "没有找到成文日期,知道的话写在文件头“日期:”后面"))
    return head, body, notes


def _above(lines: list[Line], head: Head, notes: list[Note]) -> list[Line]:
    """Takes the title and the lines that belong to it."""
    index = next((at for at, line in enumerate(lines[:8]) if line.role is Role.TITLE and fits(line.text)), None)
    index = next((at for at, line in enumerate(lines[:3]) if _is_title(line)), None) if index is None else index
    if index is None or any(not _is_small(line) for line in lines[:index]):
        return lines
    before, rest = lines[:index], lines[index + 1 :]
    head.title = lines[index].text.strip()
    while rest and _goes_on(lines[index], head.title, rest):
        head.title += rest.pop(0).text.strip()
    for _ in range(4):
        if not rest or len(rest) == 1 or not _take(rest[0], rest[1], head, notes):
            break
        rest.pop(0)
    return [*before, *rest]


def _is_title(line: Line) -> bool:
    text = line.text.strip()
    if not fits(text) or line.rows or line.role is Role.NOTE or len(text) > _TITLE or style_of(text) > 0:
        return False
    if line.role is Role.TITLE or line.level == 1:
        return True
    plain = not _STOP.search(text) and text[-1] not in "：:，,、"
    return (
        plain
        and not dated(text)
        and not _number_of_document(text)
        and not _SALUTATION.match(text)
        and not _ATTACHED.match(text)
    )


def fits(text: str) -> bool:
    """Whether a label of the front matter can hold it: on one line, not long, and without letters of other scripts."""
    return bool(text.strip()) and len(text) <= 2 * _TITLE and not _FOREIGN.search(text)


def _is_small(line: Line) -> bool:
    """What may stand above a title: the number of the document, the name of a sheet."""
    return not line.rows and len(line.text) <= 40 and not _STOP.search(line.text)


def _number_of_document(text: str) -> bool:
    return re.search(r"[〔\[［（(]\s*\d{4}\s*[〕\]］）)]\s*\d+\s*号$", text) is not None


def _goes_on(line: Line, title: str, rest: Sequence[Line]) -> bool:
    """Whether the title takes another line: two lines of Word's title style, or half a title above its other half."""
    below = rest[0]
    text = below.text.strip()
    if line.role is Role.TITLE or below.role is not Role.TEXT or below.level:
        return below.role is Role.TITLE and fits(text) and len(title + text) <= 2 * _TITLE
    office = _OFFICE.fullmatch(title) and text.startswith("关于")
    halves = not _ENDS_TITLE.search(title) and _ENDS_TITLE.search(text)
    free = _is_title(below) and not _DASH.match(text) and not _BRACKETED.fullmatch(text) and not _PERSON.fullmatch(text)
    return bool(office or halves) and free and len(title + text) <= 2 * _TITLE and len(rest) > 1


def _take(line: Line, below: Line, head: Head, notes: list[Note]) -> bool:
    """Takes one line below the title into the head; False when the text begins."""
    text = line.text.strip()
    if line.rows or line.level or not fits(text) or len(text) > _TITLE or style_of(text):
        return False
    before, written, day = split_end(text)
    if not head.day and dated(text):
        head.day = dated(text)
        notes.append(Note(Act.TAKEN, line.number, text, f"日期 {head.day}"))
    elif not head.subtitle and (line.role is Role.SUBTITLE or _DASH.match(text) or _is_occasion(text)):
        head.subtitle, head.day = text, head.day or first_day(text)
    elif not head.day and before and _is_byline(before):
        _sign(head, before, line.number, notes)
        head.day = day
        notes.append(Note(Act.TAKEN, line.number, written, f"日期 {day}"))
    elif (
        _is_byline(text)
        and (len(below.text) > len(text) or dated(below.text) or _SALUTATION.match(below.text.strip()))
        and not _SALUTATION.fullmatch(text)
    ):
        _sign(head, text, line.number, notes)
    else:
        return False
    return True


def _is_occasion(text: str) -> bool:
    return _BRACKETED.fullmatch(text) is not None and not _is_byline(text[1:-1])


def _is_byline(text: str) -> bool:
    inside = text.strip("（()）【】 \u3000")
    if len(inside) > 40 or _STOP.search(inside) or "，" in inside:
        return False
    if _PERSON.fullmatch(inside):
        return True
    return _OFFICE.fullmatch(inside) is not None and not _LABEL.match(inside) and not _ENDS_TITLE.search(inside)


def _sign(head: Head, text: str, number: int, notes: list[Note]) -> None:
    """The byline; a second one stands behind the first."""
    if head.byline and text not in head.byline:
        head.byline += f" {text}"
    elif head.byline:
        notes.append(Note(Act.REMOVED, number, text, "署名写了两次"))
    head.byline = head.byline or text


def _below(lines: list[Line], head: Head, notes: list[Note]) -> list[Line]:
    """Takes the signature and the day below the text; what is attached, and notes, stay behind it."""
    end = next(
        (i for i, line in enumerate(lines) if i and (line.role is Role.NOTE or _ATTACHED.match(line.text))), None
    )
    end = len(lines) if end is None else end
    body, tail = lines[:end], lines[end:]
    for taken in range(3):
        if len(body) < 2 or not _sign_off(body[-1], head, notes, signed=taken > 0):
            break
        body.pop()
    return [*body, *tail]


def _sign_off(line: Line, head: Head, notes: list[Note], *, signed: bool) -> bool:
    text = line.text.strip()
    if line.rows or line.level or not fits(text) or len(text) > _TITLE or style_of(text) or line.role is not Role.TEXT:
        return False
    before, written, day = split_end(text)
    if dated(text):
        if head.day and head.day != dated(text):
            notes.append(Note(Act.DOUBT, line.number, text, f"末尾的日期与前面的 {head.day} 不同,用了末尾的"))
        head.day = dated(text)
        notes.append(Note(Act.TAKEN, line.number, text, f"日期 {head.day}"))
    elif before and _is_byline(before):
        head.day = day
        notes.append(Note(Act.TAKEN, line.number, written, f"日期 {day}"))
        _sign(head, before, line.number, notes)
    elif _is_byline(text) and (signed or _SEAL.fullmatch(text) or _PERSON.fullmatch(text)):
        _sign(head, text, line.number, notes)
    else:
        return False
    return True
