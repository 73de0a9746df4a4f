"""公开事项: what must be published, on which basis, how often, which fields, to whom. Only an item opens fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model import Audience, Mode, Record
from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import (
    Day,
    Days,
    LongText,
    Names,
    PlaceCode,
    ShortText,
    YesNo,
    parse_list,
    parse_text,
    refuse,
)
from generator.records._basis import Basis

Frequency = Literal["每月", "每季", "每半年", "每年", "长期", "事后", "不定期"]
LEVELS = 4
"""How deep the catalogue may be: category, two groups, item."""
MONTHS: Mapping[str, int] = {"每月": 1, "每季": 3, "每半年": 6, "每年": 12}


def _elements(value: Any) -> Any:
    """`[期间, {收入: [摘要, 金额]}]` → `("期间", "收入.摘要", "收入.金额")`; a list of rows opens only what it names."""
    if not isinstance(value, (list, tuple)):
        raise refuse("shape", "要素应当是一个列表", "写成 [期间, 期初结存, {收入: [摘要, 金额]}]")
    paths: list[str] = []
    for entry in value:
        if isinstance(entry, dict):
            paths += [f"{parse_text(label)}.{child}" for label, below in entry.items() for child in _elements(below)]
        else:
            paths.append(parse_text(entry))
    return tuple(paths)


def _openings(value: Any) -> Any:
    """`{社会: 公开, 本村: 遮盖}` → {Audience: Mode}."""
    if not isinstance(value, dict):
        raise refuse("shape", "对象应当写成 {社会: 公开, 本村: 公开}", "冒号左边写对象,右边写 公开、遮盖或合计")
    return dict(_opening(label, word) for label, word in value.items())


def _opening(label: str, word: Any) -> tuple[Audience, Mode]:
    audience = Audience.labelled(label)
    if audience is None:
        raise refuse("audience", f"没有“{clip(label)}”这个对象", "对象有:社会、本村、党内、审阅")
    if word not in [mode.value for mode in Mode]:
        raise refuse("mode", f"“{clip(word)}”不是公开方式", "写 公开、遮盖 或 合计")
    return audience, Mode(word)


def _conditions(value: Any) -> Any:
    """`{类别: 村民委员会}` or `{类别: [党支部, 党总支]}` → {label: set of texts}."""
    if not isinstance(value, dict):
        raise refuse("shape", "条件应当写成 {字段: 值}", "例如 {类别: 村民委员会}")
    if blank := next((label for label, words in value.items() if words in (None, [])), None):
        raise refuse("empty", f"条件“{clip(blank)}”没有写值", "写成 {类别: 村民委员会},没有条件就删去")
    return {label: frozenset(parse_text(word) for word in parse_list(words)) for label, words in value.items()}


def _two_at_most(groups: tuple[str, ...]) -> tuple[str, ...]:
    if len(groups) > LEVELS - 2:
        raise refuse("groups", f"分组写了{len(groups)}层", "最多写两层:类别、两层分组、事项,一共四级")
    return groups


def _masks(value: Any) -> Any:
    """`{本村: group-number}` → {Audience: id of the profile}."""
    if not isinstance(value, dict):
        raise refuse("shape", "遮盖办法应当写成 {本村: group-number}", "冒号左边写对象,右边写遮盖办法的编号")
    found = {}
    for label, name in value.items():
        audience = Audience.labelled(label)
        if audience is None:
            raise refuse("audience", f"没有“{clip(label)}”这个对象", "对象有:社会、本村、党内、审阅")
        found[audience] = parse_text(name)
    return found


MaskNames = Annotated[dict[Audience, str], BeforeValidator(_masks)]
Elements = Annotated[tuple[str, ...], BeforeValidator(_elements)]
Openings = Annotated[dict[Audience, Mode], BeforeValidator(_openings)]
Conditions = Annotated[dict[str, frozenset[str]], BeforeValidator(_conditions)]


def holds(record: Record, conditions: Mapping[str, frozenset[str]]) -> bool:
    """Whether the record's fields have the texts that the conditions ask for."""
    if not conditions:
        return True
    names = _names(type(record))
    return all(label in names and getattr(record, names[label]) in words for label, words in conditions.items())


@cache
def _names(kind: type[Record]) -> Mapping[str, str]:
    """Label → name in the program."""
    return {str(field.alias): name for name, field in kind.model_fields.items()}


class Deadline(Row):
    """When publishing falls due: so many days after the trigger."""

    trigger: Literal["期末", "事件"] = Field(alias="触发", description="从期末起算还是从事件起算")
    days: Days = Field(alias="天数", description="几天以内")
    calendar: Literal["日历日", "工作日"] = Field("日历日", alias="历", description="按日历日还是工作日")


