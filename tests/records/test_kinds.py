"""Every family: its file, its labels and help, and a sample that a clerk can read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from PIL import Image
from pydantic import BaseModel

import generator.records
from generator.model import Record
from generator.records import CATALOGUE_KINDS, KINDS, MARKDOWN_KINDS, TOWNSHIP_KINDS
from generator.trees.reader import read
from tests.load.world import World

HERE = Path(__file__).parent
families = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.family)
in_yaml = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in MARKDOWN_KINDS], ids=lambda kind: kind.family
)
"""Of documents in Markdown see `tests/load/test_archive.py`."""

# A label that means one thing in one place and another elsewhere. Think twice before adding to it: a clerk learns a
# word once. Paths such as `收入.金额` keep them apart in the catalogue.
TWO_MEANINGS = {
    "事项": "the name of a matter, or the catalogue items that a publication publishes",
    "审核": "the post on a finance sheet, or the sign-off of a publication",
    "内容": "what was said in words, or the fingerprints of the fields",
    "对象": "one audience of a closure, or audiences with their modes",
    "支出": "the lines of a statement, or the amount of one voucher",
    "收入": "the lines of a statement, or the amount of one voucher",
    "日期": "the day of something, or as much of its day as an archived document says",
    "期限": "the deadline of an item, or the deadlines that a local rule tightens",
    "材料": "the evidence that was kept, or the evidence that is to be kept",
    "记录": "the records that are published, or the one that a correction is about",
    "步骤": "the name of a step, or the steps themselves",
    "正文": "the paragraphs of an article, the pieces of an archived document, or the one text of a publication",
    "结果": "what came of it in words, or the results of those who were assessed",
    "等次": "the name of a grade, or the grades themselves",
    "节点": "the name of a milestone, or the milestones themselves",
    "字段": "the fields that are closed or opened otherwise, or the one that a metric adds up",
    "分组": "the shelves of an item, or the field by which a metric is split",
    "档": "the name of a tier, or the tiers themselves",
}


def models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The record and every kind of row inside it."""
    seen: set[type[BaseModel]] = set()
    waiting = [kind]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            waiting += [inner for field in model.model_fields.values() for inner in inside(field.annotation)]


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models named in a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


def sample(kind: type[Record]) -> bytes:
    """The family's sample file."""
    return (HERE / kind.family / "sample.yml").read_bytes()


def written(value: Any) -> Iterator[tuple[str, ...]]:
    """Every path of labels in a tree of plain values, list positions left out."""
    if isinstance(value, dict):
        for label, below in value.items():
            yield (label,)
            yield from ((label, *path) for path in written(below))
    elif isinstance(value, list):
        for below in value:
            yield from written(below)


def test_the_folder_and_the_list_agree() -> None:
    """Every module of `records` holds the one family that bears its name, and `KINDS` lists it once."""
    folder = Path(generator.records.__file__).parent
    modules = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))

    assert modules == sorted(kind.family for kind in KINDS)
    assert modules == sorted(kind.__module__.rpartition(".")[2] for kind in KINDS)


def test_catalogue_families_belong_to_no_township() -> None:
    """The flag and the list say the same."""
    assert set(CATALOGUE_KINDS.values()) == {kind for kind in KINDS if kind.catalogue}
    assert set(TOWNSHIP_KINDS) == {kind for kind in KINDS if not kind.catalogue}


def test_names_and_labels_of_families_are_unique() -> None:
    """Two families never share a word."""
    assert len(KINDS) == len({kind.family for kind in KINDS}) == len({kind.label for kind in KINDS})


@families
def test_labels_are_unique_and_explained(kind: type[Record]) -> None:
    """In every model each field has a Chinese label of its own and a help text."""
    for model in models(kind):
        fields = model.model_fields.values()
        labels = [field.alias for field in fields]

        assert len(labels) == len(set(labels)), model
        assert all(labels), model
        assert all(field.description for field in fields), model
        assert not [label for label in labels if label and (set(label) & set(" :：#") or label.isascii())], model


@families
def test_identity_names_fields(kind: type[Record]) -> None:
    """What stays when anything is open must exist."""
    assert set(kind.identity) <= set(kind.model_fields)


@families
def test_a_blank_default_is_never_shared(kind: type[Record]) -> None:
    """Records are frozen; a default that can be changed would be changed for everybody."""
    defaults = [field.default for model in models(kind) for field in model.model_fields.values()]

    assert not [default for default in defaults if isinstance(default, (list, dict, set))]


def test_one_label_one_meaning() -> None:
    """A label has the same type wherever it stands, but for the listed ones; and the list names no other."""
    types: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        for model in models(kind):
            for field in model.model_fields.values():
                types[str(field.alias)].add(_meaning(field.annotation))

    shared = {label for label, found in types.items() if len(found) > 1}
    assert shared == set(TWO_MEANINGS)


def _meaning(annotation: Any) -> str:
    """The plain type, whether or not it may be left out: `str`, `Decimal`, `tuple[str]`, `row`, `tuple[row]` …"""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _meaning(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(sorted(_meaning(part) for part in arguments if part is not type(None)))
    if origin is Literal:
        return "str"
    if origin is tuple:
        return f"tuple[{_meaning(arguments[0])}]"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "row"
    return annotation.__name__ if isinstance(annotation, type) and not arguments else str(annotation)


@in_yaml
def test_the_sample_loads(kind: type[Record], tmp_path: Path) -> None:
    """Two records, nothing to report."""
    world = World(tmp_path)
    Image.new("RGB", (4, 4)).save(world.write("content/anping/files/board-2026-03.jpg", ""))

    loaded = world.family(kind, sample(kind))

    assert not loaded.findings
    expected = [kind, kind]
    assert expected == [type(record) for record in loaded.records.items]


@in_yaml
def test_the_first_record_of_the_sample_is_the_least(kind: type[Record], tmp_path: Path) -> None:
    """Leaving out any label of it is an error at the record, save a figure, whose blank is a value."""
    world = World(tmp_path)
    node, _ = read(sample(kind), "sample.yml")
    assert node is not None
    first = node.plain()[0]

    for label in first:
        text = "".join(f"{name}: {_flow(value)}\n" for name, value in first.items() if name != label)
        loaded = world.family(kind, text)
        if label != "数值":
            assert [f"{label}: 必须填写"] == [finding.message for finding in loaded.errors[:-1]]
            assert loaded.errors[0].where.line == 1


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{label}: {_flow(below)}" for label, below in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else f'"{value}"' if value else ""


@in_yaml
def test_the_second_record_of_the_sample_has_everything(kind: type[Record]) -> None:
    """A new label shows in the sample, where clerks look for it."""
    node, _ = read(sample(kind), "sample.yml")
    assert node is not None
    paths = set(written(node.plain()[1]))

    wanted = {path for path in _paths(kind) if not (kind.catalogue and path[0] == "不公开")}
    assert wanted <= paths


def _paths(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in model.model_fields.values():
        label = str(field.alias)
        if not label.startswith("@"):
            yield (*above, label)
            for inner in inside(field.annotation) if label != "不公开" else ():
                yield from _paths(inner, (*above, label))
