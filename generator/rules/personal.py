"""What identifies or reaches a private person, in any text of the records (F12); a finding never repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model import Explanation, Finding, Level, Records, Ref, Where
from generator.model.record import marks
from generator.model.types import Phone
from generator.privacy import Found, Grade, Kind, find, in_cells
from generator.records.archive import Archived
from generator.rules._common import Path, Report, walk

NAME = "personal"
EXPLANATION = Explanation(
    title="出现个人信息",
    what=(
        "看每一处文字:记录、说明页、存档的材料和里面的表格。找身份证号码(18位核对校验码,15位看旁边的字)、手机号码、"
        "银行卡和一卡通账号、社保卡号、带门牌的住址、车牌、个人邮箱、微信号、QQ号;写成全角、汉字、加空格横线、拆成几段的也找。"
        "只遮一半的号码(留头留尾)也算。确定是的,是错误;像是的,是警告;旁边的字说是合同号、票号一类的,是提示。"
        "统一社会信用代码、文号、单位账户、办公电话不算。提示里不重复号码本身。"
    ),
    why=(
        "《个人信息保护法》第二十五条:处理的个人信息不得公开,取得个人单独同意的除外;第二十八条:金融账户等是敏感个人信息。"
        "检查实践:检察机关逐村看公开栏,名单上写着身份证号、账号、住址的,发检察建议。村里人少,号码留头留尾也认得出是谁。"
    ),
    wrong="- {摘要: 付张某 11010519491231002X 误工费, 金额: 100.00}",
    right="- {摘要: 付三组张某误工费, 金额: 100.00}",
    mend=(
        "删去号码,一个数字也不留;同名的人用组别和序号区分。要留联系方式就写办公电话,地址写到村、组为止。"
        "发放账号只留在经办的台账里。确实是合同号、票号一类的,在前面写明“合同号”“票号”。"
    ),
    inspection="F12",
    acceptable=False,
)

_IS_PHONE = get_args(Phone)[-1]
_CODES = {"凭证号", "文号", "科目", "区划代码"}
"""Business codes by definition: eleven digits there are no telephone number."""
_KEY = ("编号",)
_HASHES = {"校验"}
_LEVELS = {Grade.CERTAIN: Level.ERROR, Grade.LIKELY: Level.WARNING, Grade.LOOK: Level.NOTE}
_SAID = {Grade.CERTAIN: "这里有一个{}", Grade.LIKELY: "这里像是一个{}", Grade.LOOK: "这里也许是一个{}"}
_DELETE = "删去号码;同名的人用组别和序号区分"
_HINTS = {
    Kind.IDENTITY: _DELETE,
    Kind.OLD_IDENTITY: _DELETE,
    Kind.SOCIAL: _DELETE,
    Kind.MOBILE: "删去号码,要留联系方式就写办公电话",
    Kind.BANK: "删去号码;发放账号只留在经办的台账里",
    Kind.MASKED: "号码的数字一个也不要留:村里人少,留头留尾也认得出;同名的人用组别和序号区分",
    Kind.ADDRESS: "写到村、组为止,门牌、楼号、房号删去",
    Kind.PLATE: "删去车牌",
    Kind.EMAIL: "换成单位的邮箱或办公电话",
    Kind.WECHAT: "删去,要留联系方式就写办公电话",
    Kind.QQ: "删去,要留联系方式就写办公电话",
}
_DOUBTFUL = "是个人的就删去;是合同号、票号一类的,在前面写明"


def check(records: Records) -> Iterator[Finding]:
    """Every text of every record, the tables of archived documents, then the prose pages line by line."""
    known = cache(_kinds)  # the same words stand in record after record
    for record in records:
        say = Report(NAME, records, record)
        for path, field, value in walk(record, _is_text):
            if isinstance(value, str) and "格" not in path:
                yield from _value(say, path, field, known(value, "" if path == _KEY else str(field.alias)))
        if isinstance(record, Archived):
            yield from _tables(say, record)
    for name, text in records.prose.items():
        yield from _page(f"content/site/{name}.md", text)


def _kinds(value: str, label: str) -> dict[Kind, Grade]:
    return {} if label in _HASHES else _surest(find(value, label))


def _value(say: Report, path: Path, field: FieldInfo, kinds: dict[Kind, Grade]) -> Iterator[Finding]:
    label = str(field.alias)
    for kind, grade in kinds.items():
        if kind is Kind.MOBILE and _IS_PHONE in marks(field):
            yield say.warning("这里是一个手机号码", "请换成办公电话", *path)
        elif kind is not Kind.MOBILE or label not in _CODES:
            finding = _said(say, kind, grade, path)
            yield replace(finding, record="") if path == _KEY else finding  # the key would repeat the number


def _tables(say: Report, document: Archived) -> Iterator[Finding]:
    """Cells under the heads of their columns, and numbers that are spread over the cells of a row."""
    for place, block in enumerate(document.body):
        for line, row in enumerate(block.rows):
            heads = block.rows[0].cells if line else ()
            cells: dict[int, list[Found]] = {}
            for cell, found in in_cells(row.cells, heads):
                cells.setdefault(cell, []).append(found)
            for cell, all_found in cells.items():
                for kind, grade in _surest(all_found).items():
                    yield _said(say, kind, grade, ("正文", place, "表行", line, "格", cell))


def _page(file: str, text: str) -> Iterator[Finding]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found: dict[int, list[Found]] = {}
    for one in find(text):
        number = next(index for index, start in enumerate(starts[1:], start=1) if one.start < start)
        found.setdefault(number, []).append(one)
    for number, ones in found.items():
        for kind, grade in _surest(ones).items():
            yield Finding(
                NAME, _LEVELS[grade], Where(file, number, 1), _SAID[grade].format(kind.value), _hint(kind, grade)
            )


def _surest(found: Iterable[Found]) -> dict[Kind, Grade]:
    surest: dict[Kind, Grade] = {}
    for one in found:
        surest[one.kind] = max(one.grade, surest.get(one.kind, Grade.LOOK))
    return surest


def _said(say: Report, kind: Kind, grade: Grade, path: Path) -> Finding:
    tell = {Grade.CERTAIN: say.error, Grade.LIKELY: say.warning, Grade.LOOK: say.note}[grade]
    return tell(_SAID[grade].format(kind.value), _hint(kind, grade), *path)


def _hint(kind: Kind, grade: Grade) -> str:
    return _DOUBTFUL if grade is Grade.LOOK else _HINTS[kind]


def _is_text(field: FieldInfo) -> bool:
    """Whether a person types free text here; names of other records are looked at where they are given."""
    return _holds_text(field.annotation) and not any(isinstance(mark, Ref) for mark in marks(field))


def _holds_text(annotation: Any) -> bool:
    return annotation is str or any(_holds_text(inner) for inner in get_args(annotation))