class FormerItem(Row):
    """What was otherwise under an earlier law; what is not written was as it is now."""

    until: Day = Field(alias="至", description="用到哪一天为止")
    frequency: Frequency | None = Field(None, alias="频次", description="当时多久公开一次")
    deadline: Deadline | None = Field(None, alias="期限", description="当时最迟什么时候")
    board_days: Days | None = Field(None, alias="公示天数", description="当时在公开栏上至少几天;没有要求写 0")
    required: YesNo = Field(True, alias="应公开", description="当时要不要公开")


class FieldException(Row):
    """Fields that an audience sees otherwise than the item's default: masked, as a total, or at all."""

    fields: Names = Field(alias="字段", description="字段,行内字段写成 收入.经手人")
    openings: Openings = Field(alias="对象", description="只对这些对象、按这种方式公开")


class DisclosureItem(Record):
    """One entry of the disclosure catalogue."""

    family: ClassVar[str] = "item"
    label: ClassVar[str] = "公开事项"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="事项", description="事项名称")
    category: Literal["党务公开", "村务公开", "财务公开", "基本情况"] = Field(alias="类别", description="归哪一类")
    groups: Annotated[Names, AfterValidator(_two_at_most)] = Field(
        (), alias="分组", description="类别以下再分的层次,最多两层,例如 [惠农补贴]"
    )
    regions: tuple[PlaceCode, ...] = Field((), alias="适用地区", description="只在这些区划代码的地方适用;不写就是全国")
    bases: tuple[Basis, ...] = Field(alias="依据", description="法规和条号")
    data: ShortText | None = Field(None, alias="数据", description="用哪一类记录,例如 finance;没有对应记录的不写")
    conditions: Conditions = Field(
        default_factory=dict, alias="条件", description="只适用于这样的记录,例如 {类别: 党支部}"
    )
    elements: Elements = Field((), alias="要素", description="公开哪些字段;没有列出的一律不公开")
    required: Elements = Field((), alias="必填", description="要素里哪些不能空着;行内字段有一行就查一行")
    content: LongText | None = Field(None, alias="内容", description="没有对应记录时,应公开的内容")
    frequency: Frequency = Field(alias="频次", description="多久公开一次")
    deadline: Deadline | None = Field(None, alias="期限", description="最迟什么时候")
    board_days: Days | None = Field(None, alias="公示天数", description="在公开栏上至少几天")
    publisher: ShortText = Field(alias="主体", description="由谁公开")
    levels: Names = Field(alias="层级", description="乡镇、村、社区中的哪几级要公开")
    channels: Names = Field(("公开栏", "网站"), alias="渠道", description="公开的渠道")
    openings: Openings = Field(alias="对象", description="对谁公开、怎样公开")
    exceptions: tuple[FieldException, ...] = Field((), alias="例外", description="个别字段对某些对象另行规定")
    masks: MaskNames = Field(
        default_factory=dict,
        alias="遮盖办法",
        description="对谁按哪一种办法遮盖,例如 {本村: group-number};不写就是留姓",
    )
    approval: YesNo = Field(True, alias="须审批", description="是不是要有审批过的公开记录才能上网")
    former: tuple[FormerItem, ...] = Field(
        (), alias="旧规", description="法规修改以前的要求;以前的公开按当时的要求检查"
    )

    @property
    def shelf(self) -> tuple[str, ...]:
        """Where it stands in the catalogue, outermost first; with its own name four levels at most."""
        return (self.category, *self.groups)

    @property
    def frequencies(self) -> tuple[str, ...]:
        """How often it has had to be published, now and under earlier laws."""
        return tuple(dict.fromkeys((self.frequency, *(old.frequency for old in self.former if old.frequency))))

    def on(self, day: date) -> DisclosureItem | None:
        """The item as the law had it on that day; None when it did not have to be published then."""
        older = [former for former in self.former if day <= former.until]
        if not older:
            return self
        then = min(older, key=lambda former: former.until)
        changes = {name: getattr(then, name) for name in ("frequency", "deadline", "board_days")}
        changed = {name: value for name, value in changes.items() if value is not None}
        return self.model_copy(update=changed) if then.required else None

    def applies(self, record: Record) -> bool:
        """Whether the record is of the family and kind that this item publishes."""
        if self.data != record.family:
            return False
        return holds(record, self.conditions)

    def mode(self, path: str, audience: Audience) -> Mode | None:
        """How far the field is open to the audience: the widest of what every audience it sees was granted."""
        exception = next((e for e in self.exceptions if path in e.fields), None)
        if exception is None and path not in self.elements:
            return None
        granted = exception.openings if exception else self.openings
        return Mode.widest({mode for other, mode in granted.items() if audience.sees(other)})

    def mask(self, audience: Audience) -> str:
        """The id of the profile for the audience: its own, else that of the widest audience below it that has one."""
        return next(
            (self.masks[other] for other in reversed(Audience) if audience.sees(other) and other in self.masks), ""
        )

    def reaches(self, audience: Audience) -> bool:
        """Whether anything of the item is open to the audience by default."""
        return any(audience.sees(other) for other in self.openings)
