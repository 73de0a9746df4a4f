"""The manual of the rules: complete, reachable from every finding, and only the program's own words."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.disclose import disclose
from generator.leaks import find_leaks
from generator.leaks.needles import _DIGITS
from generator.model import Audience, Explanation, Finding, Level, Records, Where
from generator.model.explanation import COMPLAINTS, SUBJECTS
from generator.pages import findings, manual, plan
from generator.pages._common import paths
from generator.records.finance import Finance
from generator.write import write

MANUAL = pipeline.explanations()
ANCHOR = re.compile(r'id="rule-([a-z]+)"')


def page(records: Records, folder: Path, audience: Audience = Audience.PUBLIC, **rules: Explanation) -> str:
    """Its Markdown, entities undone."""
    edition = disclose(replace(records, manual=rules or MANUAL), audience)
    docs = write(edition, manual.pages(edition), folder).docs
    return html.unescape((docs / paths.MANUAL).read_text(encoding="utf-8"))


@pytest.mark.parametrize("audience", Audience)
def test_every_reader_has_every_rule_once(world_records: Records, tmp_path: Path, audience: Audience) -> None:
    """Below the complaint that it answers or what it looks at, and in the table at the top."""
    text = page(world_records, tmp_path, audience)

    assert sorted(ANCHOR.findall(text)) == sorted(MANUAL)
    assert all(text.count(f"](#rule-{name})") == 1 for name in MANUAL)
    assert all(f"\n## {code} {heading}\n" in text for code, heading in COMPLAINTS.items())
    assert all(f"\n## {subject}\n" in text for subject in SUBJECTS)
    assert all(f"\n### {one.title}\n" in text for one in (MANUAL["board"], MANUAL["steps"]))


def test_a_rule_says_all_it_has_to_say(world_records: Records, tmp_path: Path) -> None:
    """The snippets keep their lines and blanks; whoever cannot accept is told so."""
    one = Explanation(
        "甲", "查(甲);再查", "因为", "收入:\n  - {甲: 1}", "收入:\n\n  - {甲: 2}", "改,再查", about="接受"
    )
    text = page(world_records, tmp_path, one=one, other=replace(one, title="乙", acceptable=False))

    assert "**查什么** 查（甲）；再查\n" in text
    assert "**为什么** 因为\n" in text
    assert "<pre><code>收入:\n  - {甲: 1}</code></pre>" in text
    assert "<pre><code>收入:\n \n  - {甲: 2}</code></pre>" in text, "an empty line would end the block"
    assert "**怎么改** 改，再查\n" in text
    assert text.count("由人出面接受") == text.count("不能接受") == 1


def test_nothing_in_a_snippet_means_anything(world_records: Records, tmp_path: Path) -> None:
    """Tags, headings and links of an example stay words."""
    trick = "</code></pre><script>alert(1)</script>\n# 标题\n[链](javascript:alert(1)) {{ 甲 }}"
    rules = {"one": Explanation("甲", trick, trick, trick, "对", trick, about="接受")}
    edition = disclose(replace(world_records, manual=rules), Audience.PUBLIC)
    text = (write(edition, manual.pages(edition), tmp_path).docs / paths.MANUAL).read_text(encoding="utf-8")

    assert "<script" not in text
    assert "](javascript" not in text
    assert text.count("</pre>") == 2
    assert "{{" not in text


def test_without_a_check_there_is_no_manual(world_records: Records) -> None:
    edition = disclose(replace(world_records, manual={}), Audience.REVIEW)

    assert list(manual.pages(edition)) == []
    assert paths.MANUAL not in {one.path for one in plan(edition)}


def test_findings_lead_to_their_rule(world_records: Records, tmp_path: Path) -> None:
    """To its anchor; a rule that the manual does not have is named without a link."""
    where = Where("data/townships/demo/finance/2026-q3.yml", 3)
    record = world_records.of(Finance)[0].key
    told = tuple(Finding(rule, Level.WARNING, where, "不对", record=record) for rule in ("board", "nowhere"))
    edition = disclose(replace(world_records, manual=MANUAL, findings=told), Audience.REVIEW)
    docs = write(edition, [*findings.portal(edition), *findings.pages(edition), *manual.pages(edition)], tmp_path).docs
    text = (docs / paths.findings("demo")).read_text(encoding="utf-8")

    assert f"[{MANUAL['board'].title}](../manual.md#rule-board)" in text
    assert "nowhere](" not in text


def test_no_example_blinds_the_leak_scan() -> None:
    """Its sums are not telling: a closed amount that the scan looks for is never excused by the manual."""
    for one in MANUAL.values():
        amounts = re.findall(r"\d[\d,]*\.\d\d", one.wrong + one.right + one.what + one.mend)
        digits = [re.sub(r"\D", "", amount).strip("0") for amount in amounts]
        assert [number for number in digits if len(number) >= _DIGITS] == [], one.title


def test_its_words_are_no_leak(world_records: Records, tmp_path: Path) -> None:
    """A record that is closed to these readers may say what an example says; the example is not the record."""
    words = "刘村三组张某家领取临时救助"
    assert words in MANUAL["leak"].wrong
    sheet = world_records.of(Finance)[0]
    closed = sheet.model_copy(update={"remark": words})
    records = replace(world_records, manual=MANUAL, items=(*(r for r in world_records if r is not sheet), closed))
    edition = disclose(records, Audience.PUBLIC)
    publication = write(edition, manual.pages(edition), tmp_path)

    assert find_leaks(publication, records, [publication.docs]) == []
