"""Odd data as Markdown: words where a sign alone would stand, words where nothing would, and no page too heavy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import pipeline
from generator.disclose import disclose
from generator.model import Audience, Level, Site
from generator.pages import due, plan, timeliness
from generator.pages._common.overview import TOGETHER
from generator.write import write
from tests import odd
from tests.odd.finance import ENTRIES
from tests.odd.places import LONG

VILLAGES = 400


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, Path]:
    """The odd townships as each audience reads them."""
    root = odd.world(tmp_path_factory.mktemp("odd"))
    records, findings = pipeline.check(Site(root, odd.TODAY))
    assert [one.message for one in findings if one.level is Level.ERROR] == []
    docs = {}
    for audience in Audience:
        edition = disclose(records, audience)
        docs[audience] = write(edition, plan(edition), root / audience.value).folder / "docs"
    return docs


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages by which the villages of a very large township are compared."""
    root = odd.many(tmp_path_factory.mktemp("many"), VILLAGES)
    records, _ = pipeline.check(Site(root, odd.TODAY))
    edition = disclose(records, Audience.PUBLIC)
    pages = [*due.pages(edition), *timeliness.pages(edition)]
    return write(edition, pages, root / "made").folder / "docs"


def said(docs: Path, path: str) -> str:
    return (docs / f"{path}.md").read_text("utf-8")


def test_a_name_has_sixty_characters() -> None:
    """What the other tests rely on."""
    assert len(LONG) == 60


def test_money_below_nought_is_said_in_words(written: dict[Audience, Path]) -> None:
    """A true minus, and what it means: owed, or taken back."""
    text = said(written[Audience.VILLAGE], "odd/rare/finance/red-2026-08")

    assert "| **期初结存**（透支） | | **−12,345.67** |" in text
    assert "| **期末结存**（透支） | | **−18,045.67** |" in text
    assert "| 冲销7月重复登记的租金（冲减） | 501 经营收入 | −5,000.00 |" in text
    assert "| 8月保洁员工资 | 514 公益支出 | 900.00 |" in text
    assert "其中现金 −5.00 元（透支），银行存款 −18,040.67 元（透支）。" in text
    assert "收入、支出前面有“−”的，是冲减以前登记的数；结存、余额前面有“−”的，是透支。" in text


def test_nothing_below_nought_needs_no_words(written: dict[Audience, Path]) -> None:
    """The explanation stands only where there is something to explain."""
    text = said(written[Audience.VILLAGE], "odd/zero/finance/zero-2026-08")

    assert "透支" not in text
    assert "冲减" not in text


def test_a_sheet_says_that_nothing_came_or_went(written: dict[Audience, Path]) -> None:
    """A row in words, beside the nought."""
    text = said(written[Audience.PUBLIC], "odd/zero/finance/zero-2026-08")
    spent = said(written[Audience.PUBLIC], "odd/digits/finance/digits-2026-08")

    assert "| 没有收入 | |  |\n| **收入合计** | | **0.00** |" in text
    assert "| 没有支出 | |  |\n| **支出合计** | | **0.00** |" in text
    assert "没有收入" in spent
    assert "没有支出" not in spent


def test_a_year_of_entries_is_read_month_by_month(written: dict[Audience, Path]) -> None:
    """Each month under its own heading with its own sums, and none of the entries is lost."""
    text = said(written[Audience.VILLAGE], "odd/long/finance/year-2025")
    heads = re.findall(r"^### (2025年\d+月)$", text, re.M)
    rows = re.findall(
        r"^\| \d+月\d+日 \| [^|]+ \| [^|]+ \| [^|]* \| ([−\d,.]*) \| ([−\d,.]*) \| [−\d,.]+ \|$", text, re.M
    )
    sums = re.findall(r"^\| \*\*本月合计\*\* \|  \| (\d+) 笔 \| \| \*\*(.+?)\*\* \| \*\*(.+?)\*\* \|", text, re.M)

    assert heads == [f"2025年{month}月" for month in range(1, 13)]
    assert len(rows) == ENTRIES == sum(int(count) for count, _, _ in sums)
    assert f"共 {ENTRIES} 笔。" in text
    for column in (0, 1):
        assert _total(row[column] for row in rows) == pytest.approx(_total(one[column + 1] for one in sums))


def _total(cells: Iterable[str]) -> float:
    return sum(float(cell.replace(",", "").replace("−", "-")) for cell in cells if cell)


def test_the_public_sees_the_sum_of_the_entries_alone(written: dict[Audience, Path]) -> None:
    """No month by month where the days are closed."""
    text = said(written[Audience.PUBLIC], "odd/long/finance/year-2025")

    assert "本月合计" not in text
    assert "共139笔" in text


def test_a_matter_without_a_step_shows_what_is_to_come(written: dict[Audience, Path]) -> None:
    """All six steps of the form, none of them taken."""
    assert said(written[Audience.PUBLIC], "odd/long/procedure/no-step").count("尚未进行") == 6


def test_what_is_empty_is_said(written: dict[Audience, Path]) -> None:
    """A statement without figures, a round without results."""
    assert "这张表各行都没有写数字。" in said(written[Audience.VILLAGE], "odd/zero/finance/zero-income-2025")
    assert "这里没有可以公开的评定结果。" in said(written[Audience.REVIEW], "odd/assessment/none")


def test_pages_of_odd_records_stay_light(written: dict[Audience, Path]) -> None:
    """Their Markdown leaves room for the frame below 60 KB of HTML."""
    heavy = {
        str(path.relative_to(docs)): path.stat().st_size
        for docs in written.values()
        for kind in ("finance", "project", "procedure", "roster", "assessment")
        for path in docs.glob(f"odd/**/{kind}/*.md")
        if path.stat().st_size > 30_000
    }
    assert heavy == {}


def test_villages_are_very_many(many: Path) -> None:
    """Counts on the page of the township, the marks on a page a village; each page within reason."""
    overview, village = said(many, "many/due"), said(many, "many/v400/due")

    assert VILLAGES > TOGETHER
    assert "[第1村](v001/due.md)" in overview
    assert "## 各村" in overview
    assert "## 逾期未公开" in village
    assert len(overview.encode()) < 60_000
    assert len(village.encode()) < 20_000


def test_a_league_of_very_many_is_drawn_by_bands(many: Path) -> None:
    """Four hundred bars nobody reads; the list of what was late is cut, and the file has all of it."""
    text = said(many, "many/timeliness")
    late = text[text.index("## 没有按时的") :]
    rows = re.findall(r"^\| \[?第\d+村", late, re.M)
    file = (many / "many" / "timeliness-late.csv").read_text("utf-8-sig").splitlines()
    told = re.search(r"共 (\d+) 项次", late)

    assert re.search(r"400个地方里，[^<]*不到60&#37;的134个，一项也没有按时的266个", text)
    assert len(rows) <= 100
    assert told
    assert len(file) == int(told[1]) + 1
    assert len(text.encode()) < 160_000
