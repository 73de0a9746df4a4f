"""A way of masking that does not exist, or a list that the catalogue shows to society by name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Audience, Explanation, Finding, Mode, Records, nearest
from generator.records.item import DisclosureItem
from generator.records.mask import MaskProfile
from generator.records.roster import Roster
from generator.rules._common import Report

NAME = "masks"
EXPLANATION = Explanation(
    title="遮盖办法不对",
    what="公开目录里写的遮盖办法要在 masks/ 里有（错误）；名单的姓名不许对社会公开（错误）；对本村公开全名的要有理由（警告）。",
    why="《个人信息保护法》第二十五条：没有本人单独同意，不得公开其个人信息；检查实践：名单带姓名上网是检察公益诉讼查得最多的一类。",
    wrong="对象: {社会: 公开}\n遮盖办法: {本村: xing}",
    right="对象: {本村: 公开}\n例外:\n  - {字段: [名单.姓名], 对象: {本村: 遮盖, 审阅: 公开}}\n遮盖办法: {本村: surname}",
    mend="遮盖办法写 masks/ 里有的编号；名单的姓名在“例外”里写成对本村遮盖。",
    about="目录和统计",
)
_NAMES = "名单.姓名"


def check(records: Records) -> Iterator[Finding]:
    """The items of the catalogue; a profile that is missing is replaced by the default, which masks."""
    known = {profile.id for profile in records.of(MaskProfile)}
    for item in records.of(DisclosureItem):
        say = Report(NAME, records, item)
        for audience, name in item.masks.items():
            if name not in known:
                hint = nearest(name, known) or f"可以写:{'、'.join(sorted(known))}"
                yield say.error(f"没有“{name}”这一种遮盖办法", hint, "遮盖办法", audience.label)
        if item.data == Roster.family:
            yield from _named(say, item)


def _named(say: Report, item: DisclosureItem) -> Iterator[Finding]:
    if item.mode(_NAMES, Audience.PUBLIC) in (Mode.OPEN, Mode.MASKED):
        yield say.error("名单的姓名对社会公开了", "在“例外”里写:字段 名单.姓名,对象 本村 遮盖、审阅 公开", "对象")
    elif item.mode(_NAMES, Audience.VILLAGE) is Mode.OPEN:
        yield say.warning("名单对本村公开全名", "在“例外”里写:字段 名单.姓名,对象 本村 遮盖、审阅 公开", "对象")
