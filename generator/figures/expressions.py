"""What stands between the braces → a small tree of our own: names, + - * /, one form. Nothing here can run.

Jinja only parses. There is no attribute, call, loop or number, so every figure comes from a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import jinja2
from jinja2 import nodes

from generator.figures.forms import FORMS
from generator.figures.pieces import Unwritable
from generator.model import Period

YEAR_BEFORE, JUST_BEFORE = "同比", "环比"
COMPARISONS = {"同比": YEAR_BEFORE, "环比": JUST_BEFORE, "增减": YEAR_BEFORE}
"""Form → which earlier period it looks at."""

_ENVIRONMENT = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
_BLANK = re.compile(r"\w\s+\w")
_HALF_WIDTH = "括号、引号、竖线、加减乘除都用英文的;指标名里的引号、括号不写,例如 {{ 两委成员 }}"
_LONGEST = 200  # characters of one figure; the parser's depth grows with them
_MAX_BRACKETS = 20
_WIDE_MARKS = re.compile("[“”‘’（）【】［］｜，＋－×÷／]")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_DIGITS_FIRST = re.compile(r"(?<![\w'\"])(?=[0-9]+[\u4e00-\u9fff])")
_MARK = re.compile("_(?=[0-9])")
"""Set before a name that begins with a digit (60岁以上党员), which the parser would not take for a name."""
_YEAR = re.compile("(19|20|21)[0-9]{2}")
_SIGNS: dict[type[nodes.Node], str] = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/"}
_READ = {"+": "+", "-": "−", "*": "×", "/": "÷"}


@dataclass(frozen=True, slots=True)
class Lookup:
    """One indicator asked for: by name, of a place and a period when they are written, or of the period before."""

    name: str
    place: str = ""
    period: Period | None = None
    before: str = ""

    @property
    def key(self) -> str:
        """`党员总数`, `党员总数[刘村][2024]`, `党员总数|同比`."""
        parts = (self.place, self.period.key if self.period else "")
        return self.name + "".join(f"[{part}]" for part in parts if part) + (f"|{self.before}" if self.before else "")


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms and one of + - * / between them."""

    sign: str
    left: Term
    right: Term


Term = Lookup | Operation


@dataclass(frozen=True, slots=True)
class Figure:
    """A term and the form in which it is written."""

    term: Term
    form: str = ""
    argument: int | None = None

    def lookups(self) -> Iterator[Lookup]:
        """Every indicator that it asks for."""
        earlier = COMPARISONS.get(self.form)
        for lookup in _leaves(self.term):
            yield lookup
            if earlier:
                yield Lookup(lookup.name, lookup.place, lookup.period, earlier)


def figure(inner: str) -> Figure:
    """What stands between two pairs of braces. Raises Unwritable."""
    if len(inner) + 2 > _LONGEST:
        raise Unwritable(f"花括号里太长,最多{_LONGEST}个字")
    return _parsed(inner)


@lru_cache(maxsize=4096)
def _parsed(inner: str) -> Figure:
    if not inner.strip():
        raise Unwritable("花括号里没有指标名")
    if sum(map(inner.count, "([{")) > _MAX_BRACKETS:
        raise Unwritable("括号太多")
    if inner[:1] in ("-", "+") or inner[-1:] in ("-", "+"):  # to the parser no sign but a request to trim blanks
        raise Unwritable("花括号里不能以加号或减号开头、结尾")
    try:
        body = _ENVIRONMENT.parse("{{" + _DIGITS_FIRST.sub("_", inner) + "}}").body
    except (jinja2.TemplateError, RecursionError, ValueError, OverflowError):
        if found := _WIDE_MARKS.search(inner):
            raise Unwritable(f"花括号里用了中文符号 {found[0]}", _HALF_WIDTH) from None
        raise Unwritable("花括号里的写法看不懂", _unread(inner)) from None
    children = [child for node in body if isinstance(node, nodes.Output) for child in node.nodes]
    if len(children) != 1 or isinstance(children[0], nodes.TemplateData):
        raise Unwritable("花括号里没有指标名")
    return _formed(_lifted(children[0]))


def _unread(inner: str) -> str:
    """The likeliest mend of what the parser cannot read; empty when there is none."""
    if inner.count("'") % 2 or inner.count('"') % 2:
        return "补上缺的那个引号"
    if any(inner.count(a) != inner.count(b) for a, b in ("()", "[]")):
        return "补上缺的那个括号"
    name, _, form = inner.partition("|")
    if _BLANK.search(form):
        return "位数写在括号里,例如 {{ 党员总数 | 保留(1) }}"
    return "去掉指标名中间的空格" if _BLANK.search(name) else ""


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


