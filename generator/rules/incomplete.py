"""What the catalogue asks for is left empty, or a period in the middle is missing (F3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.catalogue import local
from generator.model import Explanation, Finding, Level, Record, Records, Where
from generator.model.record import EXTRA, Row
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common import Report
from generator.rules._common.backlog import Told, backlog, place_name, span

NAME = "incomplete"
EXPLANATION = Explanation(
    title="内容不全",
    what=(
        "已经公开的记录,公开事项的“必填”里写的要素空着(警告,一条记录合成一处);公开记录既没有“记录”也没有“正文”(警告);"
        "前后各期都公开了、中间缺一期的(警告)。没有公开的草稿不查。财务的表本身缺一期的,由 carry 指出。"
    ),
    why=(
        "《农村集体经济组织财务公开规定》(农经发〔2011〕13号):逐项逐笔公开;《村民委员会组织法》第三十五条列举了要公布的内容。"
        "检查实践:内容不全、缺月,群众看不出钱花在哪里。"
    ),
    wrong="期初结存: 96,020.00\n期末结存: 96,020.00\n现金: 1,020.00      # 没有银行存款、制表、审核",
    right="期初结存: 96,020.00\n期末结存: 96,020.00\n现金: 1,020.00\n银行存款: 95,000.00\n制表: 安平镇会计服务中心\n审核: 刘村村务监督委员会",
    mend="对照原件把空着的补上;原件上也没有的,先把原件补全,重新张贴。缺的一期公开后补一条公开记录;公开后改内容,写“更正”。",
    inspection="F3",
)

_NAMED = 6
"""So many empty fields are named one by one."""


def check(records: Records) -> Iterator[Finding]:
    """The catalogue itself, what was published, and the periods between others."""
    for item in records.of(DisclosureItem):
        yield from _asked(Report(NAME, records, item), item)
    shown: dict[str, tuple[Record, list[DisclosureItem]]] = {}
    for publication in records.of(PublicationRecord):
        if publication.exempt is None and publication.released(records.today):
            yield from _published(records, publication, shown)
    for record, items in shown.values():
        yield from _blanks(Report(NAME, records, record), record, items)
    for series, run in backlog(records).runs[Told.HOLE]:
        place = f"{series.township}/{Place.family}/{series.place}"
        found = records.get(Place, place)
        what = f"“{series.item.name if series.item else run[0].item}”"
        message = (
            f"{place_name(records, series.township, series.place)}{what}缺{span(run)},前后各期都公开了,"
            f"应当在 {run[0].due} 以前公开"
        )
        hint = "公开后补一条公开记录;这一期没有这一项,就写“不适用: 原因”并经审批"
        yield Finding(NAME, Level.WARNING, records.where(found) if found else Where(place), message, hint, place)


def _asked(say: Report, item: DisclosureItem) -> Iterator[Finding]:
    """What must not be empty must be open to somebody at all."""
    opened = _open(item)
    for index, path in enumerate(item.required):
        if path not in opened:
            message = f"“必填”里的“{path}”不在“要素”里,不公开的不能要求公开时填"
            yield say.warning(message, "照“要素”里的写法改正,或从“必填”里删去", "必填", index)


def _open(item: DisclosureItem) -> frozenset[str]:
    """The fields that it opens, and the lists that hold some of them."""
    return frozenset(item.elements) | {path.rpartition(".")[0] for path in item.elements}


def _published(
    records: Records, publication: PublicationRecord, shown: dict[str, tuple[Record, list[DisclosureItem]]]
) -> Iterator[Finding]:
    """Notes the records that it publishes under their items; a publication of nothing at all is a finding."""
    here = local(records, publication.township)
    items = [item for name in publication.items if (item := here.item(name)) is not None]
    found = [record for name in publication.records if (record := records.find(f"{publication.township}/{name}"))]
    if not publication.records:
        of_period = records.once(_of_period).get((publication.township, publication.place, publication.period), ())
        found = [record for record in of_period if any(item.applies(record) for item in items)]
    for record in found:
        asking = shown.setdefault(record.key, (record, []))[1]
        asking += [item for item in items if item.applies(record) and item not in asking]
    if not found and not publication.records and publication.text is None and items:
        named = "、".join(f"“{item.name}”" for item in items)
        message = f"公开了{named},没有写“记录”,也没有写“正文”,看不出公开了什么"
        yield Report(NAME, records, publication).warning(message, "写上公开的是哪几条记录,或者写“标题”和“正文”")


def _of_period(records: Records) -> dict[tuple[str, str, Any], list[Record]]:
    """(township, place, period) → the records of that period."""
    found: dict[tuple[str, str, Any], list[Record]] = defaultdict(list)
    for record in records:
        period = getattr(record, "period", None)
        if period is not None and not isinstance(record, PublicationRecord):
            found[record.township, getattr(record, "place", ""), period].append(record)
    return found


def _blanks(say: Report, record: Record, items: list[DisclosureItem]) -> Iterator[Finding]:
    """All that one record lacks, in one finding."""
    asked = dict.fromkeys(path for item in items for path in item.required if path in _open(item))
    empty = [path for path in asked if not path.startswith(EXTRA) and _empty(record, path)]
    if empty:
        named = [item.name for item in items if any(path in item.required for path in empty)]
        said = "、".join(path.replace(".", "的") for path in empty[:_NAMED]) + ("等" if len(empty) > _NAMED else "")
        message = f"公开了“{'、'.join(named)}”,{said}空着"
        yield say.warning(message, "对照原件补上;公开后补的,在公开记录里写“更正”", "编号")


def _empty(row: Row, path: str) -> bool:
    """Whether the field is empty; of a list of rows, in any row that there is."""
    label, _, rest = path.partition(".")
    name = _fields(type(row)).get(label)
    if name is None:
        return False  # the openings rule says so
    value: Any = getattr(row, name)
    if not rest:
        return value is None or value == ()
    rows = value if isinstance(value, tuple) else (value,)
    return any(isinstance(one, Row) and _empty(one, rest) for one in rows)


@cache
def _fields(kind: type[Row]) -> dict[str, str]:
    """Label → field."""
    return {str(field.alias): name for name, field in kind.model_fields.items()}
