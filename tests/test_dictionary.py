"""The data dictionary: nothing in it is left unsaid, and every example could be typed into a file as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.dictionary import Entry, Family, Kind, families, family, names, vocabularies
from generator.dictionary.examples import _BY_LABEL
from generator.model import Records, Ref
from generator.model.record import Row, row_in
from generator.records import CATALOGUE_KINDS, KINDS
from generator.records.ledger import Ledger
from generator.records.place import Place
from generator.records.schedule import Schedule
from generator.records.vocabulary import Vocabulary
from generator.trees.reader import read

FAMILIES = families()
every = pytest.mark.parametrize("one", FAMILIES, ids=lambda one: one.name)


def fields(model: type[Row], entries: tuple[Entry, ...]) -> Iterator[tuple[FieldInfo, Entry]]:
    """Each field of the program beside its entry, rows too."""
    listed = [field for field in model.model_fields.values() if not str(field.alias).startswith("@")]
    for field, entry in zip(listed, entries, strict=True):
        yield field, entry
        inner = row_in(field.annotation)
        if inner:
            yield from fields(inner, entry.rows)


def value_of(text: str) -> Any:
    """What the loader makes of a value as typed."""
    node, findings = read(f"值: {text}\n".encode(), "example.yml")
    assert node is not None
    assert not findings, text
    return node.plain()["值"]


def test_every_family_is_described() -> None:
    """In the order of the program, with its files."""
    assert [one.name for one in FAMILIES] == [kind.family for kind in KINDS]
    assert [one.label for one in FAMILIES] == [kind.label for kind in KINDS]
    assert family("finance") == next(one for one in FAMILIES if one.name == "finance")
    assert family("finances") is None


def test_files_are_named() -> None:
    """As the loader looks for them."""
    finance, law = family("finance"), family("law")
    assert finance is not None
    assert law is not None

    assert finance.patterns == ("data/townships/*/finance.yml", "data/townships/*/finance/*.yml")
    assert law.patterns == ("data/catalogue/laws/*.yml",)
    assert {one.folder for one in FAMILIES if one.catalogue} == set(CATALOGUE_KINDS)


@every
def test_no_field_is_left_unsaid(one: Family) -> None:
    """Help, kind and example of every field, rows inside rows too; whatever has rows is a row."""
    for entry in one.walk():
        assert entry.help, entry
        assert entry.example, entry
        assert entry.kind.how, entry
        assert (entry.kind is Kind.ROW) == bool(entry.rows), entry
        assert not (entry.kind is Kind.CHOICE and not entry.words), entry


@every
def test_every_example_could_be_typed(one: Family) -> None:
    """The loader takes it."""
    kind = next(kind for kind in KINDS if kind.family == one.name)
    for field, entry in fields(kind, one.entries):
        annotation: Any = field.annotation
        whole = Annotated[(annotation, *field.metadata)] if field.metadata else annotation
        given = value_of(entry.example)
        given = [given] if entry.many and not entry.alone and not isinstance(given, list) else given
        TypeAdapter(whole).validate_python(given)


def test_what_a_field_is() -> None:
    """A few of which the answer is known."""
    project = family("project")
    assert project is not None
    found = {entry.path: entry for entry in project.walk()}

    assert [found[path].kind for path in ("编号", "总投资", "资金来源.金额", "资金来源.来源", "状态", "验收.日期")] == [
        *(Kind.ID, Kind.FIGURE, Kind.MONEY, Kind.WORD, Kind.CHOICE, Kind.DAY),
    ]
    assert found["资金来源.占比"].unit == "%"
    assert found["决策程序"].ref == Ref("procedure")
    assert found["监督"].many
    assert found["监督"].alone
    assert found["资金来源"].many
    assert not found["资金来源"].alone
    assert [entry.label for entry in project.entries if entry.required] == ["编号", "地方", "名称", "类别", "状态"]


def test_units_are_told() -> None:
    """Also where the field itself does not repeat them."""
    finance = family("finance")
    assert finance is not None

    assert {entry.unit for entry in finance.walk() if entry.kind is Kind.MONEY} == {"元"}


def test_a_vocabulary_gives_its_words() -> None:
    """Also to a field of a row, and two vocabularies of one field together."""
    written = [("a", "来源", ["上级", "村集体"]), ("b", "来源", ["村集体", "捐赠"])]
    lists = [
        Vocabulary.model_validate(
            {"编号": name, "名称": name, "数据": "project", "字段": f"资金来源.{field}", "词": words}
        )
        for name, field, words in written
    ]
    records = Records(tuple(lists))
    project = family("project", records)
    assert project is not None

    assert vocabularies(records) == {("project", "资金来源.来源"): ("上级", "村集体", "捐赠")}
    assert {entry.path for entry in project.walk() if entry.listed} == {"资金来源.来源"}


def test_words_that_schedules_and_ledgers_name_are_offered_too() -> None:
    """Where the field has a vocabulary; nobody writes a meeting or a kind of entry twice."""
    lists = [
        Vocabulary.model_validate({"编号": data, "名称": data, "数据": data, "字段": field, "词": ["其他"]})
        for data, field in (("activity", "类型"), ("issue", "类别"))
    ]
    monthly = {"类型": "月会", "周期": "每月"}
    meetings = Schedule.model_validate({"编号": "s", "名称": "例会", "适用组织": ["党支部"], "要求": [monthly]})
    ledger = Ledger.model_validate({"编号": "l", "名称": "点单", "可选来源": ["走访"], "可选类别": ["水电"]})

    assert vocabularies(Records((*lists, meetings, ledger))) == {
        ("activity", "类型"): ("其他", "月会"),
        ("issue", "类别"): ("其他", "水电"),
    }


def test_references_are_completed_from_what_is_there() -> None:
    """Ids or names, sorted, each once; of no family nothing."""
    places = [
        Place.model_validate({"@乡镇": township, "编号": name, "名称": f"{name}村", "级别": "村"})
        for township, name in [("b", "yi"), ("a", "jia"), ("a", "yi")]
    ]
    records = Records(tuple(places))

    assert names(records, Ref("place")) == ("jia", "yi")
    assert names(records, Ref("place", by="name")) == ("jia村", "yi村")
    assert names(records, Ref("")) == ()


def test_no_example_lies_about_unused() -> None:
    """A label that no field has any more takes its example with it."""
    labels = {label for one in FAMILIES for entry in one.walk() for label in (entry.label, f"{one.name}/{entry.path}")}

    assert set(_BY_LABEL) <= labels
