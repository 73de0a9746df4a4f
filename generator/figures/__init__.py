"""Figures in prose: `占{{ 能人干部 / 三大职干部 | 百分比 }}` → text, and the indicators behind it.

Jinja only parses; this module walks the tree and allows names, + - * /, brackets and five filters. There is no
attribute, call, loop or number, so nothing can run and every figure comes from a record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

import jinja2
from jinja2 import nodes

from generator.model import WITHHELD, Amount, Collection, Edition, State, Withheld
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.place import Place

BLANK = "＿＿"
_ENVIRONMENT = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
_BRACES = re.compile(r"\{\{(?:(?!\}\}).)*", re.DOTALL)
_LONGEST = 200  # characters of one figure; the parser's depth grows with them
_MAX_BRACKETS = 20
_WIDE = Context(prec=4 * _LONGEST * 15)  # room for every digit that so many terms can have
_OPERATORS: dict[type[nodes.BinExpr], Callable[[Amount, Amount], Amount]] = {
    nodes.Add: lambda a, b: a + b,
    nodes.Sub: lambda a, b: a - b,
    nodes.Mul: lambda a, b: a * b,
    nodes.Div: lambda a, b: a / b,
}


class Unwritable(Exception):
    """The prose cannot be understood; the message is Chinese and names the part."""


class Unbound(Unwritable):
    """A name that no indicator has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"没有叫“{name}”的指标")
        self.name = name


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or a figure with the indicators it was made from."""

    text: str
    sources: tuple[Indicator, ...] = ()


def bindings(article: Article, records: Collection) -> dict[str, Indicator]:
    """Name → the newest indicator of the article's place that its date allows; written figures before computed ones."""
    places = [p.id for p in records.of(Place, article.township) if p.is_top]
    place = article.place or next(iter(places), "")
    found: dict[str, Indicator] = {}
    ordered = sorted(
        records.of(Indicator, article.township), key=lambda i: (i.period.start, i.period.length) if i.period else ()
    )
    for indicator in ordered:
        old = found.get(indicator.binding)
        if indicator.place != place or (indicator.period and indicator.period.start > article.day):
            continue
        if old is None or old.period != indicator.period or old.inputs:
            found[indicator.binding] = indicator
    return found


def named(article: Article, records: Collection) -> dict[str, str]:
    """Name in the article's prose → key of the indicator that it means, chosen from all records: never from what
    some readers may see, or they would read an older figure in its place."""
    prose = article.model_dump_json()
    return {name: indicator.key for name, indicator in bindings(article, records).items() if name in prose}


def shown(article: Article, edition: Edition) -> dict[str, Indicator]:
    """Name → the indicator that the article means; one that is closed to these readers has no figure for them."""
    keys = edition.bound.get(article.key, {})
    return {name: edition.get(Indicator, key) or _closed(article, name) for name, key in keys.items()}


def _closed(article: Article, name: str) -> Indicator:
    return Indicator.model_construct(
        township=article.township,
        id="",
        place=article.place or article.township,
        name=name,
        theme="",
        figure=WITHHELD,
        unit="",
    )


def amount(indicator: Indicator) -> Amount:
    """The indicator's figure; masked where it is closed to the readers."""
    closed = isinstance(indicator.figure, Withheld)
    return Amount.masked(indicator.unit, "不对这里的读者公开") if closed else indicator.amount