def _formed(node: nodes.Node) -> Figure:
    if not isinstance(node, nodes.Filter) or node.node is None:
        return Figure(_term(node))
    form = FORMS.get(node.name)
    if form is None and node.name not in COMPARISONS:
        raise Unwritable(f"没有“{node.name}”这种写法,可以用:{'、'.join((*FORMS, *COMPARISONS))}")
    takes, said = (form.takes, form.said) if form else (tuple(range(7)), FORMS["百分比"].said)
    return Figure(_term(node.node), node.name, _argument(node, takes, said))


def _argument(node: nodes.Filter, takes: tuple[int, ...], said: str) -> int | None:
    if not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):
        return None
    number = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], nodes.Const) else None
    if node.kwargs or node.dyn_args or node.dyn_kwargs or type(number) is not int or number not in takes:
        example = f"{node.name}({takes[1]})" if takes else node.name
        raise Unwritable(f"“{node.name}”{said}", f"例如 {{{{ 党员总数 | {example} }}}}")
    return number


def _term(node: nodes.Node) -> Term:
    if isinstance(node, (nodes.Name, nodes.Getitem)):
        return _lookup(node)
    if isinstance(node, nodes.BinExpr) and type(node) in _SIGNS:
        return Operation(_SIGNS[type(node)], _term(node.left), _term(node.right))
    if isinstance(node, nodes.Filter):
        raise Unwritable("一个数字只能有一种写法,竖线写在最后")
    if isinstance(node, nodes.Const):
        raise Unwritable("数字和文字不能直接写在花括号里")
    if isinstance(node, nodes.Getattr):
        raise Unwritable("花括号里不能用点号", "地方和期间写在方括号里,例如 {{ 党员总数['刘村'] }}")
    raise Unwritable("花括号里只能写指标名和加减乘除")


def _lookup(node: nodes.Node) -> Lookup:
    words: list[str] = []
    while isinstance(node, nodes.Getitem):
        inside = node.arg.items if isinstance(node.arg, nodes.Tuple) else [node.arg]
        words = [*map(_word, inside), *words]
        node = node.node
    if not isinstance(node, nodes.Name):
        raise Unwritable("方括号前面要有指标名,例如 {{ 党员总数['刘村'] }}")
    periods = [period for word in words if (period := _period(word))]
    places = [word for word in words if not _period(word)]
    if len(periods) > 1 or len(places) > 1:
        raise Unwritable("一个数字只能取一个地方、一个期间", "要比较就用“同比”“增减”,或者相减")
    return Lookup(
        _MARK.sub("", node.name, 1) if node.name[:1] == "_" else node.name,
        places[0] if places else "",
        periods[0] if periods else None,
    )


def _word(node: nodes.Node) -> str:
    value = node.value if isinstance(node, nodes.Const) else None
    word = (
        _MARK.sub("", str(value).strip()).translate(_WIDE_DIGITS)
        if isinstance(value, str) or type(value) is int
        else ""
    )
    if not word:
        hint = "例如 {{ 党员总数['刘村'] }}、{{ 党员总数['2024'] }}"
        raise Unwritable("方括号里写地方或期间,用英文引号括起来", hint)
    return word


def _period(word: str) -> Period | None:
    try:
        return Period.parse(word)
    except ValueError:
        if _YEAR.match(word):
            raise Unwritable(f"“{word}”不是期间", "写成 '2026'、'2026-03'、'2026-Q1' 或 '2026年上半年'") from None
        return None


def _leaves(term: Term) -> Iterator[Lookup]:
    if isinstance(term, Operation):
        yield from _leaves(term.left)
        yield from _leaves(term.right)
    else:
        yield term


def reading(term: Term, called: Mapping[str, str]) -> str:
    """The term as it is read in Chinese: `能人干部 ÷ 三大职干部`, `党员总数（刘村，2024年）`."""
    if isinstance(term, Lookup):
        name, *behind = term.name.split("_")
        behind += [called.get(term.place, term.place)] if term.place else []
        behind += [str(term.period)] if term.period else []
        return f"{name}（{'，'.join(behind)}）" if behind else name
    left = _side(term.left, called, "+-" if term.sign in "*/" else "")
    right = _side(term.right, called, {"+": "", "/": "+-*/"}.get(term.sign, "+-"))
    return f"{left} {_READ[term.sign]} {right}".replace(" （", "（").replace("） ", "）")  # wide brackets bring blanks


def _side(term: Term, called: Mapping[str, str], bracketed: str) -> str:
    text = reading(term, called)
    return f"（{text}）" if isinstance(term, Operation) and term.sign in bracketed else text
