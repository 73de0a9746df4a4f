"""Whether number words count something: `三` does in `三名`, not in `三农`; `一` before a measure word is an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.numerals.grammar import COUNTED, DIGIT, HAN, MEASURE
from generator.numerals.numeral import Kind, Numeral

_EVIDENCE = re.compile(
    "(?:共|达|为|有|到|至|近|约|超|过|破|逾|多达|占|比|增长|增加|减少|下降|提高|上升|翻|了|从|由|计)$"
)
_POINTS = re.compile("(?:得|扣|加|减|记|计|评|满|打|给|为|到|各)$")
_ZERO = re.compile("(?:到|为|是|至|成|了)$")
_RANGE = re.compile(rf"[至到~-](?:{HAN}{{1,9}}|\d{{1,9}})(?:{MEASURE.pattern})")
"""Behind the lower end of `三到五名`."""
_NAMES = set(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文"
)
_POWERS = re.compile("[十百千万亿拾佰仟萬億]++")
_BARE = re.compile(
    r"(?:亩|元|户|人(?!心)|名|公里|头|株|吨|斤|棵|平方米|立方米|米|件|只|家(?!争|姓|讲)|册|次|辆|台|套|人次|美元)"
)
_ONLY = re.compile(
    r"(?:只有|仅有|仅|共有|共|总共|还有|另有|尚有|只剩|剩下|剩|缺|不足|至少|增加到|减少到|数为|各有?|分别是?为?|设|翻了?)$"
)
_SIZED = re.compile(r"(?:平方米|公里|米|倍)")
"""Behind these `一` is a measurement."""
_ANDS = re.compile(r"[^。；，！？\n.;!?“”]{0,9}?[、和及与][^。；，！？\n.;!?]{0,10}")
_COMMAS = re.compile(r"[^。；！？，\n.;!?“”]{1,6}，[^。；！？，\n.;!?“”]{1,6}")
_NEAR = 20  # characters between two items of a list
_LONE = set("哥姐兄弟妹父母子女婆媳孙师徒口们人他我你她咱妻爷娘")


def counted(folded: str, match: re.Match[str]) -> bool:
    """Whether the number is one that counts: digits always do, number words by what stands behind (or before) them."""
    words, how = match[0], match.lastgroup
    start, end = match.span()
    if how in ("arabic", "share", "ratio", "tenths", "half", "point"):
        return True
    if how == "pair":
        return folded[start - 1 : start] not in _LONE and bool(re.match(r"\w", folded[end : end + 1]))
    before = folded[max(0, start - 4) : start]
    if words[0] in "十百千万亿" and before[-1:].isdigit():
        return False  # the unit of 5千米
    if words in "零〇":
        return bool((_ZERO.search(before) and not _word(folded, end)) or COUNTED.match(folded, end))
    if _RANGE.match(folded, end):
        return True
    if _POWERS.fullmatch(words):
        return _bare(folded, words, before, end)
    if how == "vague":
        return bool(MEASURE.match(folded, end)) or (words[0] in "数几" and len(words) > 2)
    if len(words) > 2 and set(words) - set(DIGIT):
        return True
    if words[-1] not in DIGIT or len(words) > 1:
        round_sum = words[-1] in "百千万亿" or _EVIDENCE.search(before)
        return bool(MEASURE.match(folded, end) or (round_sum and not _word(folded, end)))
    if folded.startswith(("分钱", "分地", "毛钱"), end):
        return True
    if folded.startswith("分", end):
        return bool(_POINTS.search(before)) and words != "一"
    if before[-1:] in _NAMES and folded[end : end + 1] in ("元", "根", "双", "门", "本"):
        return False  # somebody's name: 李三元
    return bool(COUNTED.match(folded, end))


def _bare(folded: str, words: str, before: str, end: int) -> bool:
    """`十` is a number like others; `百`, `千`, `百万` only before what is weighed, measured or paid."""
    if words == "十":
        return bool(COUNTED.match(folded, end)) or (folded.startswith("分", end) and bool(_POINTS.search(before)))
    if words == "百十":
        return bool(MEASURE.match(folded, end)) or folded.startswith("号", end)
    if words in ("万", "亿"):
        spoken = before[-1:] not in (":", "(", "/", "、", "")  # not the head of a column: （万元）
        wide = spoken and folded[end : end + 1] in ("亩", "头", "株", "只")
        return wide or (bool(_EVIDENCE.search(before)) and bool(_BARE.match(folded, end)))
    return bool(_BARE.match(folded, end))


def _word(folded: str, end: int) -> bool:
    """Whether a Chinese character follows, so that the number word may be part of a name."""
    return bool(re.match(r"[\u4e00-\u9fff]", folded[end : end + 1]))


def article(folded: str, found: Sequence[Numeral]) -> list[Numeral]:
    """Without every `一` that only says "a": it counts behind 只有, 仅, 共 …, and in a list with other figures."""
    ordered = sorted(found, key=lambda numeral: numeral.start)
    kept = []
    for index, numeral in enumerate(ordered):
        if numeral.text != "一" or numeral.kind is not Kind.FIGURE:
            kept.append(numeral)
            continue
        only = _ONLY.search(folded[max(0, numeral.start - 4) : numeral.start])
        if (
            only
            or _SIZED.match(folded, numeral.end)
            or any(_listed(folded, a, b) for a, b in _neighbours(ordered, index))
        ):
            kept.append(numeral)
    return kept


def _neighbours(ordered: Sequence[Numeral], index: int) -> list[tuple[Numeral, Numeral]]:
    pairs = [(ordered[index - 1], ordered[index])] if index else []
    return pairs + ([(ordered[index], ordered[index + 1])] if index + 1 < len(ordered) else [])


def _listed(folded: str, one: Numeral, other: Numeral) -> bool:
    """Whether two numerals stand in one list, and one of them is more than an article."""
    figures = one.kind is other.kind is Kind.FIGURE and {one.text, other.text} != {"一"}
    if not figures or other.start - one.end > _NEAR:
        return False
    alike = one.text == "一" and one.unit == other.unit not in ("", "个")  # 盗伐一株，补种十株
    return bool((_COMMAS if alike else _ANDS).fullmatch(folded, one.end, other.start))
