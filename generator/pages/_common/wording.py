"""Rules of the catalogue in words: how many must come or agree, how many days, how a figure is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from generator.records import KINDS
from generator.records._threshold import Threshold
from generator.records.form import FormStep
from generator.records.ledger import Ledger
from generator.records.metric import Metric

LABELS: Mapping[str, str] = {kind.family: kind.label for kind in KINDS}
"""Family → its Chinese name."""


def in_order(categories: Iterable[str]) -> tuple[str, ...]:
    """Each once: party affairs, village affairs, finance, then whatever else there is here."""
    found = dict.fromkeys(categories)
    first = ("党务公开", "村务公开", "财务公开")
    return (*(one for one in first if one in found), *(one for one in found if one not in first))


def share(threshold: Threshold) -> str:
    """`超过应到人数的半数`, `达到全体户数的三分之二`."""
    return f"{'超过' if threshold.above else '达到'}{threshold.base}{threshold.counted}数的{threshold.words}"


def quorum(thresholds: Iterable[Threshold]) -> str:
    """One way to be quorate, or several of which any will do."""
    return "，或".join(share(threshold) for threshold in thresholds)


def days(count: int, calendar: str) -> str:
    """`5个工作日`, `15日`."""
    return f"{count}个工作日" if calendar == "工作日" else f"{count}日"


def timing(step: FormStep) -> list[str]:
    """Every limit of days of a step."""
    start = f"“{step.counted_from}”" if step.counted_from else "上一步"
    found = []
    if step.notice_days is not None:
        found.append(f"提前{days(step.notice_days, step.calendar)}通知")
    if step.gap is not None:
        found.append(f"与{start}至少隔{days(step.gap, step.calendar)}")
    if step.within is not None:
        found.append(f"{start}后{days(step.within, step.calendar)}内" if step.within else f"与{start}同一天")
    if step.board_days:
        found.append(f"公示不少于{days(step.board_days, step.calendar)}")
    return found


def traits(step: FormStep) -> list[str]:
    """What a step may and must."""
    named = {
        "决定": step.decides,
        "要表决": step.vote,
        "可与上一步合并": step.mergeable,
        "没有这种情形可省略": step.optional,
        "可走几次": step.repeatable,
    }
    return [word for word, holds in named.items() if holds]


def span(since: date | None, until: date | None) -> str:
    """From when and until when a rule holds; nothing when it always has."""
    start = f"{_day(since)}起" if since else ""
    return f"{start}{'，' if since and until else ''}{f'至{_day(until)}止' if until else ''}"


def between(least: int | None, most: int | None, unit: str) -> str:
    """`800至6000字`, `不少于800字`, `不超过6000字`; nothing where there is no limit."""
    if least is not None and most is not None:
        return f"{least}至{most}{unit}"
    return f"不少于{least}{unit}" if least is not None else f"不超过{most}{unit}" if most is not None else ""


def closing(ledger: Ledger) -> str:
    """By when an entry is to be closed."""
    if ledger.days is None:
        return "按每条写的期限"
    return f"登记后{days(ledger.days, ledger.calendar)}内{ledger.closing}，另写了期限的按所写"


def formula(metric: Metric) -> str:
    """How a figure is worked out, as one would say it."""
    return _FORMULAS[metric.method](metric)


def narrowing(metric: Metric) -> list[str]:
    """Which records count, how they are split, and for which places."""
    found = [f"只算{label}为{'、'.join(sorted(words))}的" for label, words in metric.conditions.items()]
    if metric.by:
        found.append(f"按{metric.by}分开")
    if metric.data:
        dated = f"，按{metric.dated}归期" if metric.dated else ""
        found.append({"全部": "不分期"}.get(metric.cycle, f"{metric.cycle}一个数{dated}"))
    found.append(f"算到{'、'.join(metric.levels)}")
    if metric.digits is not None:
        found.append(f"保留{metric.digits}位小数")
    return found


def _over_villages(metric: Metric, words: str) -> str:
    return f"各村“{metric.indicator}”{words}"


def _tiers(metric: Metric) -> str:
    tiers = "；".join(f"{tier.name}：达到{tier.least:,f}" for tier in metric.tiers)
    return f"各村按“{metric.indicator}”分档，数各档有几个村、占几成。{tiers}"


_FORMULAS: Mapping[str, Callable[[Metric], str]] = {
    "合计": lambda m: _over_villages(m, "相加"),
    "平均": lambda m: _over_villages(m, "相加 ÷ 村数"),
    "加权平均": lambda m: f"各村“{m.indicator}”×“{m.weight}”相加 ÷ 各村“{m.weight}”相加",
    "分档": _tiers,
    "占比": lambda m: f"“{m.minuend}”÷“{m.base}”× 100%",
    "差额": lambda m: f"“{m.minuend}”−“{m.base}”",
    "增幅": lambda m: f"（“{m.indicator}”本期 − {m.against}）÷ {m.against} × 100%；{m.against}是0的不算",
    "计数": lambda m: f"数“{_family(m)}”的记录，一条写了几个的按几个数",
    "求和": lambda m: f"“{_family(m)}”各条的“{m.field}”相加",
}


def _family(metric: Metric) -> str:
    return LABELS.get(metric.data or "", metric.data or "")


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
