"""The value of a cell → the text that a data file holds, or why it cannot be: typed by people, in every manner there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.dictionary import Entry, Kind
from generator.model import Level
from generator.model.text import clip, halfwidth
from generator.trees.characters import fault

_NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.FIGURE, Kind.COUNT, Kind.DAYS)
_UNITS = ("元", "万元", "人", "户", "次", "个", "名", "亩", "平方米", "平方公里", "天", "人次", "条", "分", "票", "%")
_YES = {
    "是": "是",
    "否": "否",
    "√": "是",
    "✓": "是",
    "✔": "是",
    "×": "否",
    "✗": "否",
    "有": "是",
    "无": "否",
    "true": "是",
}
_YES |= {"false": "否", "y": "是", "n": "否", "yes": "是", "no": "否", "1": "是", "0": "否", "对": "是", "错": "否"}
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:\s+0?0:00(?::00)?)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?", re.ASCII)
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?", re.ASCII)
_PART = re.compile(r"(\d{4})\s*[-年]?\s*第?\s*([1-4一二三四])\s*季度?|(\d{4})-?[Qq]([1-4])", re.ASCII)
_HALF = re.compile(r"(\d{4})\s*[-年]?\s*([上下])半年|(\d{4})-?[Hh]([12])", re.ASCII)
_YEAR = re.compile(r"(\d{4})\s*(?:年度?)?", re.ASCII)
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_DIGITS = 15
_FIRST = date(1899, 12, 30)
"""Day 0 of a spreadsheet, as Excel counts after its leap year that never was."""
_SERIALS = (20_000, 80_000)


@dataclass(frozen=True)
class Cleaned:
    """The text; with what to say of it, if anything."""

    text: str
    level: Level | None = None
    message: str = ""
    hint: str = ""


def cleaned(entry: Entry, value: Any, factor: int = 1) -> Cleaned:
    """The text of the cell for a field. factor: 10000 under a heading in 万元."""
    if isinstance(value, str) and entry.kind not in (Kind.LONG,) and not entry.many:
        value = _plain(value)
    elif isinstance(value, str):
        value = "\n".join(_plain(line, keep=True) for line in re.split(r"\r\n|\r|\n|\u2028|_x000D_", value)).strip(
            "\n "
        )
    if value is None or value == "":
        return Cleaned("")
    if bad := _at_fault(value):
        return Cleaned("", Level.ERROR, f"“{clip(value)}”里有{bad}", "把这一格删空,重新输入")
    if entry.kind in _NUMBERS and not entry.many:
        return _number(entry, value, factor)
    return _BY_KIND.get(entry.kind, _text)(value)


def _plain(text: str, *, keep: bool = False) -> str:
    """Without blanks around and what no eye sees; `keep`: a full-width blank before a line says that it goes on."""
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf").replace("\xa0", " ")
    return f"\u3000{seen[1:].rstrip()}" if keep and seen.startswith("\u3000") else seen.strip()


def _at_fault(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    if "\ufffd" in value:
        return "编码坏了的字"
    return next((found[0] for char in value if char != "\n" and (found := fault(char))), "")


def _number(entry: Entry, value: Any, factor: int) -> Cleaned:
    if isinstance(value, (bool, date, time, timedelta)):
        shown = value.isoformat() if isinstance(value, date) else str(value)
        return _wrong(shown, "不是数字", "这一格被当成了日期:把格式改成“数值”,重新输入")
    if isinstance(value, str) and entry.kind is Kind.FIGURE and re.fullmatch(r"\*+", value):
        return Cleaned("**")
    text = (
        _bare(value, entry.unit)
        if isinstance(value, str)
        else repr(round(value, 10) if isinstance(value, float) else value)
    )
    try:
        number = Decimal(text)
    except InvalidOperation:
        return _wrong(value, "不是数字", f"只写数字{f',以{entry.unit}为单位' if entry.unit else ''}")
    if not number.is_finite() or len(number.as_tuple().digits) > _DIGITS or abs(number) >= 10**_DIGITS:
        return _wrong(value, "位数太多,表格软件记不准", f"最多{_DIGITS}位;是编号就不该在这一列")
    if isinstance(value, float) and entry.kind is Kind.MONEY:
        number = round(number, 2) if abs(number - round(number, 2)) < Decimal("0.0000001") else number
    number *= factor
    number = number.to_integral() if number == number.to_integral() else number.normalize()
    note = Cleaned(f"{number:f}")
    return (
        note if factor == 1 else Cleaned(note.text, Level.NOTE, f"标题以万元为单位,{clip(value)}万元读作{note.text}元")
    )


def _bare(text: str, unit: str) -> str:
    """The digits of a number as people write it: `￥1，200.50元`, `（300）`."""
    text = re.sub(r"\s", "", halfwidth(text)).lstrip("'’‘")
    text = re.sub(r"^(?:[¥￥$]|RMB|人民币)", "", text)
    text = re.sub(r"^[-−–—](?=\d)", "-", text)
    if unit and text.endswith(unit):
        text = text.removesuffix(unit)
    if found := re.fullmatch(r"\((.+)\)", text):
        text = f"-{found[1]}"
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", text, re.ASCII):
        text = text.replace(",", "")
    return text if re.fullmatch(r"[-+]?\d+(\.\d+)?", text, re.ASCII) else ""


def _day(value: Any) -> Cleaned:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Cleaned(value.isoformat())
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if _SERIALS[0] <= value <= _SERIALS[1] and value == int(value):
            return Cleaned((_FIRST + timedelta(days=int(value))).isoformat())
        value = repr(int(value)) if value == int(value) else repr(value)
    text = halfwidth(str(value)).strip()
    found = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        try:
            return Cleaned(date(*map(int, found.groups())).isoformat())
        except ValueError:
            return _wrong(value, "不是真实的日期", "核对年、月、日")
    if _NO_YEAR.fullmatch(text):
        return _wrong(value, "没有写年份", "写成 2026-03-05 这样")
    return _wrong(value, "不是日期", "写成 2026-03-05 这样")


def _period(value: Any) -> Cleaned:
    if isinstance(value, (datetime, date)):
        return Cleaned(f"{value.year}-{value.month:02}")
    if isinstance(value, float):
        if value == int(value):
            value = str(int(value))
        else:
            said = f"写成 {int(value)}-0X 这样;2026.1 分不清是1月还是10月"
            tenths = repr(value).partition(".")[2]
            if len(tenths) == 1 and tenths == "1":
                return _wrong(repr(value), "分不清是几月", said)
            value = repr(value)
    text = halfwidth(str(value)).strip()
    if text.isdigit() and len(text) == 5 and _SERIALS[0] <= int(text) <= _SERIALS[1]:
        day = _FIRST + timedelta(days=int(text))
        return Cleaned(f"{day.year}-{day.month:02}")
    if found := _PART.fullmatch(text):
        year, part = (one for one in found.groups() if one)
        return Cleaned(f"{year}-Q{_CHINESE.get(part) or part}")
    if found := _HALF.fullmatch(text):
        year, part = (one for one in found.groups() if one)
        return Cleaned(f"{year}-H{_CHINESE.get(part) or part}")
    if (found := _MONTH.fullmatch(text)) and 1 <= int(found[2]) <= 12:
        return Cleaned(f"{found[1]}-{int(found[2]):02}")
    if found := _YEAR.fullmatch(text):
        return Cleaned(found[1])
    if found := _DAY.fullmatch(text):
        return Cleaned(f"{found[1]}-{int(found[2]):02}")
    return _wrong(value, "不是期间", "月写成 2026-03,季度写成 2026-Q1,年写成 2026")


def _yes(value: Any) -> Cleaned:
    text = _shown(value).strip().lower()
    return Cleaned(_YES[text]) if text in _YES else _wrong(value, "不明确", "只写“是”或“否”")


def _code(value: Any) -> Cleaned:
    """A number with as many digits as a code has lost none."""
    text = _shown(value)
    whole = isinstance(value, float) and len(text) in (6, 9, 12)
    return Cleaned(text) if whole else _digits(value)


def _digits(value: Any) -> Cleaned:
    """Codes and telephones: a number has lost its zeros, or will."""
    hint = "把格式改成“文本”,重新输入完整的号码"
    if not isinstance(value, str):
        return _wrong(value, "存成了数字,前面的0或后面几位可能已经丢了", hint)
    text = halfwidth(value).strip().lstrip("'’‘")
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", text, re.ASCII | re.IGNORECASE):
        return _wrong(value, "被表格软件改成了科学记数", hint)
    return Cleaned(text)


def _id(value: Any) -> Cleaned:
    if isinstance(value, float) and len(_shown(value)) > _DIGITS:
        return _wrong(value, "位数太多,表格软件记不准", "把格式改成“文本”,重新输入")
    return _text(value)


def _text(value: Any) -> Cleaned:
    return Cleaned(_shown(value))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        number = Decimal(repr(round(value, 10)))
        return f"{number.to_integral() if number == number.to_integral() else number.normalize():f}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _wrong(value: Any, message: str, hint: str) -> Cleaned:
    return Cleaned("", Level.ERROR, f"“{clip(_shown(value))}”{message}", hint)


_BY_KIND: dict[Kind, Callable[[Any], Cleaned]] = {
    Kind.DAY: _day,
    Kind.PERIOD: _period,
    Kind.YES: _yes,
    Kind.ID: _id,
    Kind.CODE: _code,
    Kind.PHONE: _digits,
}
