"""Whatever the records hold, a rule reports it or is silent; it never fails."""

from __future__ import annotations

import copy
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.load.shape import NodeSource
from generator.model import Duty, DutyState, Period, Record, Records
from generator.rules import RULES, check
from tests.rules.worlds import BROKEN, world

Typed = tuple[type[Record], str, dict[str, Any]]

DAYS = [date.min, date(1900, 1, 1), date(2026, 10, 20), date(2200, 12, 31), date.max]
ODD = [
    *("0", "1", "2", "-1", "999999999999999", "0.01", "2/3", "-1/3", "7/2", "是", "否", "村", "乡镇", "应到", "实到"),
    *("1900-01-01", "2026-03-31", "2200-12-31", "1900-01", "2200", "2200-Q4", "2026-03", "2026-03-31"),
    *("anping", "liucun", "vcol", "four-two", "finance/liucun-2026-03", "/", "finance/", "收入.金额", "收入"),
    *("党支部提议", "决议公开", "已完成", "110105 19491231002X", "& &#x; <", "**", "{{ 党员 }}", "x" * 200),
]


@cache
def pool() -> tuple[Typed, ...]:
    """Every record of every world, as it was typed."""
    typed: list[Typed] = []
    for folder in sorted(BROKEN.iterdir()):
        with tempfile.TemporaryDirectory() as place:
            records, _ = world(folder.name, Path(place))
        for record in records:
            source = records.sources[record.key]
            assert isinstance(source, NodeSource)
            typed.append((type(record), record.township, source.node.plain()))
    return tuple(typed)


@st.composite
def odd_records(draw: st.DrawFn) -> Records:
    """Records of several worlds at once, a few values of each replaced, doubled or gone."""
    chosen = draw(st.lists(st.sampled_from(range(len(pool()))), min_size=1, max_size=12))
    made: list[Record] = []
    for kind, township, typed in (pool()[index] for index in chosen):
        values = copy.deepcopy(typed)
        for _ in range(draw(st.integers(0, 3))):
            spoil(draw, values)
        try:
            made.append(kind.model_validate(values | {"@乡镇": township}))
        except ValidationError:
            continue
    return Records(
        tuple(made),
        today=draw(st.sampled_from(DAYS)),
        duties=draw(st.lists(duty, max_size=3).map(tuple)),
        prose=draw(st.dictionaries(st.just("about"), st.text() | st.sampled_from(ODD))),
    )


def spoil(draw: st.DrawFn, values: Any) -> None:
    """Changes one value somewhere in the tree."""
    while True:
        places = list(values) if isinstance(values, dict) else list(range(len(values)))
        if not places:
            return
        place = draw(st.sampled_from(places))
        below = values[place]
        if isinstance(below, dict | list) and draw(st.booleans()):
            values = below
            continue
        match draw(st.sampled_from(["replace", "remove", "empty", "double"])):
            case "replace":
                values[place] = draw(st.sampled_from(ODD))
            case "remove":
                del values[place]
            case "empty":
                values[place] = None if not isinstance(below, list) else []
            case "double" if isinstance(values, list):
                values.insert(0, copy.deepcopy(below))
        return


duty = st.builds(
    Duty,
    item=st.sampled_from(["finance-cash-statement", ""]),
    township=st.sampled_from(["anping", ""]),
    place=st.sampled_from(["liucun", ""]),
    opens=st.sampled_from(DAYS),
    due=st.sampled_from(DAYS),
    state=st.sampled_from(DutyState),
    period=st.sampled_from([None, Period.parse("2200"), Period.parse("1900-01")]),
    record=st.sampled_from(["", "anping/procedure/liucun-road"]),
    done=st.sampled_from([None, *DAYS]),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_records())
def test_no_rule_fails(records: Records) -> None:
    """Every finding also says something, and where."""
    for finding in check(records):
        assert finding.rule in {rule.NAME for rule in RULES}
        assert finding.message
        assert finding.hint
        assert finding.where.file


def test_no_rule_needs_any_record() -> None:
    """Nothing is wrong with nothing."""
    assert check(Records()) == []
