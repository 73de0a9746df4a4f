"""The findings page of review bundles: worst first, readable with a thousand of them, inert whatever they quote."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.disclose import disclose
from generator.model import Audience, Edition, Explanation, Finding, Level, Page, Records, Where
from generator.pages import findings, plan
from generator.records.acceptance import Acceptance
from generator.records.finance import Finance
from generator.write import write

MANUAL = {"sums": Explanation("合计不对", "", "", "", "", ""), "overdue": Explanation("逾期未公开", "", "", "", "", "")}
FOLDER = "data/townships/demo/"


def found(message: str, file: str = "finance.yml", line: int = 1, **changes: object) -> Finding:
    given = {
        "rule": "sums",
        "level": Level.WARNING,
        "where": Where(FOLDER + file, line, 1),
        "record": "demo/place/demo",
    }
    return Finding(message=message, **(given | changes))  # type: ignore[arg-type]


@pytest.fixture
def shown(world_records: Records, tmp_path: Path):  # type: ignore[no-untyped-def]
    """(the overview, the township's page) as Markdown with the entities undone."""

    def show(*given: Finding, acceptances: tuple[Acceptance, ...] = ()) -> tuple[str, str]:
        records = replace(world_records, items=(*world_records.items, *acceptances), findings=given, manual=MANUAL)
        edition = disclose(records, Audience.REVIEW)
        docs = write(edition, plan(edition), tmp_path).docs
        files = (docs / "findings.md", docs / "demo" / "findings.md")
        return tuple(html.unescape(file.read_text(encoding="utf-8")) for file in files)  # type: ignore[return-value]

    return show


def sheets(edition: Edition) -> list[findings.Sheet]:
    return township(edition).context["sheets"]


def township(edition: Edition) -> Page:
    return next(page for page in findings.pages(edition) if page.path == "demo/findings.md")


def review(world_records: Records, *given: Finding) -> Edition:
    return disclose(replace(world_records, findings=given, manual=MANUAL), Audience.REVIEW)


def test_the_worst_file_and_the_worst_finding_come_first(world_records: Records) -> None:
    edition = review(
        world_records,
        *(found(str(n), "a.yml", n) for n in (3, 1, 2)),
        found("提示", "b.yml", 1, level=Level.NOTE),
        found("错误", "b.yml", 9, level=Level.ERROR),
    )

    assert [(s.file, s.counts[:3], [e.finding.message for e in s.first]) for s in sheets(edition)] == [
        ("b.yml", (1, 0, 1), ["错误", "提示"]),
        ("a.yml", (0, 3, 0), ["1", "2", "3"]),
    ]


def test_many_of_a_file_are_folded_and_one_alone_is_not(world_records: Records) -> None:
    many = [found(str(n), "a.yml", n) for n in range(1, 21)]
    six = [found(str(n), "b.yml", n) for n in range(1, 7)]

    assert [(len(s.first), len(s.more)) for s in sheets(review(world_records, *many, *six))] == [(5, 15), (6, 0)]


def test_a_page_says_what_where_how_to_mend_it_and_whose(shown, world_records: Records) -> None:  # type: ignore[no-untyped-def]
    """With a link to the record's page; the levels have marks and words."""
    sheet = world_records.of(Finance)[0]
    overview, page = shown(
        found("收入合计,不对", line=14, record=sheet.key, hint="核对(各行)"), found("甲", level=Level.ERROR, rule="x")
    )

    assert "错误 1 个，警告 1 个，提示 0 个。" in page
    assert "| x | 1 | 0 | 0 | 0 |\n" in page
    assert '<span class="gk-state gk-state--late">! 警告</span> 收入合计，不对<br>' in page
    assert f"(shanghe/finance/{sheet.id}.md)" in page
    assert "第14行" in page
    assert "改法：核对（各行）" in page
    assert "| [上河镇](demo/findings.md) | 1 | 1 | 0 | 0 |" in re.sub(r"\[[^]]+\]\(demo", "[上河镇](demo", overview)


def test_accepted_ones_stand_apart_with_who_and_why(shown) -> None:  # type: ignore[no-untyped-def]
    """Those that accept nothing are shown too."""
    given = {"@乡镇": "demo", "规则": "sums", "日期": "2026-10-01", "职务": "镇纪委书记"}
    used, idle = (
        Acceptance.model_validate(given | {"编号": name, "理由": reason, "内容": "三月"})
        for name, reason in (("used", "账本如此"), ("idle", "早已改好"))
    )
    overview, page = shown(found("三月的合计不对", accepted=used.key, hint="不该再说的改法"), acceptances=(used, idle))

    assert "警告 0 个，提示 0 个；另有 1 个已接受。" in page
    above, below = page.split("## 已接受的")
    assert "三月的合计不对" not in above
    assert "镇纪委书记 2026年10月1日同意：账本如此" in below
    assert "不该再说的改法" not in page
    assert "早已改好" in below.split("## 没有用上的接受")[1]
    assert "| 0 | 0 | 0 | 1 |" in overview


def test_what_concerns_nobody_in_particular_stands_in_the_overview(shown) -> None:  # type: ignore[no-untyped-def]
    where = Where("data/catalogue/laws/laws.yml", 3, 1)
    overview, page = shown(found("条文没有核对", where=where, record="item/nothing"))

    assert "### data/catalogue/laws/laws.yml" in overview
    assert "没有查出问题。" in page


def test_a_thousand_findings_are_a_page_that_can_be_read(world_records: Records, tmp_path: Path) -> None:
    """Five of a file at once; all of them are there; beyond two thousand the worst."""
    given = [found(f"第{n}处", f"f{n % 40}.yml", n, level=list(Level)[n % 3]) for n in range(1, 1001)]
    edition = review(world_records, *given)
    docs = write(edition, [*findings.portal(edition), *findings.pages(edition)], tmp_path).docs
    page = (docs / "demo" / "findings.md").read_text(encoding="utf-8")
    unfolded = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)

    assert sum(f"第{n}处" in page for n in range(1, 1001)) == 1000
    assert len(re.findall(r"^- <span", unfolded, re.MULTILINE)) == 40 * 5
    assert page.count("<details") == 40

    more = review(world_records, *given, *given, found("最要紧的", level=Level.ERROR, line=5))
    context = township(more).context
    assert context["beyond"] == 1
    assert sum(len(s.first) + len(s.more) for s in context["sheets"]) == 2000
    assert any(e.finding.message == "最要紧的" for s in context["sheets"] for e in (*s.first, *s.more))


