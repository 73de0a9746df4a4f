"""What a rule means, on a terminal: what it looks at, why, how it is written wrong and right, how it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from generator.console.text import as_json, plain, width
from generator.model import Explanation, Unusable, fold, nearest
from generator.model.explanation import COMPLAINTS, sections

_COLUMNS = 76
_NO_FIRST = ",.;:!?)、。，；：！？）》”…"
"""Marks that do not begin a line."""
_TOKEN = re.compile(rf"[A-Za-z0-9_./@{{}}|%-]+[{re.escape(_NO_FIRST)}]*|.[{re.escape(_NO_FIRST)}]*", re.DOTALL)
_CODE = re.compile(r"[Ff]\d{1,3}")
_YES = "能。改不了的,在 data/townships/<乡镇>/acceptance.yml 里写一条;接受了的照样列出来,不挡住生成。例如:"
_NO = "不能,只能改好,谁也不能担保。只有“像是”的(警告、提示),核对过没有问题,才可以写一条接受,写法同别的规则。"


def chosen(word: str, manual: Mapping[str, Explanation]) -> tuple[str, ...]:
    """The rules that a name, a code (`F8`), a title or a part of a title means. Raises Unusable when there is none."""
    asked = fold(word).strip("[]【】《》“”")
    if asked.lower() in manual:
        return (asked.lower(),)
    if _CODE.fullmatch(asked):
        return _answering(asked.upper(), manual)
    titles = {fold(one.title): name for name, one in manual.items()}
    found = (titles[asked],) if asked in titles else tuple(titles[title] for title in titles if asked in title)
    found = found if asked else ()
    if not found:
        near = nearest(asked, [*manual, *(one.title for one in manual.values())])
        raise Unusable(f"没有“{plain(word)}”这条规则。{near or '运行 gongkai explain 列出全部。'}")
    return found


def _answering(code: str, manual: Mapping[str, Explanation]) -> tuple[str, ...]:
    """Those that answer a complaint of inspectors."""
    found = tuple(name for name, one in manual.items() if one.inspection == code)
    if not found:
        first, *_, last = COMPLAINTS
        raise Unusable(f"没有“{code}”:检查实践里的问题编为 {first} 到 {last}。运行 gongkai explain 列出全部。")
    return found


def explanation_text(name: str, manual: Mapping[str, Explanation]) -> str:
    """One rule at length."""
    one = manual[name]
    head = click.style(one.title, bold=True)
    code = f"  检查实践 {one.inspection} {COMPLAINTS[one.inspection]}" if one.inspection else ""
    parts = [
        f"{head} [{name}]{code}",
        _paragraph("查什么", one.what),
        _paragraph("为什么", one.why),
        _sheet("错的写法", one.wrong, "red"),
        _sheet("对的写法", one.right, "green"),
        _paragraph("怎么改", one.mend),
        _paragraph("能不能接受", _YES if one.acceptable else _NO),
    ]
    return "\n\n".join(parts) + ("\n" + _lines(acceptance(name), "cyan") if one.acceptable else "")


def acceptance(name: str) -> str:
    """How a person answers for a finding of this rule."""
    return (
        f"- 编号: accept-{name}\n  规则: {name}\n  记录: publication/liucun-2026-03      # 检查结果说的那条记录,写成 类别/编号\n"
        "  理由: 为什么可以这样\n  职务: 镇纪委书记      # 谁同意的,写职务\n  日期: 2026-10-20"
    )


def explanations_list(names: Iterable[str], manual: Mapping[str, Explanation]) -> str:
    """The titles and names of these rules, complaint by complaint, then by what they look at."""
    wanted = set(names)
    columns = max(map(len, wanted), default=0)
    blocks = []
    for code, heading, members in sections({name: one for name, one in manual.items() if name in wanted}):
        head = f"{code} {heading}" if code else heading
        lines = [f"  {name.ljust(columns)}  {manual[name].title}" for name in members]
        blocks.append("\n".join([click.style(head, bold=True), *lines]))
    return "\n\n".join(
        [*blocks, "看一条:gongkai explain 规则名,例如 gongkai explain board;也可以写 F8 或标题里的几个字。"]
    )


def explanations_json(names: Sequence[str], manual: Mapping[str, Explanation]) -> str:
    """All that is known of these rules, for machines."""
    return as_json({"rules": [_entry(name, manual[name]) for name in names]})


def _entry(name: str, one: Explanation) -> dict[str, str | bool]:
    return {
        "rule": name,
        "title": one.title,
        "inspection": one.inspection,
        "complaint": COMPLAINTS.get(one.inspection, ""),
        "about": one.about,
        "what": one.what,
        "why": one.why,
        "wrong": one.wrong,
        "right": one.right,
        "mend": one.mend,
        "acceptable": one.acceptable,
    }


def _paragraph(head: str, text: str) -> str:
    return "\n".join([click.style(head, bold=True), *(f"  {line}" for line in _filled(text, _COLUMNS - 2))])


def _sheet(head: str, text: str, colour: str) -> str:
    return f"{click.style(head, bold=True)}\n{_lines(text, colour)}"


def _lines(text: str, colour: str) -> str:
    return "\n".join(f"  {click.style('│', fg=colour)} {line}".rstrip() for line in text.splitlines())


def _filled(text: str, columns: int) -> Iterator[str]:
    """The text in lines of at most so many columns: words and marks stay with what they belong to."""
    line = ""
    for token in _TOKEN.findall(text):
        if line and width(line + token.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += token if line else token.lstrip()
    yield line
