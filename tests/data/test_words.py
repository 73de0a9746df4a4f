"""Every field of words has its vocabulary, and every kind that may be written is published by an item."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.model.record import Row, marks, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records.form import ProcedureForm
from generator.records.ledger import Ledger
from generator.records.scale import GradeScale
from generator.records.vocabulary import Vocabulary


def test_every_field_of_words_has_a_vocabulary(records):
    listed = {(one.data, one.field) for one in records.of(Vocabulary)}
    assert listed == {(kind.family, path) for kind in TOWNSHIP_KINDS for path in words_of(kind)}, (
        "a field without a vocabulary takes any word"
    )


def words_of(row: type[Row], above: str = "") -> Iterator[str]:
    """The paths of the fields that hold a word of a vocabulary."""
    for field in row.model_fields.values():
        inner = row_in(field.annotation)
        if inner:
            yield from words_of(inner, f"{above}{field.alias}.")
        elif "word" in marks(field):
            yield f"{above}{field.alias}"


@pytest.mark.parametrize(
    ("family", "label", "words"),
    [("organisation", "类别", "organisation-kinds"), ("project", "类别", "project-kinds")],
)
def test_every_kind_is_published_by_one_item(family, label, words, records, items):
    """Neither forgotten nor published twice; what has no conditions only counts them."""
    named = [kind for item in items if item.data == family and item.conditions for kind in item.conditions[label]]
    assert sorted(named) == sorted(records.get(Vocabulary, f"vocabulary/{words}").words)


def test_every_form_ledger_and_scale_is_published(records, items):
    """A mechanism that no item names would be read by reviewers alone."""
    for family, label, kind in (
        ("procedure", "程序", ProcedureForm),
        ("issue", "台账", Ledger),
        ("assessment", "标准", GradeScale),
    ):
        named = {word for item in items if item.data == family for word in item.conditions.get(label, ())}
        closed = {"petitions", "disputes", "floating-members"} if kind is Ledger else set()
        assert {one.id for one in records.of(kind)} - closed == named, family
