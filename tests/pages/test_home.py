"""The portal: the way to every village, what is due this month, and light however large the county is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.model import Audience, Duty, DutyState, Edition, Finding, Level, Where
from generator.pages import directory, home, plan
from generator.pages._common import places
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.write import write

TODAY = date(2026, 10, 20)
ITEM = {
    "编号": "cash",
    "事项": "收支公开榜",
    "类别": "财务公开",
    "依据": [],
    "频次": "每月",
    "主体": "村",
    "层级": ["村"],
    "对象": {},
}
CASH = DisclosureItem.model_validate(ITEM)
DONE, LATE, DUE, OVERDUE, EXEMPT = (
    *(DutyState.DONE, DutyState.LATE),
    *(DutyState.DUE, DutyState.OVERDUE, DutyState.EXEMPT),
)


def place(slug: str, name: str, top: str) -> Place:
    level = {"级别": "乡镇"} if slug == top else {"级别": "村", "上级": top}
    return Place.model_validate({"@乡镇": top, "编号": slug, "名称": name} | level)


def county(townships: int, villages: int) -> Edition:
    found = []
    for number in range(townships):
        slug = f"t{number}"
        found.append(place(slug, f"第{number}镇", slug))
        found += [place(f"v{number}-{one}", f"{number}镇{one}村", slug) for one in range(villages)]
    return Edition(items=(*found, CASH), today=TODAY)


def text_of(edition: Edition, folder: Path, name: str = "index.md") -> str:
    return (write(edition, plan(edition), folder / "site").docs / name).read_text(encoding="utf-8")


def duty(state: DutyState, due: date, where: str = "v0-0") -> Duty:
    return Duty(township="t0", place=where, state=state, item="cash", opens=date(2026, 9, 1), due=due)


def test_every_village_is_one_tap_from_the_portal_of_a_small_site(tmp_path: Path) -> None:
    """The second tap opens its page, the third a sheet."""
    text = text_of(county(2, 3), tmp_path)

    assert "- [1镇2村](t1/v1-2/index.md)" in text
    assert "### [第1镇](t1/index.md)" in text
    assert "<details" not in text


def test_of_many_villages_each_townships_are_folded(tmp_path: Path) -> None:
    """One tap opens the fold, the next the village: March is still within three."""
    text = text_of(county(30, 10), tmp_path)

    assert text.count('<details class="gk-fold" markdown>') == 30
    assert "<summary>第29镇（10 个村、社区）</summary>" in text
    assert "- [29镇9村](t29/v29-9/index.md)" in text


def test_the_portal_of_a_large_county_is_light(tmp_path: Path) -> None:
    """Forty townships and four hundred villages: what the Markdown weighs is what the page weighs, but for the frame."""
    text = text_of(county(40, 10), tmp_path)

    assert len(text.encode()) < 45_000


def test_whoever_cannot_search_finds_every_village_on_one_page(tmp_path: Path) -> None:
    """In the order of the data, under its township."""
    edition = county(3, 2)
    (page,) = directory.pages(edition)
    text = text_of(edition, tmp_path, page.path)

    assert page.menu == (places.ALL, "")
    assert text.index("第1镇") < text.index("1镇0村") < text.index("1镇1村") < text.index("第2镇")


MONTH = [
    duty(DONE, date(2026, 10, 15)),
    duty(LATE, date(2026, 10, 14)),
    duty(OVERDUE, date(2026, 10, 15), "v0-1"),
    duty(DUE, date(2026, 10, 31), "v0-2"),
    duty(EXEMPT, date(2026, 10, 15)),
    duty(OVERDUE, date(2026, 9, 15)),
    duty(DUE, date(2026, 11, 15)),
]


def test_this_month_is_what_falls_due_in_it(tmp_path: Path) -> None:
    """Published or not; not what does not apply, not September's, not November's. What waits is named, the oldest first."""
    text = text_of(replace(county(1, 3), duties=tuple(MONTH)), tmp_path)

    assert "10月到期的有 4 项次，其中 2 项次还没有公开：" in text
    waiting = [line for line in text.splitlines() if line.startswith("- <span")]
    assert [("逾期" in line, "0镇1村" in line) for line in waiting] == [(True, True), (False, False)]
    assert "2026年10月31日以前　0镇2村：[收支公开榜](t0/due.md)" in waiting[1]


@pytest.mark.parametrize(
    ("duties", "said"),
    [
        ((), "10月没有到期的。"),
        ((duty(DONE, date(2026, 10, 15)),), "10月到期的有 1 项次，都已经公开。"),
    ],
)
def test_a_month_without_anything_left_says_so(duties: tuple[Duty, ...], said: str, tmp_path: Path) -> None:
    """Nothing due, or all of it done."""
    assert f"截至2026年10月20日：{said}" in text_of(replace(county(1, 1), duties=duties), tmp_path)


def test_only_so_many_of_a_bad_month_are_named(tmp_path: Path) -> None:
    """The rest is counted."""
    many = tuple(duty(OVERDUE, date(2026, 10, 1 + number % 19)) for number in range(home.SOON + 5))
    text = text_of(replace(county(1, 1), duties=many), tmp_path)

    assert f"其中 {home.SOON + 5} 项次还没有公开，最早到期的 {home.SOON} 项次是：" in text
    assert text.count("以前　") == home.SOON


def test_a_bundle_says_what_is_in_it_and_for_whom(tmp_path: Path) -> None:
    """Reviewers see what they hold and of which day; the public is not told how many records there are."""
    edition = county(1, 2)

    assert "给“审阅”看，截至2026年10月20日。里面有：地方 3 条" in text_of(
        replace(edition, audience=Audience.REVIEW), tmp_path / "review"
    )
    assert "里面有" not in text_of(edition, tmp_path / "public")


def found(rule: str, level: Level, file: str = "data/townships/t0/articles.yml", accepted: str = "") -> Finding:
    return Finding(rule, level, Where(file, 3, 1), "说明", accepted=accepted)


def test_reviewers_are_told_what_to_look_at_first(tmp_path: Path) -> None:
    """Township by township, and what all share; what somebody answers for is not counted. Nobody else is told."""
    findings = (
        found("typed", Level.WARNING),
        found("unbound", Level.ERROR),
        found("unbound", Level.ERROR, accepted="t0/acceptance/one"),
        found("unbound", Level.NOTE),
        found("comments", Level.NOTE),
        found("sums", Level.ERROR, "data/townships/t1/finance.yml"),
        found("files", Level.WARNING, "data/catalogue/items/items.yml"),
    )
    duties = (duty(OVERDUE, date(2026, 10, 15)), duty(DUE, date(2026, 10, 31)))
    edition = replace(county(2, 1), findings=findings, duties=duties)
    text = text_of(replace(edition, audience=Audience.REVIEW), tmp_path / "review")

    assert "| [第0镇](t0/findings.md) | 1 | 1 | 2 | 1 | [1](t0/due.md) |" in text
    assert "| [第1镇](t1/findings.md) | 1 | 0 | 0 | 0 | [0](t1/due.md) |" in text
    assert "| [目录和全县的](findings.md) | 0 | 1 | 0 | 0 |  |" in text
    assert "### 怎样写意见" in text
    for audience in (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY):
        told = text_of(replace(edition, audience=audience), tmp_path / audience.value)
        assert not any(words in told for words in ("先看什么", "怎样写意见", "data-gk-release"))


def test_a_site_without_any_township_still_has_a_portal(tmp_path: Path) -> None:
    """An empty folder of data is no reason to fail."""
    assert "**0** 个<br>" in text_of(Edition(items=(CASH,), today=TODAY), tmp_path)


def test_menus_fit_however_many_townships_there_are() -> None:
    """At the top stand kinds of page, not forty townships; a site of one township has the township itself there."""
    tops = [list(dict.fromkeys(p.menu[0] for p in plan(county(n, 2)) if p.menu)) for n in (1, 40)]

    assert tops == [["首页", places.ALL, "第0镇", "公开目录"], ["首页", places.ALL, "统计", "公开及时率", "公开目录"]]
