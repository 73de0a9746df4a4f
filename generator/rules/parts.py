"""Parts of a figure that do not make its whole, and counts that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Explanation, Finding, Records
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.rules._common import Report

NAME = "parts"
EXPLANATION = Explanation(
    title="分项与总数不符",
    what=(
        "同一个地方、同一期的一个指标,按一个维度分的各项相加不能超过总数(错误);各项都有数、"
        "相加却少的(提示);人、户、件一类数得出来的不能是负数(错误);约数用来算占比的(提示)。"
    ),
    why="检查实践:上报的数、公开的数前后不一,分项加起来不是总数;群众会问,多出来的、少了的是谁。",
    wrong=(
        "- {名称: 党员总数, 期间: 2026, 数值: 425, 单位: 名}\n"
        "- {名称: 党员总数, 期间: 2026, 维度: {身份: 农民}, 数值: 302, 单位: 名}\n"
        "- {名称: 党员总数, 期间: 2026, 维度: {身份: 其他}, 数值: 133, 单位: 名}"
    ),
    right=(
        "- {名称: 党员总数, 期间: 2026, 数值: 425, 单位: 名}\n"
        "- {名称: 党员总数, 期间: 2026, 维度: {身份: 农民}, 数值: 302, 单位: 名}\n"
        "- {名称: 党员总数, 期间: 2026, 维度: {身份: 其他}, 数值: 123, 单位: 名}"
    ),
    mend=(
        "核对总数和各项,改正写错的一个。余下的另写一项(例如“其他”),分不开的在“来源”里写明原因。"
        "一个人可以算进几项的,不要写成同一个维度。"
    ),
    about="目录和统计",
)

_COUNTED = frozenset(
    {
        "人",
        "名",
        "位",
        "户",
        "个",
        "次",
        "人次",
        "件",
        "条",
        "处",
        "家",
        "期",
        "批",
        "场",
        "支",
        "项",
        "所",
        "座",
        "台",
        "套",
        "亩",
        "平方米",
        "平方公里",
        "公里",
        "米",
    }
)
_UNSUMMED = ("率", "比", "平均", "人均", "均价", "幅", "中位")
_CHANGES = ("增", "减", "变化", "差", "净")


def check(records: Records) -> Iterator[Finding]:
    """Wholes with their parts, single figures, figures that shares are made of."""
    for (whole, parts), dimension in _breakdowns(records):
        yield from _compared(records, whole, parts, dimension)
    shares = _shares(records)
    for indicator in records.of(Indicator):
        if indicator.inputs:
            continue
        say, value = Report(NAME, records, indicator), indicator.figure.value
        change = any(word in indicator.name for word in _CHANGES)
        if value is not None and value < 0 and indicator.unit in _COUNTED and not change:
            yield say.error(f"“{indicator.title}”是 {value:f} {indicator.unit},数不出负数", "改正数值或单位", "数值")
        share = shares.get(indicator.name) or shares.get(indicator.binding)
        if indicator.approximate and share:
            message = f"“{indicator.title}”是约数,却用来算“{share}”"
            yield say.note(message, "能填准确数就填准确数;材料里写成“约”", "约数")


def _shares(records: Records) -> dict[str, str]:
    """Indicator → a share that is worked out from it."""
    metrics = [metric for metric in records.of(Metric) if metric.method == "占比"]
    return {name: metric.name for metric in reversed(metrics) for name in metric.reads}


def _breakdowns(records: Records) -> Iterator[tuple[tuple[Indicator, list[Indicator]], str]]:
    """Every whole with the parts of one dimension; averages and shares are no wholes."""
    wholes: dict[tuple[object, ...], Indicator] = {}
    found: dict[tuple[object, ...], dict[str, list[Indicator]]] = defaultdict(lambda: defaultdict(list))
    for indicator in records.of(Indicator):
        key: tuple[object, ...] = (indicator.township, indicator.place, indicator.name, indicator.period)
        if not indicator.dimensions:
            wholes.setdefault(key, indicator)
        elif len(indicator.dimensions) == 1:
            found[key][next(iter(indicator.dimensions))].append(indicator)
    for name, whole in wholes.items():
        if not any(word in whole.name for word in _UNSUMMED) and whole.unit not in ("%", "岁", "倍"):
            for dimension, parts in found[name].items() if name in found else ():
                yield (whole, parts), dimension


def _compared(records: Records, whole: Indicator, parts: list[Indicator], dimension: str) -> Iterator[Finding]:
    written = next((one for one in (whole, *parts) if not one.inputs), None)
    total = whole.figure.value
    if written is None or total is None or any(part.unit != whole.unit for part in parts):
        return
    known = [part.figure.value for part in parts if part.figure.value is not None]
    added = sum(known, Decimal(0))
    say = Report(NAME, records, written)
    sums = f"“{whole.name}”按{dimension}分的各项合计 {added:,f} {whole.unit},总数 {total:,f} {whole.unit}"
    rough = any(one.approximate for one in (whole, *parts))
    if added > total and not rough:
        hint = "核对总数和各项;一个人可以算进几项的,不要写成同一个维度"
        yield say.error(f"{sums},多 {added - total:,f}", hint, "数值")
    elif added < total and len(known) == len(parts) > 1:
        yield say.note(f"{sums},少 {total - added:,f}", "缺的一项补上;不能分的写明原因", "数值")