@pytest.mark.parametrize(
    "trick", ["<script>x</script>", "# 标题", "[a](b)", "{{ 1 }}", "| a | b |", "</details>", "`x`"]
)
def test_hostile_words_stay_words(trick: str, world_records: Records, tmp_path: Path) -> None:
    """In the message, the hint, and the file's name."""
    edition = review(world_records, found(trick, f"{trick}.yml", hint=trick))
    docs = write(edition, [*findings.portal(edition), *findings.pages(edition)], tmp_path).docs

    assert trick not in (docs / "demo" / "findings.md").read_text(encoding="utf-8")


def test_characters_that_would_stop_a_build_are_made_visible(world_records: Records, tmp_path: Path) -> None:
    """A message may quote what the reader refused; the page must still be written."""
    edition = review(world_records, found("值“\x1b[31m\u202e”不对", hint="去掉\x00"))
    docs = write(edition, [*findings.portal(edition), *findings.pages(edition)], tmp_path).docs

    assert "值“�&#91;31m�”不对" in (docs / "demo" / "findings.md").read_text(encoding="utf-8")


def test_only_reviewers_have_the_pages(world_records: Records) -> None:
    """And those only when something was checked: silence must not look like praise."""
    records = replace(world_records, findings=(found("甲"),), manual=MANUAL)

    for audience in Audience:
        pages = [*findings.portal(edition := disclose(records, audience)), *findings.pages(edition)]
        assert bool(pages) is (audience is Audience.REVIEW)
    assert list(findings.pages(disclose(world_records, Audience.REVIEW))) == []
