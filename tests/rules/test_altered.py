"""What counts as a silent change of a published record, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import local
from generator.mechanisms.fingerprints import fingerprints
from generator.model import Finding, Level, Record, Records
from generator.records.finance import Finance
from generator.records.procedure import Procedure
from generator.records.publication import Correction, Fingerprint, PublicationRecord
from generator.rules import altered
from tests.rules.worlds import world


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Records:
    records, _ = world("_base", Path(tmp_path_factory.mktemp("base")))
    return records


def found(records: Records, key: str, publication: str, changes: dict[str, Any], **more: Any) -> list[Finding]:
    """What the rule says of the record, changed after its publication was given fingerprints; not of those without."""
    record, act = records.find(key), records.get(PublicationRecord, f"anping/publication/{publication}")
    assert record is not None
    assert act is not None
    items = [item for name in act.items if (item := local(records, "anping").item(name))]
    name = f"{record.family}/{record.id}"
    prints = (Fingerprint.model_validate({"记录": name, "内容": fingerprints(record, items)}),)
    later: dict[str, Record] = {
        key: record.model_copy(update=changes),
        act.key: act.model_copy(update={"fingerprints": prints} | more),
    }
    changed = replace(records, items=tuple(later.get(one.key, one) for one in records))
    return [one for one in altered.check(changed) if "没有指纹" not in one.message]


def sheet(records: Records, **changes: Any) -> list[Finding]:
    return found(records, "anping/finance/liucun-2026-03", "liucun-2026-03-cash", changes)


def test_nothing_changed_nothing_said(base: Records) -> None:
    assert sheet(base) == []


@pytest.mark.parametrize("field", ["opening", "closing"])
def test_every_published_amount_counts(base: Records, field: str) -> None:
    """One fen is enough."""
    now = base.get(Finance, "anping/finance/liucun-2026-03")
    changed = sheet(base, **{field: getattr(now, field) + Decimal("0.01")})

    assert [one.level for one in changed] == [Level.ERROR]


@pytest.mark.parametrize("changes", [{"cash": Decimal(5)}, {"entries": ()}, {"remark": "内部"}, {"income_total": None}])
def test_what_was_never_published_may_change(base: Records, changes: dict[str, Any]) -> None:
    assert sheet(base, **changes) == []


def test_another_way_of_typing_is_no_change(base: Records) -> None:
    """12,000.00 and 12000 are one amount."""
    assert sheet(base, closing=Decimal("96020")) == []


def test_a_line_gone_and_a_line_more_count(base: Records) -> None:
    """A sheet is closed with its period: unlike the steps of a matter its lines do not grow."""
    now = base.get(Finance, "anping/finance/liucun-2026-03")
    assert now is not None

    assert [one.level for one in sheet(base, incomes=())] == [Level.ERROR]
    assert [one.level for one in sheet(base, incomes=(*now.incomes, *now.incomes))] == [Level.ERROR]


def matter(records: Records, **changes: Any) -> list[Level]:
    said = found(records, "anping/procedure/liucun-bridge", "liucun-bridge", changes)
    return [one.level for one in said]


def test_a_matter_goes_on_but_its_past_stays(base: Records) -> None:
    """Steps come after those published, blanks of the last are filled in; a vote that was counted stays."""
    now = base.get(Procedure, "anping/procedure/liucun-bridge")
    assert now is not None
    *before, last = now.steps
    down = last.model_copy(update={"removed": date(2026, 10, 20)})
    vote = before[-1].model_copy(update={"ayes": 44, "noes": 1})

    assert matter(base, steps=(*before, down)) == []
    assert matter(base, steps=(*before, down, last)) == []
    assert matter(base, steps=(*before[:-1], vote, last)) == [Level.ERROR]
    assert matter(base, steps=tuple(before)) == [Level.ERROR]
    assert matter(base, steps=()) == [Level.ERROR]
    assert matter(base, stage="已完成") == [Level.NOTE]


def corrected(records: Records, field: str, new: str, closing: str) -> list[tuple[Level, str]]:
    """The level and place in words of what is said when the closing balance was corrected by hand."""
    correction = Correction.model_validate(
        {"日期": "2026-04-20", "更正项": field, "原为": "96,020.00", "改为": new, "理由": "抄错"}
    )
    key, act = "anping/finance/liucun-2026-03", "liucun-2026-03-cash"
    said = found(records, key, act, {"closing": Decimal(closing)}, corrections=(correction,))
    return [(one.level, one.record.split("/")[1]) for one in said]


@pytest.mark.parametrize(
    ("field", "new", "closing", "said"),
    [
        ("期末结存", "96,000元", "96000", [(Level.NOTE, "publication")]),
        ("期末结存", "96,001元", "96000", [(Level.ERROR, "finance")]),
        ("期末结存", "（不公开的内容）", "96000", [(Level.WARNING, "publication")]),
        ("期末结存", "（不公开的内容）", "96020", []),
        ("期末结存", "（没有写", "96020", []),
        ("期末结存(合计)", "96,001元", "96000", [(Level.WARNING, "publication")]),
        ("期初结存", "86,420.00", "96000", [(Level.ERROR, "finance")]),
        ("期末结存", "96,000元", "96020", [(Level.WARNING, "publication")]),
        ("期末结存", "九万六千零二十元", "96020", []),
    ],
)
def test_a_correction_speaks_for_one_change(
    base: Records, field: str, new: str, closing: str, said: list[tuple[Level, str]]
) -> None:
    """The one it names, when the record now says what it says."""
    assert corrected(base, field, new, closing) == said


def test_a_later_publication_takes_over(base: Records) -> None:
    """What was posted anew was shown anew; an unapproved sheet has shown nothing."""
    act = base.get(PublicationRecord, "anping/publication/liucun-2026-03-cash")
    assert act is not None
    again = act.model_copy(update={"id": "again", "posted": date(2026, 6, 1), "fingerprints": ()})
    shown, unsigned = base.adding((again,)), base.adding((again.model_copy(update={"approved": None}),))

    assert sheet(shown, closing=Decimal(1)) == []
    assert [one.level for one in sheet(unsigned, closing=Decimal(1))] == [Level.ERROR]
