"""What kind of value a field takes, read from its type, in a clerk's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from generator.model import Amount, Period, Ref
from generator.model.audience import Audience
from generator.model.record import Closure, marks, row_in
from generator.model.types import Dimensions, Fingerprints, Id, Phone, PlaceCode, parse_days, parse_money
from generator.records.archive import parse_dated
from generator.records.item import Conditions, Elements, MaskNames, Openings
from generator.records.schedule import Requirement


class Kind(Enum):
    """A kind of value; the word is what readers see."""

    ID = "编号"
    TEXT = "文字"
    LONG = "长文字"
    PERSON = "姓名"
    WORD = "词"
    CHOICE = "选词"
    YES = "是或否"
    COUNT = "整数"
    DAYS = "天数"
    NUMBER = "数字"
    MONEY = "金额"
    FIGURE = "数值"
    DAY = "日期"
    DATED = "年月日"
    PERIOD = "期间"
    CODE = "区划代码"
    PHONE = "电话"
    RATIO = "比例"
    DIMENSIONS = "维度"
    CONDITIONS = "条件"
    OPENINGS = "对象"
    MASKS = "遮盖办法"
    PRINTS = "指纹"
    ELEMENTS = "要素"
    ROW = "一组"

    @property
    def how(self) -> str:
        """How such a value is written."""
        return _HOW[self]


_HOW = {
    Kind.ID: "小写字母、数字和连字符，最多40个",
    Kind.TEXT: "一句话以内，最多200个字",
    Kind.LONG: "可以写几句，最多5000个字",
    Kind.PERSON: "人的姓名，最多40个字；对外按目录遮盖或不公开",
    Kind.WORD: "词表里有的词；词表可以添",
    Kind.CHOICE: "只能写列出的词",
    Kind.YES: "只写“是”或“否”",
    Kind.COUNT: "0 或正整数，可以带千分位逗号",
    Kind.DAYS: "几天，整数，最多3660",
    Kind.NUMBER: "数字，可以有小数；单位不写在后面",
    Kind.MONEY: "以元为单位，最多写到分，可以带千分位逗号",
    Kind.FIGURE: "数字；原件遮盖的写 **，没有的留空",
    Kind.DAY: "写成 2026-03-05；也可以写 2026/3/5、2026年3月5日",
    Kind.DATED: "写成 2009-07-21；只知道月或年时写 2009-07 或 2009",
    Kind.PERIOD: "月写成 2026-03，季度 2026-Q1，半年 2026-H1，年 2026",
    Kind.CODE: "6、9或12位数字，前面的0也要写",
    Kind.PHONE: "办公电话，数字和连字符",
    Kind.RATIO: "写成 2/3；全部写 1",
    Kind.DIMENSIONS: "写成 {按什么分: 哪一类}",
    Kind.CONDITIONS: "写成 {字段: 词} 或 {字段: [词, 词]}",
    Kind.MASKS: "写成 {对象: 遮盖办法的编号}",
    Kind.PRINTS: "由程序写，写成 {字段: 八位指纹}",
    Kind.OPENINGS: "写成 {对象: 公开、遮盖或合计}，对象有社会、本村、党内、审阅",
    Kind.ELEMENTS: "字段的列表；行内字段写成 {收入: [摘要, 金额]}",
    Kind.ROW: "下面再分几个字段",
}

_BY_TYPE: dict[Any, Kind] = {
    bool: Kind.YES,
    int: Kind.COUNT,
    Decimal: Kind.NUMBER,
    date: Kind.DAY,
    Period: Kind.PERIOD,
    Amount: Kind.FIGURE,
    Fraction: Kind.RATIO,
}
_BY_MARK: tuple[tuple[Any, Kind], ...] = (
    (BeforeValidator(parse_money), Kind.MONEY),
    (BeforeValidator(parse_days), Kind.DAYS),
    (BeforeValidator(parse_dated), Kind.DATED),
    (Dimensions.__metadata__[0], Kind.DIMENSIONS),  # type: ignore[attr-defined]
    (Elements.__metadata__[0], Kind.ELEMENTS),  # type: ignore[attr-defined]
    (Openings.__metadata__[0], Kind.OPENINGS),  # type: ignore[attr-defined]
    (MaskNames.__metadata__[0], Kind.MASKS),  # type: ignore[attr-defined]
    (Fingerprints.__metadata__[0], Kind.PRINTS),  # type: ignore[attr-defined]
    (Conditions.__metadata__[0], Kind.CONDITIONS),  # type: ignore[attr-defined]
    (Id.__metadata__[-1], Kind.ID),  # type: ignore[attr-defined]
    (Phone.__metadata__[-1], Kind.PHONE),  # type: ignore[attr-defined]
    (PlaceCode.__metadata__[-1], Kind.CODE),  # type: ignore[attr-defined]
    ("person", Kind.PERSON),
    ("word", Kind.WORD),
    ("long", Kind.LONG),
)
_WEEKDAYS = Requirement.model_fields["weekdays"].metadata[0]


def kind_of(field: FieldInfo) -> tuple[Kind, bool]:
    """The kind of value, and whether several may stand there."""
    found, types = marks(field), set(_types(field.annotation))
    many = tuple in types and Kind.ELEMENTS is not _marked(found)
    if row_in(field.annotation):
        return Kind.ROW, many
    if words_in(field.annotation) or _WEEKDAYS in found:
        return Kind.CHOICE, many
    if marked := _marked(found):
        return marked, many
    typed = next((kind for kind in map(_BY_TYPE.get, types) if kind), None)
    if typed:
        return typed, many
    if any(refers(mark) and mark.by == "id" for mark in found):
        return Kind.ID, many
    return Kind.TEXT, many


def one_or_many(field: FieldInfo) -> bool:
    """Whether one value alone may stand for a list of one: a plain tuple asks for a list."""
    return any(isinstance(mark, BeforeValidator) for mark in field.metadata)


def words_of(field: FieldInfo, kind: Kind) -> tuple[str, ...]:
    """The words to which the program limits the field."""
    if _WEEKDAYS in marks(field):
        return tuple("一二三四五六日")
    if field is Closure.model_fields["audience"]:
        return tuple(audience.label for audience in Audience if audience is not Audience.REVIEW)
    return ("是", "否") if kind is Kind.YES else words_in(field.annotation)


def words_in(annotation: Any) -> tuple[str, ...]:
    """The words of a Literal inside an annotation."""
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return next((words for inner in get_args(annotation) if (words := words_in(inner))), ())


def refers(mark: Any) -> bool:
    """Whether the mark says that the field names another record."""
    return isinstance(mark, Ref)


def _marked(found: tuple[Any, ...]) -> Kind | None:
    return next((kind for mark, kind in _BY_MARK if any(mark == one for one in found)), None)


def _types(annotation: Any) -> Iterator[Any]:
    """Every plain type named in an annotation, containers too."""
    yield get_origin(annotation) or annotation
    for inner in get_args(annotation):
        yield from _types(inner)
