"""What holds for all pages: none is empty, none is a dead end, samples say so, figures have sources."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, DutyState, Edition, Page, Period, Record, Records
from generator.model.record import Closure
from generator.pages import plan
from generator.pages._common.disclosure import record_page
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord
from generator.write import write
from tests import world

RAW, _ = load(world.ROOT)
RECORDS = derive(RAW, world.TODAY)
LINK = re.compile(r"\]\(([^)]+)\)")


def pages_of(records: Records, audience: Audience, folder: Path) -> dict[str, str]:
    """Path → Markdown."""
    edition = disclose(records, audience)
    docs = write(edition, plan(edition), folder / audience.value).docs
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


@cache
def editions() -> dict[Audience, Edition]:
    return {audience: disclose(RECORDS, audience) for audience in Audience}


@pytest.fixture(scope="module", params=list(Audience), ids=lambda audience: audience.value)
def docs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of each audience in turn."""
    folder = tmp_path_factory.mktemp("pages")
    pages_of(RECORDS, request.param, folder)
    return folder / request.param.value / "docs"


@pytest.fixture(scope="module")
def pages(docs: Path) -> dict[str, str]:
    """Its pages."""
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def changed(*changes: tuple[str, Record]) -> Records:
    """The small site with some records replaced, by key, or added."""
    new = dict(changes)
    items = [new.pop(record.key, record) for record in RAW.items]
    return derive(replace(RAW, items=(*items, *new.values())), world.TODAY)


def find(key: str) -> Record:
    record = RAW.find(key)
    assert record is not None
    return record


def test_no_page_is_empty(pages: dict[str, str]) -> None:
    """A heading, and something below it that is neither the sample mark nor the number of the record."""
    for name, text in pages.items():
        body = text.partition("\n# ")[2] or text.partition("# ")[2]
        said = [
            line
            for line in body.splitlines()[1:]
            if line.strip("|:- ") and not line.startswith(("#", "<div", "</div", '<p class="gk-sample"'))
        ]

        assert len(said) > 1, name


def test_no_heading_stands_without_content(pages: dict[str, str]) -> None:
    """Two headings of one level may not follow each other directly, nor may a page end with one."""
    for name, text in pages.items():
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("<div", "</div"))]
        for one, following in zip(lines, [*lines[1:], "# end"], strict=True):
            deeper = following.startswith("#" * (len(one) - len(one.lstrip("#")) + 1))

            assert not (one.startswith("#") and following.startswith("#")) or deeper, (name, one)


def test_every_link_leads_to_a_page_or_a_file(pages: dict[str, str], docs: Path) -> None:
    """Relative, inside the folder, and there."""
    for name, text in pages.items():
        for target in LINK.findall(text):
            file, _, anchor = target.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))

            assert not anchor or f' id="{anchor}"' in html.unescape(pages[path]), (name, target)
            assert not path.startswith(".."), (name, target)
            assert (docs / path).is_file(), (name, target)


def test_every_page_leads_home(pages: dict[str, str]) -> None:
    """The breadcrumbs begin with it."""
    for name, text in pages.items():
        home = posixpath.relpath("index.md", posixpath.dirname(name) or ".")

        assert name == "index.md" or f"[首页]({home})" in text, name


def test_every_page_can_be_reached_from_home(pages: dict[str, str]) -> None:
    """By links alone, without the search."""
    seen, pending = {"index.md"}, ["index.md"]
    while pending:
        name = pending.pop()
        for target in LINK.findall(pages[name]):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target.partition("#")[0]))
            if path in pages and path not in seen:
                seen.add(path)
                pending.append(path)

    assert set(pages) - seen == set()


def test_every_page_of_a_sample_township_says_so(pages: dict[str, str], tmp_path: Path) -> None:
    """And none when the township is real."""
    assert all("示例 · 本页地名、人名和数字均为虚构" in text for text in pages.values())

    real = changed(("demo/place/demo", find("demo/place/demo").model_copy(update={"sample": False})))

    assert not any("虚构" in text for text in pages_of(real, Audience.PUBLIC, tmp_path).values())


def test_titles_are_headings_and_stand_once(pages: dict[str, str]) -> None:
    """One first-level heading a page."""
    for name, text in pages.items():
        assert len([line for line in text.splitlines() if line.startswith("# ")]) == 1, name


