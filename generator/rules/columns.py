"""A local column (`x_…`) that no local rule asks for, or that a local rule asks for wrongly: it would be shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import LocalCatalogue, local
from generator.model import Explanation, Finding, Record, Records, nearest
from generator.model.record import EXTRA
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.rules._common import Report

NAME = "columns"
EXPLANATION = Explanation(
    title="附加列有误",
    what=(
        "以 x_ 开头的附加列,要由本省、本市、本县的地方规定为这一类记录写明;"
        "地方规定里的附加列要以 x_ 开头,它的事项要写“数据”。都是错误。"
    ),
    why="检查实践:内容不全。附加列只有地方规定写明才公开,写错一个字,数据留在文件里,页面上没有,也没有人发现少了。",
    wrong="名称: 刘村党支部\n类别: 党支部\nx_活动室面职: 60平方米",
    right="名称: 刘村党支部\n类别: 党支部\nx_活动室面积: 60平方米",
    mend=(
        "照提示改成规定里的列名。规定里没有、确实要公开的,"
        "先写进 data/catalogue/jurisdictions/ 里本县的“附加列”;不公开的,删去。"
    ),
    about="写法和文件",
)


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
