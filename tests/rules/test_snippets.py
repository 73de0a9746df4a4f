"""What the manual shows as wrong and right could stand in a data file: it is read by the same reader and the same schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from generator import pipeline
from generator.model import Level
from generator.model.record import Row, row_in
from generator.records import KINDS
from generator.trees.reader import Node, read

EXPLAINED = pipeline.explanations()
TEXTS = ("prose", "archive", "leak")
"""These show Markdown, no YAML."""
UNREADABLE = ("yaml", "schema")
"""What they show as wrong is what cannot be read."""
LOCAL = {"x_活动室面积", "x_活动室面职"}


def rows(kind: type[Row]) -> Iterator[type[Row]]:
    """A family and the rows inside it."""
    yield kind
    for field in kind.model_fields.values():
        inner = row_in(field.annotation)
        if inner is not None and inner is not kind:
            yield from rows(inner)


ROWS = tuple(dict.fromkeys(row for kind in KINDS for row in rows(kind)))


def parsed(text: str) -> list[dict[str, Any]]:
    """The records of a snippet; `……` stands for what is left out."""
    node, findings = read(f"{text}\n".encode(), "manual.yml")
    assert [finding.message for finding in findings if finding.level is Level.ERROR] == []
    found = [] if node is None else node.value if isinstance(node.value, list) else [node]
    return [plain(one) for one in found]


def plain(node: Node) -> dict[str, Any]:
    assert isinstance(node.value, dict), "a snippet shows labels, not words"
    return {key: value for key, value in node.plain().items() if key not in LOCAL and key not in ("…", "……")}


def misfit(given: dict[str, Any], kind: type[Row]) -> list[str]:
    """What the schema has against it, but for what a few lines of a record must lack: the others, and what all say together."""
    try:
        kind.model_validate(given | ({"@乡镇": "anping"} if hasattr(kind, "family") else {}))
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [f"{one['loc']}: {one['msg']}" for one in found if one["type"] != "missing" and one["loc"]]
    return []


@pytest.mark.parametrize("side", ["wrong", "right"])
@pytest.mark.parametrize("name", [name for name in EXPLAINED if name not in TEXTS])
def test_snippet_could_stand_in_a_file(name: str, side: str) -> None:
    """There is a family, or a row of one, that has all its labels and takes all its values."""
    if side == "wrong" and name in UNREADABLE:
        pytest.skip("shows what cannot be read")
    for given in parsed(getattr(EXPLAINED[name], side)):
        fits = {kind.__name__: misfit(given, kind) for kind in ROWS}
        best = min(fits, key=lambda kind: len(fits[kind]))
        assert fits[best] == [], best


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_shown_as_wrong(name: str) -> None:
    text = EXPLAINED[name].wrong
    node, findings = read(f"{text}\n".encode(), "manual.yml")

    assert findings or node is None or all(misfit(plain(node), kind) for kind in ROWS)


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_no_data(name: str) -> None:
    """Whatever is listed as Markdown is not read as a record by chance."""
    node, findings = read(f"{EXPLAINED[name].right}\n".encode(), "manual.yml")

    assert findings or node is None or not isinstance(node.value, dict)