def tables(text: str) -> Iterator[list[str]]:
    """Runs of table lines."""
    run: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            run.append(line)
        elif run:
            yield run
            run = []


def test_tables_are_whole(pages: dict[str, str]) -> None:
    """An empty line before, a rule below the head, at least one row, as many cells everywhere: or it would be text."""
    for name, text in pages.items():
        lines = text.splitlines()
        for run in tables(text):
            before = lines[lines.index(run[0]) - 1]

            assert before == "", (name, run[0])
            assert re.fullmatch(r"\|(:?-+:?\|)+", run[1]), (name, run[1])
            assert len(run) > 2, (name, run[0])
            assert len({line.count("|") for line in run}) == 1, (name, run[0])


def test_a_list_is_preceded_by_an_empty_line(pages: dict[str, str]) -> None:
    """Glued to a paragraph it would be part of it."""
    for name, text in pages.items():
        lines = text.splitlines()
        for before, line in pairwise(lines):
            if re.match(r" *(-|1\.) ", line):
                assert before == "" or re.match(r" *(-|1\.) ", before), (name, line)


def test_every_figure_of_the_statistics_lists_its_records(pages: dict[str, str]) -> None:
    """Written figures name their record, computed ones lead to the records they were made from, or say how many."""
    audience = Audience.REVIEW if any("/notices/xiahe-2026-08" in name for name in pages) else Audience.PUBLIC
    text = pages["demo/indicators.md"].replace("&#47;", "/").replace("&#45;", "-")
    for indicator in editions()[audience].of(Indicator):
        if not indicator.inputs:
            assert f" {indicator.key} " in text or f" {indicator.key}<br>" in text, indicator.key
        pages_behind = {record_page(record) for key in indicator.inputs if (record := editions()[audience].find(key))}
        for page in pages_behind:
            assert page.removeprefix("demo/") in text, indicator.key
        assert not indicator.inputs or pages_behind or "不逐条公开" in text


def test_an_article_lists_where_its_figures_come_from(world_records: Records, tmp_path: Path) -> None:
    """Each with its record; masked ones with the reason, missing ones apart with theirs."""
    text = pages_of(world_records, Audience.PUBLIC, tmp_path)["demo/article/able-leaders.md"]
    known, missing = (run[2:] for run in tables(text) if run[0].startswith("| 数字 |"))

    assert len(known) == 6
    assert any("示范支部" in row and "&#42;&#42;" in row and "原件已遮盖" in row for row in known)
    assert ["村集体经营性收入" in row and "下河村的账还在清理" in row for row in missing] == [True]


def test_the_order_of_kinds_is_the_order_of_the_menu() -> None:
    """Planned pages have addresses of their own, and menus that begin with home."""
    planned = plan(editions()[Audience.PUBLIC])

    home = Page("index.md", planned[0].title, "home.md.j2", planned[0].context, planned[0].menu, feed=planned[0].feed)
    assert planned[0] == home
    assert len({page.path for page in planned}) == len(planned)


def test_a_page_shows_no_more_than_the_edition_holds() -> None:
    """Of records that are not in the edition there is no page."""
    public = {page.path for page in plan(editions()[Audience.PUBLIC])}

    assert "demo/xiahe/procedure/xiahe-bridge.md" not in public
    assert "demo/xiahe/notices/xiahe-2026-08-cash.md" not in public
    assert "demo/notices/demo-2026-q3-meetings.md" not in public


# ------------------------------------------------------------------------------------------------ odd but possible data


def test_a_step_taken_twice_is_shown_twice(tmp_path: Path) -> None:
    """A second vote may not hide the first."""
    matter = find("demo/procedure/shanghe-canal")
    assert isinstance(matter, Procedure)
    again = matter.steps[2].model_copy(update={"outcome": "第一次没有通过"})
    records = changed((matter.key, matter.model_copy(update={"steps": (again, *matter.steps)})))
    text = pages_of(records, Audience.PUBLIC, tmp_path)["demo/shanghe/procedure/shanghe-canal.md"]

    assert text.count("**审议**") == 2
    assert "第一次没有通过" in text


