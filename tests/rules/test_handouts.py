"""The words for handouts tell what is no disclosure; they explain no number."""

from __future__ import annotations

from generator.model import Level
from generator.records.phrases import Phrases
from generator.records.publication import PublicationRecord
from generator.rules import filler, typed
from tests.derive.making import derived, item, make, township, village
from tests.rules.test_typed import article

HANDOUTS = make(Phrases, "h", 名称="上级材料", 用途="宣传品", 词=["致三百户的一封信"])
COUNTED = make(Phrases, "p", 名称="固定用语", 词=["致三百户的一封信"])


def posted(**labels: str) -> PublicationRecord:
    given = {"事项": "orders", "地方": "liucun", "公开主体": "刘村", "上墙日期": "2026-05-01"}
    return make(PublicationRecord, "p", **given | labels)


def test_a_word_for_handouts_hides_no_number() -> None:
    """Only phrases for numbers do."""
    text = "村里印了致三百户的一封信。"

    assert len(list(typed.check(derived(township(), HANDOUTS, article(text))))) == 1
    assert list(typed.check(derived(township(), COUNTED, article(text)))) == []


def test_without_words_nothing_is_a_handout() -> None:
    """A county that has no such list is not reproached."""
    letter = posted(标题="致三百户的一封信", 正文="不带火种进山。")
    here = (item("orders", "issue", ["事项"]), township(), village("liucun", "刘村"), letter)

    assert [one.level for one in filler.check(derived(*here, HANDOUTS))] == [Level.WARNING]
    assert list(filler.check(derived(*here, COUNTED))) == []
