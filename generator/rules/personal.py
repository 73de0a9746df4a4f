"""A private person's number in the records.

What: resident identity numbers (18 digits with the check digit of GB 11643; 15 digits beside a word such as 身份证),
mobile numbers, and bank or benefit card numbers beside a word such as 卡号, in any text — also written with full-width
or Chinese digits, with blanks, hyphens or invisible characters between them. 统一社会信用代码 are of organisations and
are left alone. The finding says where and what kind, and never repeats the number.

Why: 隐私泄露 (F12). Prosecutors walk the boards: lists with identity and account numbers of hundreds of villagers have
led to public-interest cases. 个人信息保护法 art. 25 forbids publishing them, and what was never typed cannot leak.

Example: `摘要: 付张某 11010519491231002X 误工费`; a private mobile number as 公开电话.

Mend: delete the number. The board needs the name (masked by the catalogue) and the amount; for questions give an
office telephone. A business number that looks like a mobile number is only a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model import Finding, Level, Records, Ref, Where
from generator.model.record import marks
from generator.model.types import Phone
from generator.rules._common import Report, walk
from generator.rules._common.numbers import Kind, find_numbers

NAME = "personal"
TITLE = "出现个人信息"

_IS_PHONE = get_args(Phone)[-1]
_CODES = {"凭证号", "文号", "科目", "区划代码", "校验"}
"""Business codes by definition: eleven digits there are no telephone number."""

_HINTS = {
    Kind.IDENTITY: "删去号码;同名的人用组别和序号区分",
    Kind.OLD_IDENTITY: "删去号码;同名的人用组别和序号区分",
    Kind.MOBILE: "删去号码,要留联系方式就写办公电话",
    Kind.BANK: "删去号码;发放账号只留在经办的台账里",
}


def check(records: Records) -> Iterator[Finding]:
    """Every text of every record, then the prose pages line by line."""
    for record in records:
        say = Report(NAME, records, record)
        for path, field, value in walk(record, _is_text):
            if isinstance(value, str):
                yield from _value(say, path, field, value)
    for name, text in records.prose.items():
        for number, line in enumerate(text.splitlines(), start=1):
            where = Where(f"content/site/{name}.md", number, 1)
            for kind, certain in find_numbers(line).items():
                yield Finding(NAME, _level(certain), where, _message(kind, certain), _hint(kind, certain))


def _value(say: Report, path: tuple[str | int, ...], field: FieldInfo, value: str) -> Iterator[Finding]:
    label = str(field.alias)
    for kind, certain in find_numbers(value, label).items():
        if kind is Kind.MOBILE and _IS_PHONE in marks(field):
            yield say.warning("这里是一个手机号码", "请换成办公电话", *path)
        elif kind is not Kind.MOBILE or label not in _CODES:
            tell = say.error if certain else say.warning
            finding = tell(_message(kind, certain), _hint(kind, certain), *path)
            yield replace(finding, record="") if path == ("编号",) else finding  # the key would repeat the number


def _message(kind: Kind, certain: bool) -> str:
    return f"这里{'有' if certain else '像是'}一个{kind.value}"


def _hint(kind: Kind, certain: bool) -> str:
    return _HINTS[kind] if certain else "是个人的号码就删去;是合同号、票号一类就不用改"


def _level(certain: bool) -> Level:
    return Level.ERROR if certain else Level.WARNING


def _is_text(field: FieldInfo) -> bool:
    """Whether a person types free text here; names of other records are looked at where they are given."""
    return _holds_text(field.annotation) and not any(isinstance(mark, Ref) for mark in marks(field))


def _holds_text(annotation: Any) -> bool:
    return annotation is str or any(_holds_text(inner) for inner in get_args(annotation))
