"""A catalogue item, or a record's own closure, that speaks of what does not exist.

Only the catalogue opens anything: a misspelt field is seen by nobody, a misspelt exception or closure by everybody. No page shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model import Audience, Explanation, Finding, Record, Records, nearest
from generator.model.record import EXTRA, Row, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.place import Place
from generator.rules._common import Report
from generator.rules._common.words import allowed

NAME = "openings"
EXPLANATION = Explanation(
    title="目录开放了不存在的内容",
    what=(
        "公开目录的“数据”“要素”“例外”“条件”“层级”里写的词都要有;收入、"
        "名单一类的表要写明公开哪几列;附加列要先由地方规定写明。"
        "记录自己的“不公开”写的对象和字段也要有。只写要素、没有写数据的是警告,其余是错误。"
    ),
    why=(
        "《个人信息保护法》第六条:只处理达到目的所必需的最少信息。公开目录是唯一的开关:要素写错一个字,"
        "这一项谁也看不到;“例外”“不公开”写错一个字,该遮住的名字人人看得到。看网页发现不了。"
    ),
    wrong="数据: finance\n要素: [期间, 期初余额, 收入, 期末结存]",
    right="数据: finance\n要素: [期间, 期初结存, {收入: [摘要, 金额]}, 期末结存]",
    mend=(
        "照提示改成字段的名称;有几列的写成 {收入: [摘要, 金额]} 或 收入.金额。改好后再检查一次,到网页上看这一项在不在。"
    ),
    about="目录和统计",
    acceptable=False,
)

_FAMILIES = {kind.family: kind for kind in TOWNSHIP_KINDS}
_DEPTH = 8
_SHOWN = 20  # that many words fit a hint


def check(records: Records) -> Iterator[Finding]:
    """The catalogue's items, then what records close themselves."""
    for item in records.of(DisclosureItem):
        yield from _item(Report(NAME, records, item), item)
    for record in records:
        if record.closures:
            yield from _closures(Report(NAME, records, record), record)


def _item(say: Report, item: DisclosureItem) -> Iterator[Finding]:
    yield from _levels(say, item)
    kind = _FAMILIES.get(item.data or "")
    if kind is not None:
        yield from _elements(say, item, kind)
        yield from _conditions(say, item, kind)
    elif item.data is not None:
        hint = nearest(item.data, _FAMILIES) or f"可以写:{'、'.join(_FAMILIES)}"
        yield say.error(f"没有“{item.data}”这一类记录", hint, "数据")
    elif item.elements:
        yield say.warning("没有写“数据”,要素不会公开任何内容", "写上“数据: …”,或把要公开什么写进“内容”", "要素")


def _elements(say: Report, item: DisclosureItem, kind: type[Record]) -> Iterator[Finding]:
    columns = say.records.once(_columns).get(item.id, [])
    for path in item.elements:
        yield from _column(say, path, columns, "要素") if path.startswith(EXTRA) else _field(say, kind, path, "要素")
    for index, exception in enumerate(item.exceptions):
        for position, path in enumerate(exception.fields):
            place = ("例外", index, "字段", position)
            yield from (
                _column(say, path, columns, *place) if path.startswith(EXTRA) else _field(say, kind, path, *place)
            )


def _columns(records: Records) -> dict[str, list[str]]:
    """Item → the columns that local rules ask for."""
    found: dict[str, list[str]] = {}
    for rule in records.of(Jurisdiction):
        for column in rule.columns:
            found.setdefault(column.item, []).append(column.name)
    return found


def _column(say: Report, path: str, columns: list[str], *place: str | int) -> Iterator[Finding]:
    if path not in columns:
        hint = nearest(path, columns) or "先在地方规定里为这个事项写上这一附加列"
        yield say.error(f"没有地方规定要求这个事项有“{path}”这一列", hint, *place)


def _field(say: Report, kind: type[Record], path: str, *place: str | int) -> Iterator[Finding]:
    paths = _paths(kind)
    if path not in paths:
        hint = nearest(path, paths) or f"可以写:{'、'.join(_labels(kind))}"
        yield say.error(f"{kind.label}里没有“{path}”", hint, *place)
    elif paths[path] is not None:
        columns = "、".join(_labels(paths[path]))
        hint = f"写明哪几项,例如 {path}.金额 或 {{{path}: [金额]}};可以写:{columns}"
        yield say.error(
            f"“{path}”下面还有几项,只写“{path}”什么也不指", hint.replace("金额", columns.split("、")[0]), *place
        )


def _conditions(say: Report, item: DisclosureItem, kind: type[Record]) -> Iterator[Finding]:
    fields = {str(field.alias) for field in kind.model_fields.values()}
    for label, words in item.conditions.items():
        if label not in fields:
            hint = nearest(label, _labels(kind)) or f"可以写:{'、'.join(_labels(kind))}"
            yield say.error(f"{kind.label}里没有“{label}”", hint, "条件", label)
            continue
        known = allowed(say.records, kind, label)
        for word in sorted(map(str, words)):
            if known and word not in known:
                hint = nearest(word, known) or f"可以写:{'、'.join(known[:_SHOWN])}"
                yield say.error(f"“{label}”不会是“{word}”", hint, "条件", label)


def _levels(say: Report, item: DisclosureItem) -> Iterator[Finding]:
    levels = get_args(Place.model_fields["level"].annotation)
    for index, level in enumerate(item.levels):
        if level not in levels:
            yield say.error(f"没有“{level}”这一级", f"可以写:{'、'.join(levels)}", "层级", index)


def _closures(say: Report, record: Record) -> Iterator[Finding]:
    paths = _paths(type(record))
    for index, closure in enumerate(record.closures):
        if Audience.labelled(closure.audience) is None:
            words = [audience.label for audience in Audience]
            hint = nearest(closure.audience, words) or f"可以写:{'、'.join(words)}"
            yield say.error(f"没有“{closure.audience}”这个对象", hint, "不公开", index, "对象")
        for position, path in enumerate(closure.fields):
            place = ("不公开", index, "字段", position)
            if path in _identity(type(record)):
                hint = "整条都不公开,就删去“字段”;要公开这一条,就不能藏起它的名字"
                yield say.error(f"“{path}”用来认这一条记录,不能单独不公开", hint, *place)
            elif path not in paths and path not in record.extras:
                hint = nearest(path, paths) or f"可以写:{'、'.join(_labels(type(record)))}"
                yield say.error(f"{record.label}里没有“{path}”,不会有内容因此不公开", hint, *place)


def _identity(kind: type[Record]) -> set[str]:
    """The labels that stay when anything of a record is open."""
    return {str(field.alias) for name, field in kind.model_fields.items() if name in kind.identity}


def _labels(kind: Any) -> list[str]:
    """The labels of a family or row that a catalogue may speak of."""
    return [label for label in _paths(kind) if "." not in label]


@cache
def _paths(kind: type[Row], depth: int = _DEPTH) -> dict[str, type[Row] | None]:
    """Every path of the family, `收入.金额` for columns → the row it leads to, None for a single value."""
    found: dict[str, type[Row] | None] = {}
    for name, field in kind.model_fields.items():
        label = str(field.alias)
        if label.startswith("@") or name == "closures":
            continue
        row = row_in(field.annotation)
        found[label] = row
        if row is not None and depth:
            found |= {f"{label}.{below}": inner for below, inner in _paths(row, depth - 1).items()}
    return found
