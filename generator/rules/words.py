"""A word that its field's vocabulary does not list: registers, figures and conditions go by these words (see F3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic.fields import FieldInfo

from generator.dictionary import vocabularies
from generator.model import Explanation, Finding, Record, Records, nearest
from generator.model.record import Row, marks, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records.vocabulary import Vocabulary
from generator.rules._common import Report, walk

NAME = "words"
EXPLANATION = Explanation(
    title="用了词表以外的词",
    what="目录里有词表的字段,只能写词表里的词;词表自己写的“数据”“字段”要有,词不能一个也没有。都是错误。",
    why=(
        "检查实践:同一样东西各写各的,汇总不起来。“党支部”和“支部”会算成两类,公开目录也按词找记录,"
        "词写错了,该公开的就没有公开。"
    ),
    wrong="编号: liucun-branch\n名称: 刘村党支部\n类别: 支部\n地方: liucun",
    right="编号: liucun-branch\n名称: 刘村党支部\n类别: 党支部\n地方: liucun",
    mend=(
        "改成提示里的词。确实是新词的,先写进 data/catalogue/words/ 的词表;新的组织类别,还要写进公开它的事项的“条件”。"
    ),
    about="写法和文件",
)

_FAMILIES = {kind.family: kind for kind in TOWNSHIP_KINDS}
_SHOWN = 12  # that many words fit a hint


def check(records: Records) -> Iterator[Finding]:
    """The vocabularies, then the words of every record."""
    for vocabulary in records.of(Vocabulary):
        yield from _vocabulary(Report(NAME, records, vocabulary), vocabulary)
    words = vocabularies(records)
    families = {family for family, _ in words}
    for record in records:
        if record.family in families:
            yield from _record(Report(NAME, records, record), record)


def _vocabulary(say: Report, vocabulary: Vocabulary) -> Iterator[Finding]:
    kind = _FAMILIES.get(vocabulary.data)
    if kind is None:
        hint = nearest(vocabulary.data, _FAMILIES) or f"可以写:{'、'.join(_FAMILIES)}"
        yield say.error(f"没有“{vocabulary.data}”这一类记录", hint, "数据")
        return
    fields = tuple(_word_fields(kind))
    if vocabulary.field not in fields:
        hint = nearest(vocabulary.field, fields) or (f"可以写:{'、'.join(fields)}" if fields else "删去这张词表")
        yield say.error(f"{kind.label}里没有按词表填写的“{vocabulary.field}”", hint, "字段")
    if not vocabulary.words:
        yield say.error("词表里一个词也没有", "写上可以用的词,或删去这张词表", "词")


def _record(say: Report, record: Record) -> Iterator[Finding]:
    words = vocabularies(say.records)
    for path, _, word in walk(record, _is_word):
        label = ".".join(part for part in path if isinstance(part, str))
        allowed = words.get((record.family, label))
        if allowed and isinstance(word, str) and word not in allowed:
            hint = nearest(word, allowed) or _offer(allowed)
            yield say.error(f"{record.label}的“{label}”没有“{word}”这个词", hint, *path)


def _offer(words: tuple[str, ...]) -> str:
    more = " ……" if len(words) > _SHOWN else ""
    return f"可以写:{'、'.join(words[:_SHOWN])}{more};确实要用新词,先写进词表"


def _is_word(field: FieldInfo) -> bool:
    return "word" in marks(field)


@cache
def _word_fields(kind: type[Row], above: str = "") -> tuple[str, ...]:
    """The paths of the fields that vocabularies are for, `资金来源.来源` for those of rows."""
    found: list[str] = []
    for field in kind.model_fields.values():
        inner = row_in(field.annotation)
        if inner is not None:
            found += _word_fields(inner, f"{above}{field.alias}.")
        elif _is_word(field):
            found.append(f"{above}{field.alias}")
    return tuple(found)
