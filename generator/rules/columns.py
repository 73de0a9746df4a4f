"""A local column that no local rule asks for, or that a local rule asks for wrongly.

What: a label that begins with `x_` must be declared, for this kind of record, by a rule of the township's own province,
city or county; and a declared column must begin with `x_` and belong to an item that publishes records.

Why: a column is open only where a local rule says so. A misspelt one would be kept in the file, and neither shown nor
missed by anybody.

Example: `x_权属证书号: 示2026-17` where the county's rule has x_权属证号; `列: 权属证号` in the rule itself.

Mend: use the column that the finding offers, or have the local rule in `jurisdictions/` declare it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import LocalCatalogue, local
from generator.model import Finding, Record, Records, nearest
from generator.model.record import EXTRA
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.rules._common import Report

NAME = "columns"
TITLE = "附加列有误"


def check(records: Records) -> Iterator[Finding]:
    """What local rules declare, then what records hold."""
    for rule in records.of(Jurisdiction):
        yield from _declared(Report(NAME, records, rule), rule)
    for record in records:
        if record.extras:
            yield from _written(Report(NAME, records, record), record, local(records, record.township))


def _declared(say: Report, rule: Jurisdiction) -> Iterator[Finding]:
    for index, column in enumerate(rule.columns):
        if not column.name.startswith(EXTRA) or column.name == EXTRA:
            yield say.error(
                f"附加列“{column.name}”不是以 {EXTRA} 开头",
                f"写成 {EXTRA}{column.name.removeprefix(EXTRA)}",
                "附加列",
                index,
                "列",
            )
        item = say.records.get(DisclosureItem, f"{DisclosureItem.family}/{column.item}")
        if item is not None and item.data is None:
            hint = "换一个写了“数据”的事项,或把要多公开的写进“说明”"
            yield say.error(f"事项“{column.item}”没有写“数据”,没有记录可以加列", hint, "附加列", index, "事项")


def _written(say: Report, record: Record, here: LocalCatalogue) -> Iterator[Finding]:
    mine = {item.id for item in here.publishing(record)}
    declared = [column for column in here.columns if column.item in mine]
    names = [column.name for column in declared]
    for label in record.extras:
        if label in names:
            continue
        others = [here.item(column.item) for column in here.columns if column.name == label]
        named = "、".join(item.name for item in others if item is not None)
        if named:
            yield say.error(f"“{label}”只用于“{named}”的记录", "删去这一列,或改正这条记录的类别", label)
        else:
            hint = nearest(label, names) or (
                f"可以写:{'、'.join(names)}" if names else "先写进地方规定的“附加列”,或删去"
            )
            yield say.error(f"当地没有规定{record.label}有“{label}”这一列", hint, label)
