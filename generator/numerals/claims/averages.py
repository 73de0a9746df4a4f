"""An average or a rate against its total and count: `13个村83名干部，平均每村6.4名`, `1200亩，每亩租金500元，共60万元`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import Range, decimals, rounded

_EACH = re.compile(
    r"(?:平均)?每[个名位]?(?P<of>\w{1,6}?)(?:平均)?(?:租金|造价|单价|投资|产值|奖励|奖补|联系|包联|帮扶|支付|需要?|出资|保费|补贴|资助|收|交|发|产|价|花费?|成本|有|约|配备|投入|达|收入|为|近|是|补助|得到|分得|获得|发展|开展|办理)*$"
)
_MEAN = re.compile(
    r"(?:^|[^\w]|平均)(?P<of>村|户|人|组|支部|亩|公里|座|头|只)均(?:有|约|达|产值?|产量|造价|收益|成本|租金|收入|投入|为|近|增收|补助|面积)*$"
)
_YIELD = re.compile(r"(?:^|[^\w]|平均)(?P<of>亩)产(?:量|值)?(?:约|达|为|近|干果|鲜果|鲜叶)*$")
_TOTAL = re.compile(r"(?<![公中])共(?P<what>\w*)|合计(?P<sum>\w*)|总计(?P<all>\w*)|总(?P<whole>\w+)")
_PRICE = re.compile(r"每|[亩里座头只]均|亩产")
_ONLY = re.compile(
    r"(?:[两二三四五六七八九十]|[2-9]|\d\d)(?:年|个月|期|季|次|茬)|另|加上|外|包括|连同|其他|扣除|含|还有|以及|其中"
)
"""With such words a total is of more than one rate and one number."""
_MANY = 100
_PRICED = ("亩", "公里", "座", "头", "只", "米", "平方米", "吨", "公斤", "斤", "株", "棵", "盏", "台")
_UNITS = {"名": "人", "位": "人", "口": "人"}


def averages(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the averages of a sentence; `每村x` without 平均 only beside a total that 共 announces."""
    for mean in sentence.quantities:
        found = _EACH.search(mean.before) or _MEAN.search(mean.before) or _YIELD.search(mean.before)
        if not found or mean.unit in ("%", "点", "") or mean.value <= 0 or "分别" in mean.before:
            continue
        of = found["of"]
        counts = [q for q in sentence.quantities if q is not mean and _counts(q, of)]
        totals = [q for q in sentence.quantities if q is not mean and _totals(q, mean) and q not in counts]
        if "均" not in found[0] or found["of"] in _PRICED:
            totals = [q for q in totals if _speaks_of(sentence, mean, q, found)]
        if len(counts) == 1 and len(totals) == 1:
            yield from _judged(sentence, mean, totals[0], counts[0], found)


def _speaks_of(sentence: Sentence, mean: Quantity, total: Quantity, found: re.Match[str]) -> bool:
    """Whether a total is announced, and nothing says that it is of something else or of something more."""
    said = _TOTAL.search(total.before)
    if said is None or mean.before.count("每") > 1:
        return False
    inside = (q for q in sentence.quantities if min(mean.start, total.start) < q.start < max(mean.start, total.start))
    if found["of"] in _PRICED and any(not _counts(q, found["of"]) for q in inside):
        return False
    between = sentence.between(min(mean.opens, total.opens), max(mean.stop, total.stop))
    if said.lastgroup != "whole":
        return _ONLY.search(between) is None or found["of"] not in _PRICED
    rate = re.sub(rf"平均|每[个名位]?{re.escape(found['of'])}|均|[有约达为近需要]", "", found[0])
    priced = re.search(r"造价|价|成本", rate) is not None and re.search(r"投[入资]", said["whole"]) is not None
    return _ONLY.search(between) is None and (not rate or priced or bool((set(rate) & set(said["whole"])) - {"入"}))


def _counts(quantity: Quantity, of: str) -> bool:
    """Whether the number counts what the average is spread over."""
    if _PRICE.search(quantity.before):
        return False
    if quantity.unit == _UNITS.get(of, of):
        return True
    return quantity.unit in ("个", "名", "人", "家", "处", "座", "所", "支", "辆", "台") and (
        re.match(rf"(?:行政|自然|村民|居民)?{re.escape(of)}(?![民组委级部])", quantity.after) is not None
        or (not quantity.after and quantity.before.endswith(of))
    )


def _totals(quantity: Quantity, mean: Quantity) -> bool:
    """Whether the number can be what was spread: as much as the average, and no difference to another."""
    return (
        quantity.counts_like(mean)
        and quantity.value >= mean.value
        and re.search(r"比|每|均|高|低|增|减|多|少", quantity.before) is None
    )


def _judged(
    sentence: Sentence, mean: Quantity, total: Quantity, count: Quantity, found: re.Match[str]
) -> Iterator[Doubt]:
    if count.value <= 0 or sentence.unknown(sentence.start, sentence.start + len(sentence.text)):
        return
    ratio = total.range.over(count.range)
    if ratio.meets(_half(mean) if "均" in found[0] else mean.range):
        return
    places = max(decimals(mean.text), 0 if mean.value % 1 == 0 and "万" in mean.text else 1)
    value = total.value / count.value
    message = f"“{sentence.quote(mean.start - len(found[0]), mean.stop)}”不符:{total.shown} ÷ {count.shown} = {mean.like(rounded(value, places))}"
    start = min(mean.start, total.start, count.start)
    stop = max(mean.stop, total.stop, count.stop)
    yield Doubt(start, stop, Level.ERROR, message, "核对总数、个数和平均数", mean.start)


def _half(mean: Quantity) -> Range:
    """An average without decimals is rounded too, a large one to tens."""
    if mean.loose or decimals(mean.text):
        return mean.range
    place = max(mean.place, Decimal(10) if mean.value >= _MANY and mean.value % 10 == 0 else mean.place)
    return Range(mean.value - place / 2, mean.value + place / 2)
