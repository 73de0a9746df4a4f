"""统计口径: how a figure is computed from others — sum, count, share, growth, weighted average, tiers — as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from pydantic import Field

from generator.model import Record
from generator.model.record import Row
from generator.model.types import Count, LongText, Names, Number, ShortText
from generator.records.item import Conditions

Method = Literal["合计", "计数", "求和", "占比", "差额", "增幅", "加权平均", "平均", "分档"]
NEEDS: dict[str, tuple[str, ...]] = {
    "合计": ("指标",),
    "计数": ("数据",),
    "求和": ("数据", "字段"),
    "占比": ("分子", "分母"),
    "差额": ("分子", "分母"),
    "增幅": ("指标",),
    "加权平均": ("指标", "权重"),
    "平均": ("指标",),
    "分档": ("指标", "档"),
}
"""Method → the labels without which it cannot be worked out."""
OVER_VILLAGES = frozenset({"合计", "加权平均", "平均", "分档"})
MAX_DIGITS = 6


class Tier(Row):
    """One threshold: who reaches it is counted."""

    name: ShortText = Field(alias="档", description="例如 20万元以上")
    least: Number = Field(alias="下限", description="达到多少(含)算这一档,单位与指标相同")


class Metric(Record):
    """A computed figure. 合计 加权平均 平均 分档 go over the villages, the others over what one place has.

    An indicator is named as prose names it: `党员总数` with all its parts, `党员总数_60岁以上` for one part of it.
    """

    family: ClassVar[str] = "metric"
    label: ClassVar[str] = "统计口径"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="算出来的指标叫什么,材料里用它取数")
    theme: ShortText = Field(alias="主题", description="归到哪一张统计表")
    method: Method = Field(alias="算法", description="怎样算;计数时一条记录写了几个的,按写的个数算")
    unit: ShortText | None = Field(None, alias="单位", description="单位;不写就用原来指标的单位")
    indicator: ShortText | None = Field(None, alias="指标", description="合计、增幅、平均、分档用哪个指标")
    minuend: ShortText | None = Field(
        None, alias="分子", description="占比的分子,或差额的被减数(后来的数);某一类写成 党员总数_60岁以上"
    )
    base: ShortText | None = Field(None, alias="分母", description="占比的分母,或差额的减数(原来的数)")
    weight: ShortText | None = Field(None, alias="权重", description="加权平均的权重是哪个指标,例如 人口")
    against: Literal["上期", "去年同期"] = Field("上期", alias="对比期", description="增幅与哪一期比")
    data: ShortText | None = Field(None, alias="数据", description="计数、求和用哪一类记录,例如 project")
    conditions: Conditions = Field(
        default_factory=dict, alias="条件", description="只算这样的记录,例如 {状态: 在建};行内字段写成 资金来源.来源"
    )
    field: ShortText | None = Field(None, alias="字段", description="求和的字段;行内字段写成 资金来源.金额")
    by: ShortText | None = Field(None, alias="分组", description="按哪个字段分开算,例如 类别、资金来源.来源")
    cycle: Literal["每季", "每年", "全部"] = Field("全部", alias="周期", description="计数、求和按期分开还是不分期")
    dated: ShortText | None = Field(
        None, alias="归期字段", description="按哪个字段归到期里,例如 验收.日期;不写就按期间、日期、登记日期、自"
    )
    levels: Names = Field(("乡镇",), alias="层级", description="算到哪几级:乡镇、村")
    tiers: tuple[Tier, ...] = Field((), alias="档", description="分档的各档,高的在前低的在前都可以")
    digits: Count | None = Field(None, alias="小数", description="保留几位小数")
    note: LongText | None = Field(None, alias="说明", description="口径的说明")

    @property
    def reads(self) -> tuple[str, ...]:
        """The indicators that it is worked out from, as prose names them."""
        named = {
            "占比": (self.minuend, self.base),
            "差额": (self.minuend, self.base),
            "加权平均": (self.indicator, self.weight),
            "计数": (),
            "求和": (),
        }
        return tuple(name for name in named.get(self.method, (self.indicator,)) if name)

    @property
    def gives(self) -> tuple[str, ...]:
        """The names of the indicators that it makes."""
        if self.method != "分档":
            return (self.name,)
        tiers = (f"{self.name}{tier.name}村{word}" for tier in self.tiers for word in ("数", "占比"))
        return (f"{self.name}统计村数", *tiers)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The labels that the method needs and that are not written."""
        written = {str(info.alias): getattr(self, name) for name, info in type(self).model_fields.items()}
        return tuple(label for label in NEEDS[self.method] if not written[label])


def plain(name: str) -> str:
    """The indicator of which a part is named: `党员总数_60岁以上` → `党员总数`."""
    return name.partition("_")[0]


def is_bindable(name: str) -> bool:
    """Whether prose can take a figure by this name."""
    return name.isidentifier() and "_" not in name


def in_order(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """The metrics, each after those it is worked out from; those that go in circles are left out."""
    metrics = tuple(metrics)
    needs = _needs(metrics)
    turning = {start for start in needs if start in _reach(needs, start)}
    done: set[str] = set(turning)
    ordered: list[Metric] = []
    waiting = [metric for metric in metrics if metric.id not in turning]
    while waiting:
        ready = [metric for metric in waiting if needs[metric.id] <= done]
        ordered += ready
        done.update(metric.id for metric in ready)
        waiting = [metric for metric in waiting if metric.id not in done]
    return tuple(ordered)


def circles(metrics: Iterable[Metric]) -> Iterator[tuple[Metric, ...]]:
    """Each circle once, beginning with the metric that stands first."""
    metrics = tuple(metrics)
    needs = _needs(metrics)
    seen: set[str] = set()
    for metric in metrics:
        reach = _reach(needs, metric.id)
        if metric.id in reach and metric.id not in seen:
            together = {name for name in reach if metric.id in _reach(needs, name)}
            seen |= together
            yield tuple(other for other in metrics if other.id in together)


def _needs(metrics: tuple[Metric, ...]) -> dict[str, set[str]]:
    """Metric → the metrics that it is worked out from; a sum over villages may bear the name of what it sums."""
    makers: dict[str, set[str]] = {}
    for metric in metrics:
        for name in metric.gives:
            makers.setdefault(name, set()).add(metric.id)
    needs: dict[str, set[str]] = {}
    for metric in metrics:
        found: set[str] = set()
        for name in metric.reads:
            found |= makers.get(name) or makers.get(plain(name)) or set()
        needs[metric.id] = found - {metric.id} if metric.method in OVER_VILLAGES else found
    return needs


def _reach(needs: dict[str, set[str]], start: str) -> set[str]:
    """Everything that the metric is worked out from, at first or second hand."""
    found: set[str] = set()
    waiting = list(needs[start])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += needs.get(one, ())
    return found