@pytest.mark.parametrize("missing", ["present", "ayes", "noes", "abstentions", "entitled"])
def test_a_step_whose_counts_are_not_complete_is_still_a_page(tmp_path: Path, missing: str) -> None:
    """What was not written is not shown; the others are."""
    matter = find("demo/procedure/shanghe-canal")
    assert isinstance(matter, Procedure)
    steps = tuple(step.model_copy(update={missing: None}) for step in matter.steps)
    records = changed((matter.key, matter.model_copy(update={"steps": steps})))
    text = pages_of(records, Audience.PUBLIC, tmp_path)["demo/shanghe/procedure/shanghe-canal.md"]
    label = str(type(matter.steps[0]).model_fields[missing].alias)

    counts = {"应到": " 人", "实到": " 人", "同意": " 票", "反对": " 票", "弃权": " 票"}
    for other, unit in counts.items():
        assert (f"{other} " in text) is (other != label), (other, unit)


def test_income_that_is_closed_has_no_total(tmp_path: Path) -> None:
    """0.00 would be a figure that nobody wrote."""
    sheet = find("demo/finance/shanghe-2026-07")
    closed = Closure.model_validate({"对象": "社会", "字段": ["收入"], "理由": "核对中"})
    records = changed((sheet.key, sheet.model_copy(update={"closures": (closed,)})))
    text = pages_of(records, Audience.PUBLIC, tmp_path)["demo/shanghe/finance/shanghe-2026-07.md"]

    assert "收入合计" not in text
    assert "共收入" not in text
    assert "**支出合计**" in text


def closings() -> Iterator[tuple[str, str]]:
    """One record of each family with each of its labels."""
    for family in ("place", "organisation", "indicator", "finance", "procedure", "article", "publication"):
        record = next(r for r in RAW if r.family == family and r.township)
        for name, field in type(record).model_fields.items():
            if name not in ("township", "closures", "inputs"):
                yield record.key, str(field.alias)


@pytest.mark.parametrize(("key", "label"), list(closings()))
def test_a_record_may_close_any_field(tmp_path: Path, key: str, label: str) -> None:
    """The pages still come out, with a dash or nothing where the value was."""
    record = find(key)
    closed = Closure.model_validate({"对象": "审阅", "字段": [label], "理由": "试"})
    records = changed((key, record.model_copy(update={"closures": (closed,)})))

    assert pages_of(records, Audience.REVIEW, tmp_path)


def test_two_publications_of_one_record_are_both_shown(tmp_path: Path) -> None:
    """The correction of the second may not be lost behind the first."""
    act = find("demo/publication/shanghe-2026-07-cash")
    again = act.model_copy(update={"id": "again", "channels": ("广播",)})
    text = pages_of(changed(("new", again)), Audience.PUBLIC, tmp_path)["demo/shanghe/finance/shanghe-2026-07.md"]

    assert text.count("| 公开主体 |") == 2
    assert "| 公开渠道 | 广播 |" in text
    assert text.count("原为 368&#46;20元") == 2


def test_what_was_withdrawn_late_is_not_counted_as_in_time() -> None:
    """Taking it down mends no delay: what can be read nowhere any more is not in time."""
    act = find("demo/publication/shanghe-2026-08-cash")
    records = changed((act.key, act.model_copy(update={"web": None})))
    (page,) = (p for p in plan(disclose(records, Audience.REVIEW)) if p.path == "demo/indicators.md")
    shanghe = next(one for place, one in page.context["timeliness"] if place.id == "shanghe")
    withdrawn = [duty for duty in records.duties if duty.state is DutyState.WITHDRAWN]

    assert len(withdrawn) == 2
    assert (shanghe.withdrawn, shanghe.on_time + shanghe.late + shanghe.overdue) == (2, shanghe.due - 2)


def test_what_was_published_on_the_last_day_is_in_time() -> None:
    """12 September is within twelve days of the end of August."""
    act = find("demo/publication/shanghe-2026-08-cash")
    on_time = date(2026, 9, 12)
    signed = {name: getattr(act, name).model_copy(update={"day": on_time}) for name in ("reviewed", "approved")}
    records = changed((act.key, act.model_copy(update={"posted": on_time, "web": on_time, **signed})))
    (page,) = (p for p in plan(disclose(records, Audience.REVIEW)) if p.path == "demo/indicators.md")
    shanghe = next(one for place, one in page.context["timeliness"] if place.id == "shanghe")

    assert (shanghe.late, shanghe.on_time) == (0, shanghe.due)


