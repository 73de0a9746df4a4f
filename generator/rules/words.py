"""A word that its field's vocabulary does not list.

What: where the catalogue has a vocabulary for a field, every value of the field must be one of its words; and a
vocabulary must belong to a field of that kind.

Why: registers are grouped, figures counted and catalogue items chosen by these words. 党支部 and 支部 would be counted
apart, and a record of a kind that no item names is read by nobody (F3).

Example: `类别: 支部` of an organisation where the vocabulary has 党支部; `字段: 种类` in a vocabulary for 类别.

Mend: use the word that the finding offers. A word that is really new is added to the vocabulary in `words/`; a new kind
of organisation also to the conditions of the item that publishes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic.fields import FieldInfo

from generator.dictionary import vocabularies
from generator.model import Finding, Record, Records, nearest
from generator.model.record import Row, marks, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records.vocabulary import Vocabulary
from generator.rules._common import Report, walk

NAME = "words"
TITLE = "用了词表以外的词"

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