def render(text: str, names: Mapping[str, Indicator]) -> tuple[Piece, ...]:
    """Prose with its figures filled in. Raises Unwritable for what is not a figure, Unbound for an unknown name."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return (Piece(text),)
    pieces: list[Piece] = []
    for child in _parse(text):
        if isinstance(child, nodes.TemplateData):
            pieces.append(Piece(child.data))
        else:
            pieces.append(_figure(child, names))
    return tuple(pieces)


def _parse(text: str) -> list[nodes.Expr]:
    if "{%" in text or "{#" in text:  # a comment would vanish without a word
        raise Unwritable("只能用 {{ 指标名 }},不能用 {% %} 和 {# #}")
    for figure in _BRACES.findall(text):
        if len(figure) > _LONGEST:
            raise Unwritable(f"花括号里太长,最多{_LONGEST}个字")
        if sum(map(figure.count, "([{")) > _MAX_BRACKETS:
            raise Unwritable("括号太多")
        if figure[2:3] in ("-", "+") or figure[-1] in "-+":  # to the parser no sign but a request to trim blanks
            raise Unwritable("花括号里不能以加号或减号开头、结尾")
    try:
        body = _ENVIRONMENT.parse(text).body
    except (jinja2.TemplateError, RecursionError):
        raise Unwritable("花括号里的写法看不懂,写成 {{ 指标名 }}") from None
    return [child for node in body if isinstance(node, nodes.Output) for child in node.nodes]


def _figure(node: nodes.Expr, names: Mapping[str, Indicator]) -> Piece:
    used: dict[str, Indicator] = {}
    text = _text(_lifted(node), names, used)
    if not used:
        raise Unwritable("花括号里没有指标名;数字不能直接写,写成 {{ 指标名 }}")
    return Piece(text, tuple(used.values()))


def _lifted(node: nodes.Expr) -> nodes.Expr:
    """The filter behind the last term around the whole: people write `a / b | 百分比` and mean (a / b)."""
    last = node
    while isinstance(last, nodes.BinExpr):
        outer = last.right
        if isinstance(outer, nodes.Filter) and outer.node is not None:
            last.right, outer.node = outer.node, node
            return outer
        last = outer
    return node


def _text(node: nodes.Node, names: Mapping[str, Indicator], used: dict[str, Indicator]) -> str:
    if isinstance(node, nodes.Filter) and node.node is not None:
        form = _FORMS.get(node.name)
        if form is None:
            raise Unwritable(f"没有“{node.name}”这种写法,可以用:{'、'.join(_FORMS)}")
        return _shown(_amount(node.node, names, used), lambda value: form(value, _digits(node)))
    return _shown(_amount(node, names, used), plain)


def _amount(node: nodes.Node, names: Mapping[str, Indicator], used: dict[str, Indicator]) -> Amount:
    if isinstance(node, nodes.Name):
        if node.name not in names:
            raise Unbound(node.name)
        used[node.name] = names[node.name]
        return amount(names[node.name])
    operate = _OPERATORS.get(type(node)) if isinstance(node, nodes.BinExpr) else None
    if operate is None or not isinstance(node, nodes.BinExpr):
        raise Unwritable("花括号里只能写指标名和加减乘除")
    return operate(_amount(node.left, names, used), _amount(node.right, names, used))


def _digits(node: nodes.Filter) -> int | None:
    if not node.args and not node.kwargs:
        return None
    digits = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], nodes.Const) else None
    if node.kwargs or type(digits) is not int or not 0 <= digits <= 6:
        raise Unwritable(f"“{node.name}”后面的括号里写小数位数,0 到 6")
    return digits


def _shown(result: Amount, form: Callable[[Decimal], str]) -> str:
    if result.value is None:
        return "**" if result.state is State.MASKED else BLANK
    return form(result.value)


def rounded(value: Decimal, digits: int) -> Decimal:
    """Rounded as people round: half away from zero."""
    result = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)
    return result if result else result.copy_abs()  # never −0


def plain(value: Decimal) -> str:
    """Digits without grouping and without needless zeros; at most four decimals."""
    text = f"{rounded(value, 4):f}" if -value.as_tuple().exponent > 4 else f"{value:f}"  # type: ignore[operator]
    return text.rstrip("0").rstrip(".") if "." in text else text


_FORMS: dict[str, Callable[[Decimal, int | None], str]] = {
    "百分比": lambda value, digits: f"{rounded(value * 100, 1 if digits is None else digits):f}%",
    "万": lambda value, digits: f"{plain(rounded(value / 10_000, 2 if digits is None else digits))}万",
    "亿": lambda value, digits: f"{plain(rounded(value / 100_000_000, 2 if digits is None else digits))}亿",
    "取整": lambda value, _: f"{rounded(value, 0):f}",
    "保留": lambda value, digits: f"{rounded(value, digits or 0):f}",
}
