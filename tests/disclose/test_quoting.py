"""What a correction may say in a publication that everybody reads: nothing that the gate would withhold from any of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.disclose.quoting import quotable
from generator.load import load
from generator.model import WITHHELD, Audience, Record, Records
from generator.model.record import Closure, Row
from generator.records.finance import Finance
from generator.records.publication import PublicationRecord
from tests import world

READERS = (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY)


@cache
def sample() -> Records:
    """The sample county: every kind of item, mask and closure that there is."""
    records, _ = load(world.REPOSITORY)
    return derive(records, world.TODAY)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every written value with its path of labels and row numbers."""
    if isinstance(value, Row):
        for name, field in type(value).model_fields.items():
            if not str(field.alias).startswith("@"):
                yield from leaves(getattr(value, name), (*path, str(field.alias)))
    elif isinstance(value, tuple) and value and isinstance(value[0], Row):
        for number, row in enumerate(value):
            yield from leaves(row, (*path, number))
    elif value not in (None, ()):
        yield path, value


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        if isinstance(value, Row):
            names = {str(field.alias): name for name, field in type(value).model_fields.items()}
            value = getattr(value, names[str(step)])
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return WITHHELD
    return value


def published(records: Records) -> Iterator[tuple[PublicationRecord, Record]]:
    """Of each township one publication of each combination of items, with the first record that it publishes."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for publication in records.of(PublicationRecord):
        found = [records.find(f"{publication.township}/{name}") for name in publication.records]
        if found and found[0] is not None and (publication.township, publication.items) not in seen:
            seen.add((publication.township, publication.items))
            yield publication, found[0]


def test_nothing_quotable_is_withheld_from_whoever_reads_the_publication() -> None:
    """Compared with the gate itself, for every value of one publication of each kind in each township, and each circle of readers."""
    records = sample()
    editions = [disclose(records, reader) for reader in READERS]
    quoted = hidden = 0
    for publication, record in published(records):
        for path, value in leaves(record):
            if not quotable(records, publication, record, path):
                hidden += 1
                continue
            quoted += 1
            for edition in editions:
                view = edition.find(publication.key)
                if view is not None and getattr(view, "corrections", WITHHELD) is not WITHHELD:
                    shown = at(edition.find(record.key), path)
                    assert shown == value, (publication.key, record.key, path)
    assert quoted > 300
    assert hidden > 300


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("期末结存",), True),
        (("支出", 0, "摘要"), True),
        (("支出", 0, "金额"), True),
        (("支出", 0, "经手人"), False),  # masked for the village
        (("逐笔", 0, "摘要"), False),  # for society only a total
        (("备注",), False),
        (("不公开",), False),
        (("支出", 99, "摘要"), False),
        (("没有",), False),
    ],
)
def test_open_masked_counted_and_closed(world_records: Records, path: tuple[str | int, ...], expected: bool) -> None:
    """In the small world, whose catalogue is short enough to compare."""
    publication, record = accounts(world_records)

    assert quotable(world_records, publication, record, path) is expected


def accounts(records: Records) -> tuple[PublicationRecord, Record]:
    publication = records.get(PublicationRecord, "demo/publication/shanghe-2026-07-cash")
    record = records.get(Finance, "demo/finance/shanghe-2026-07")
    assert publication is not None
    assert record is not None
    return publication, record


def test_a_record_that_closes_itself_is_not_quoted(world_records: Records) -> None:
    """Altogether, or the one field."""
    publication, record = accounts(world_records)
    for fields in ((), ("期末结存",), ("支出",)):
        closure = Closure.model_construct(audience="社会", fields=fields, reason="核对中")
        closed = record.model_copy(update={"closures": (closure,)})
        assert quotable(world_records, publication, closed, ("期末结存",)) is (fields == ("支出",))
        assert not quotable(world_records, publication, closed, ("支出", 0, "摘要")) or fields == ("期末结存",)


def test_an_item_that_nobody_knows_opens_nothing(world_records: Records) -> None:
    """Pessimism: what is odd is not quoted."""
    publication, record = accounts(world_records)
    odd = publication.model_copy(update={"items": ("finance-cash", "nowhere")})

    assert not quotable(world_records, odd, record, ("期末结存",))
