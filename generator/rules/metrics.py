"""A metric that cannot be worked out. A wrong word there reaches every township and leaves a column empty, unseen."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.model import Explanation, Finding, Record, Records, nearest
from generator.records import TOWNSHIP_KINDS
from generator.records._counting import dates_of, is_dated, is_number, list_of
from generator.records._paths import field_at, labels
from generator.records.indicator import Indicator
from generator.records.metric import MAX_DIGITS, Metric, circles, is_bindable, plain
from generator.rules._common import Report
from generator.rules._common.words import allowed

NAME = "metrics"
EXPLANATION = Explanation(
    title="统计口径算不出来",
    what=(
        "统计口径要写全它的算法用到的项;写的指标、数据、字段、词都要有;两个口径不能算出同一个名称;"
        "名称要能在材料里取数;不能自己算自己,也不能绕成圈。都是错误;名称像是写错的指标是警告,"
        "还没有人填报的指标是提示。"
    ),
    why=(
        "检查实践:数据不实、口径不一。目录里的一个口径,各乡镇都用;错一个字,整列是空的,或者数了不该数的,谁也看不出来。"
    ),
    wrong="名称: 能人占比\n算法: 占比\n分子: 能人干部",
    right="名称: 能人占比\n算法: 占比\n分子: 能人干部\n分母: 三大职干部",
    mend="照提示补上缺的一项,或改成已有的名称。还没有人填报的指标不用改,有地方填报后自动计算。",
    about="目录和统计",
)

_FAMILIES = {kind.family: kind for kind in TOWNSHIP_KINDS if kind is not Indicator}
_LIKE = 0.75  # so much alike that it is rather a slip than a figure that nobody has filled in yet
_LEVELS = ("乡镇", "村", "社区", "县区")


def check(records: Records) -> Iterator[Finding]:
    """Each metric by itself, then all of them together."""
    metrics = records.of(Metric)
    if not metrics:
        return
    known, makers = _known(records, metrics), {name for metric in metrics if metric.by for name in metric.gives}
    for metric in metrics:
        say = Report(NAME, records, metric)
        yield from _complete(say, metric)
        yield from _indicators(say, metric, known, makers)
        yield from _counted(say, metric)
        yield from _names(say, metric)
    yield from _twice(records, metrics)
    for circle in circles(metrics):
        names = " → ".join(metric.name for metric in (*circle, circle[0]))
        message = f"算法绕成了圈:{names}" if len(circle) > 1 else f"“{circle[0].name}”要用它自己来算"
        yield Report(NAME, records, circle[0]).error(message, "其中一个改用填报的指标", "名称")


def _complete(say: Report, metric: Metric) -> Iterator[Finding]:
    for label in metric.lacks:
        yield say.error(f"“{metric.method}”要写“{label}”,没有写", f"补上“{label}”,或换一种算法", "算法")
    for index, level in enumerate(metric.levels):
        if level not in _LEVELS:
            yield say.error(f"没有“{level}”这一级", nearest(level, _LEVELS) or "层级写 乡镇、村", "层级", index)
    if metric.digits is not None and metric.digits > MAX_DIGITS:
        yield say.error(f"保留{metric.digits}位小数太多", f"最多{MAX_DIGITS}位", "小数")


def _known(records: Records, metrics: tuple[Metric, ...]) -> set[str]:
    """Every name that a figure has or may come to have."""
    alike = {(one.name, *one.dimensions.values()): one for one in records.of(Indicator)}  # of all places and periods
    named = {name for indicator in alike.values() for name in (indicator.name, indicator.binding)}
    return named | records.named | {name for metric in metrics for name in metric.gives}


def _indicators(say: Report, metric: Metric, known: set[str], makers: set[str]) -> Iterator[Finding]:
    fields = (("指标", metric.indicator), ("分子", metric.minuend), ("分母", metric.base), ("权重", metric.weight))
    for label, name in fields:
        if name is None or name not in metric.reads or name in known or plain(name) in makers:
            continue
        if difflib.get_close_matches(name, known, cutoff=_LIKE):
            yield say.warning(f"没有叫“{name}”的指标", nearest(name, known), label)
        else:
            yield say.note(f"还没有地方填报“{name}”", "有地方填报后自动计算;名称写错就改正", label)


def _counted(say: Report, metric: Metric) -> Iterator[Finding]:
    if metric.method not in ("计数", "求和") or metric.data is None:
        return
    kind = _FAMILIES.get(metric.data)
    if kind is None:
        hint = nearest(metric.data, _FAMILIES) or f"数据写:{'、'.join(_FAMILIES)}"
        hint = "用指标来算的,算法写合计、占比等" if metric.data == Indicator.family else hint
        yield say.error(f"没有“{metric.data}”这类可以统计的记录", hint, "数据")
        return
    paths = [("字段", metric.field), ("分组", metric.by), ("归期字段", metric.dated)]
    known = labels(kind)
    for label, path in [*paths, *(("条件", path) for path in metric.conditions)]:
        if path and field_at(kind, path) is None:
            place = (label, path) if label == "条件" else (label,)
            hint = nearest(path, known) or f"可以写:{'、'.join(known)}"
            yield say.error(f"{kind.label}没有“{path}”这个字段", hint, *place)
    yield from _fitting(say, metric, kind)
    for path, words in metric.conditions.items():
        yield from _words(say, kind, path, sorted(words))


def _fitting(say: Report, metric: Metric, kind: type[Record]) -> Iterator[Finding]:
    """Fields that exist, but cannot be used like that."""
    field = metric.field if metric.method == "求和" else None
    if field and field_at(kind, field) and not is_number(kind, field):
        numbers = "、".join(path for path in labels(kind) if is_number(kind, path))
        yield say.error(f"“{field}”不是数,不能相加", f"可以相加的有:{numbers}", "字段")
    if metric.dated and field_at(kind, metric.dated) and not is_dated(kind, metric.dated):
        yield say.error(f"“{metric.dated}”不是日期或期间", "换一个写日期或期间的字段", "归期字段")
    if list_of(metric) is None:
        message = f"“{metric.by}”和“{metric.field}”不在同一组行里,不能这样分开算"
        yield say.error(message, "分组用同一组行里的字段,或用整条记录的字段", "分组")
    if metric.cycle != "全部" and not dates_of(kind, metric):
        yield say.error(f"{kind.label}没有期间和日期,不能{metric.cycle}分开算", "周期写“全部”,或写“归期字段”", "周期")


def _words(say: Report, kind: type[Record], path: str, words: list[str]) -> Iterator[Finding]:
    known = allowed(say.records, kind, path)
    for word in words if known else ():
        if word not in known:
            hint = nearest(word, known) or f"“{path}”可以写:{'、'.join(known)}"
            yield say.error(f"“{path}”没有“{word}”这个词", hint, "条件", path)


def _names(say: Report, metric: Metric) -> Iterator[Finding]:
    """Prose takes figures by their names, so names are written like words, without signs."""
    for name in metric.gives:
        if not is_bindable(name):
            tiers = metric.method == "分档" and is_bindable(metric.name)
            hint = "只用汉字、字母和数字,不以数字开头,不用标点、空格和下划线"
            yield say.error(f"“{name}”不能在材料里取数", hint, "档" if tiers else "名称")
            return


def _twice(records: Records, metrics: tuple[Metric, ...]) -> Iterator[Finding]:
    makers: dict[str, Metric] = {}
    for metric in metrics:
        for name in metric.gives:
            first = makers.setdefault(name, metric)
            if first is not metric or metric.gives.count(name) > 1:
                where = records.where(first)
                message = f"“{name}”已经有另一个口径({where})" if first is not metric else f"“{name}”算了两次"
                yield Report(NAME, records, metric).error(message, "改一个名称", "名称")
                break