def test_the_sheets_of_two_publishers_are_not_mixed(tmp_path: Path) -> None:
    """The one before is that of the same books."""
    sheet = find("demo/finance/shanghe-2026-08")
    other = sheet.model_copy(update={"id": "other", "publisher": "上河村村民委员会"})
    pages = pages_of(changed(("other", other)), Audience.REVIEW, tmp_path)

    assert (
        "[上一期](shanghe-2026-07.md) · [下一期](shanghe-2026-09.md)"
        in pages["demo/shanghe/finance/shanghe-2026-08.md"]
    )
    assert "下一期" not in pages["demo/shanghe/finance/other.md"]
    assert "other.md" not in pages["demo/shanghe/finance/shanghe-2026-09.md"]


def test_the_parts_of_a_long_article_are_numbered_in_chinese(tmp_path: Path) -> None:
    """Beyond ten too."""
    article = find("demo/article/able-leaders")
    assert isinstance(article, Article)
    longer = article.model_copy(update={"sections": article.sections[:1] * 21})
    text = pages_of(changed((article.key, longer)), Audience.PUBLIC, tmp_path)["demo/article/able-leaders.md"]
    numbers = [line.removeprefix("## ").partition("、")[0] for line in text.splitlines() if line.startswith("## ")]

    assert numbers[:3] + numbers[8:12] + numbers[18:21] == [*"一二三九十", "十一", "十二", "十九", "二十", "二十一"]


def test_the_overview_leads_to_the_page_of_every_publication(tmp_path: Path) -> None:
    """Also of those with a text of their own whose period other records share, and of exemptions."""
    text = pages_of(RECORDS, Audience.PUBLIC, tmp_path)["demo/due.md"]

    assert "shanghe/notices/shanghe-2026-q3-affairs.md" in text
    assert text.count("xiahe/notices/xiahe-2026-07-cash.md") == 4, "two cells, and two lines that tell the reason"


def test_a_deadline_is_shown_as_the_local_rule_has_it(tmp_path: Path) -> None:
    """Fifteen days by the catalogue, twelve by the local rule: the page may not say fifteen and count twelve."""
    pages = pages_of(RECORDS, Audience.PUBLIC, tmp_path)

    assert "每月结束后12日内（地方规定），最迟2026年8月12日" in pages["demo/shanghe/finance/shanghe-2026-07.md"]
    assert "每月结束后15日内" in pages["catalogue/index.md"]


def test_an_exempt_period_is_not_announced_as_published(tmp_path: Path) -> None:
    """In lists it says 不适用."""
    assert "[下河村2026年7月收支公开榜（不适用）]" in pages_of(RECORDS, Audience.PUBLIC, tmp_path)["demo/index.md"]


def test_a_reason_stands_beside_every_missing_figure(tmp_path: Path) -> None:
    """On the statistics and on the village's page."""
    raw = replace(RAW, items=tuple(r for r in RAW if r.key != "demo/finance/shanghe-2026-08"))
    pages = pages_of(derive(raw, world.TODAY), Audience.PUBLIC, tmp_path)

    assert "缺2026年8月的表" in pages["demo/indicators.md"]
    assert "缺（缺2026年8月的表）" in pages["demo/shanghe/index.md"]


def test_this_quarter_is_compared_with_the_last(tmp_path: Path) -> None:
    """As soon as there are two."""
    sheet = find("demo/finance/shanghe-2026-07")
    quarter = {"id": "q2", "period": Period.parse("2026-Q2"), "closing": sheet.opening}  # type: ignore[attr-defined]
    act = find("demo/publication/shanghe-2026-07-cash")
    assert isinstance(act, PublicationRecord)
    shown = act.model_copy(update={"id": "q2", "period": quarter["period"], "records": ("finance/q2",)})
    records = changed(("sheet", sheet.model_copy(update=quarter)), ("act", shown))
    text = pages_of(records, Audience.PUBLIC, tmp_path)["demo/shanghe/index.md"]

    assert "## 本季与上季" in text
    assert "| 项目（元） | 2026年第3季度 | 2026年第2季度 |" in text
