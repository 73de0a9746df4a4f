"""Rules that ask the catalogue: a local rule may move an item but not what the law makes of it."""

from __future__ import annotations

from generator.records.jurisdiction import Jurisdiction
from generator.records.publication import PublicationRecord
from generator.rules import signatures
from tests.derive.making import derived, item, make, township


def test_a_party_matter_stays_one_wherever_a_local_rule_puts_it() -> None:
    """It is still reviewed for secrets before it is published."""
    notice = item("notice", "procedure", ["事项"], 类别="党务公开")
    rule = make(
        Jurisdiction, "county", 名称="县规定", 核实="否", 改归=[{"事项": ["notice"], "归入": ["村务公开", "名单"]}]
    )
    signed = {"职务": "书记", "日期": "2026-03-01"}
    publication = make(
        PublicationRecord,
        "p",
        事项="notice",
        地方="anping",
        公开主体="镇党委",
        标题="公示",
        正文="公示",
        审核=signed,
        审批=signed,
        上墙日期="2026-03-02",
    )
    records = derived(notice, rule, township(适用规定="county"), publication)

    assert any("保密审查" in finding.message for finding in signatures.check(records))
