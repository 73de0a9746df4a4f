"""The gate: what each audience may read, and that nothing else can be told from what it reads."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import local
from generator.derive import derive
from generator.disclose import disclose
from generator.disclose.masking import mask
from generator.figures import render, shown
from generator.load import load
from generator.model import Audience, Mode, Record, Records, Withheld
from generator.model.record import Closure
from generator.pages import plan
from generator.records.acceptance import Acceptance
from generator.records.article import Article
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.law import Law
from generator.records.metric import Metric
from generator.records.person import PersonRecord
from generator.records.place import Place
from generator.records.project import Project
from generator.records.publication import PublicationRecord
from generator.write import write
from tests.derive.making import derived, item, make, township, village
from tests.perturb import perturbed

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 10, 20)
RAW, FINDINGS = load(ROOT)
RECORDS = derive(RAW, TODAY)
EDITIONS = {audience: disclose(RECORDS, audience) for audience in Audience}


def without_catalogue(records: Records, family: str = "item") -> Records:
    return replace(records, items=tuple(record for record in records if record.family != family))


def written(records: Records, audience: Audience, folder: Path) -> dict[str, bytes]:
    """The finished Markdown of an audience: path → bytes."""
    edition = disclose(records, audience)
    publication = write(edition, plan(edition), folder)
    return {
        p.relative_to(publication.docs).as_posix(): p.read_bytes() for p in publication.docs.rglob("*") if p.is_file()
    }


@cache
def unchanged(audience: Audience) -> dict[str, bytes]:
    """The finished Markdown of the sample as it is."""
    with tempfile.TemporaryDirectory() as folder:
        return written(RECORDS, audience, Path(folder) / "unchanged")


def test_the_sample_data_are_in_order() -> None:
    """The worlds of this file are only worth something when the sample loads clean."""
    assert FINDINGS == []


def test_the_fields_of_a_view_stand_in_the_order_of_its_family() -> None:
    """Whatever is open of it: what is written out of a view must not tell which of its fields were closed."""
    for audience in Audience:
        for view in EDITIONS[audience]:
            assert list(type(view).model_fields) == list(view.__dict__)


def test_without_any_item_nothing_of_any_township_is_open() -> None:
    """Default closed: what no catalogue item opens stays in the house, even for reviewers."""
    bare = derive(without_catalogue(RAW), TODAY)

    for audience in Audience:
        shown = [record for record in disclose(bare, audience) if not type(record).catalogue]
        assert [record for record in shown if not isinstance(record, Acceptance)] == []
        assert audience is Audience.REVIEW or not shown, "what was accepted goes to reviewers, with the findings"


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [(Audience.PUBLIC, Audience.VILLAGE), (Audience.PUBLIC, Audience.PARTY), (Audience.PARTY, Audience.REVIEW)],
)
def test_a_wider_circle_sees_all_that_a_narrower_one_sees(narrow: Audience, wide: Audience) -> None:
    """What is open to society is open to the village, to members and to reviewers."""
    assert {r.key for r in EDITIONS[narrow]} <= {r.key for r in EDITIONS[wide]}


def test_each_audience_really_sees_something_different() -> None:
    """Four audiences, four editions: otherwise the other tests would prove nothing."""
    public, village, party, review = (EDITIONS[audience] for audience in Audience)
    sheet = "anping/finance/liucun-2026-03"

    assert all(isinstance(line.handler, Withheld) for line in public.get(Finance, sheet).expenses)
    assert any("*" in (line.handler or "") for line in village.get(Finance, sheet).expenses)
    assert any(line.handler and "*" not in line.handler for line in review.get(Finance, sheet).expenses)
    assert {r.key for r in party} - {r.key for r in village}
    assert {r.key for r in review} - {r.key for r in party}


def test_closed_values_are_withheld_whether_or_not_something_was_written() -> None:
    """An empty field and a filled one look the same from outside."""
    for place in EDITIONS[Audience.PUBLIC].of(Place):
        assert isinstance(place.contact, Withheld)


def test_entries_are_a_single_total_for_the_public() -> None:
    """逐笔 is opened to society as a total: one row that says how many and how much."""
    sheet = EDITIONS[Audience.PUBLIC].get(Finance, "anping/finance/liucun-2026-03")
    full = RECORDS.get(Finance, "anping/finance/liucun-2026-03")

    assert len(sheet.entries) == 1
    assert sheet.entries[0].summary == f"共{len(full.entries)}笔"
    assert sheet.entries[0].income == sum((e.income or Decimal(0) for e in full.entries), Decimal(0))
    assert isinstance(sheet.entries[0].voucher, Withheld)


def test_a_sheet_without_an_approved_publication_is_for_reviewers_alone() -> None:
    """Typing a sheet never publishes it."""
    bare = replace(RAW, items=tuple(r for r in RAW if not isinstance(r, PublicationRecord)))
    records = derive(bare, TODAY)

    assert disclose(records, Audience.PUBLIC).of(Finance) == ()
    assert disclose(records, Audience.VILLAGE).of(Finance) == ()
    assert len(disclose(records, Audience.REVIEW).of(Finance)) == len(RAW.of(Finance))


def test_a_sheet_is_on_the_web_from_its_web_date_on() -> None:
    """The day before, it is not there; today is an argument."""
    publication = next(p for p in RAW.of(PublicationRecord) if "finance/liucun-2026-03" in p.records)
    before = publication.web.replace(day=publication.web.day - 1)

    assert disclose(derive(RAW, publication.web), Audience.PUBLIC).get(Finance, "anping/finance/liucun-2026-03")
    assert not disclose(derive(RAW, before), Audience.PUBLIC).get(Finance, "anping/finance/liucun-2026-03")


def test_a_computed_figure_is_open_only_with_everything_it_looked_at() -> None:
    """A total over an unpublished sheet would publish the sheet; every field it used is open, or open as a total."""
    for audience, edition in EDITIONS.items():
        computed = [i for i in edition.of(Indicator) if i.inputs]

        assert computed, audience
        for indicator in computed:
            assert indicator.uses, indicator.key
            for key in indicator.inputs:
                source = RECORDS.find(key)
                assert source is not None, key
                assert _countable(source, indicator.uses, audience), (indicator.key, key, audience)


def _countable(source: Record, uses: tuple[str, ...], audience: Audience) -> bool:
    """Asked of the items themselves, without the gate."""
    if type(source).catalogue:
        return True
    items = local(RECORDS, source.township).publishing(source)
    paths = [use.partition("/")[2] for use in uses if use.startswith(f"{source.family}/")]
    return all(any(item.mode(path, audience) in (Mode.OPEN, Mode.TOTAL) for item in items) for path in paths)


def test_what_may_only_be_counted_makes_no_record_readable() -> None:
    """An item that opens a family as totals lets figures through and no record, not even by the sums of its rows."""
    projects = item(
        "projects", "project", ["地方", "名称", "类别", {"资金来源": ["来源", "金额"]}], 对象={"社会": "合计"}
    )
    project = make(
        Project,
        "road",
        地方="liucun",
        名称="修路",
        类别="公益事业",
        状态="在建",
        资金来源=[{"来源": "村集体", "金额": "9"}],
    )
    edition = disclose(derived(projects, township(), village("liucun", "刘村"), project), Audience.PUBLIC)

    assert edition.of(Project) == ()


def test_a_total_is_shown_only_where_all_it_looked_at_may_be_counted() -> None:
    """The condition that a count goes by is told by the count."""
    metric = make(
        Metric,
        "men",
        名称="男干部数",
        主题="人员队伍",
        算法="计数",
        单位="名",
        数据="person",
        条件={"性别": "男"},
        层级=["乡镇"],
    )
    people = [make(PersonRecord, f"p{n}", 地方="liucun", 类别="村两委成员", 性别="男", 姓名="赵某") for n in range(3)]
    figures = item("figures", "indicator", ["地方", "名称", "主题", "期间", "维度", "数值", "单位"])
    places = item("places", "place", ["名称", "级别", "上级"])
    everything = ["地方", "类别", "性别", "人数"]

    def counts(*elements: str) -> list[str]:
        rosters = item("rosters", "person", list(elements), 对象={"社会": "合计"})
        ground = (township(), village("liucun", "刘村"))
        edition = disclose(derived(metric, rosters, figures, places, *ground, *people), Audience.PUBLIC)
        assert edition.of(PersonRecord) == ()
        return [str(i.amount.value) for i in edition.of(Indicator) if i.name == "男干部数"]

    assert counts(*everything) == ["3"]
    assert [counts(*(e for e in everything if e != label)) for label in ("性别", "人数")] == [[], []]


def _rosters(*people: PersonRecord, method: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(place, figure, value) of the wages that the public may see; the rosters themselves are open as totals alone."""
    metric = make(Metric, "pay", 名称="月报酬", 主题="人员队伍", 数据="person", 字段="月报酬", 层级=["村"], **method)
    figures = item("figures", "indicator", ["地方", "名称", "主题", "期间", "维度", "数值", "单位"])
    places = item("places", "place", ["名称", "级别", "上级"])
    rosters = item("rosters", "person", ["地方", "类别", "职务", "人数", "月报酬"], 对象={"社会": "合计"})
    ground = (township(), village("liucun", "刘村"))
    edition = disclose(derived(metric, rosters, figures, places, *ground, *people), Audience.PUBLIC)
    return [(i.place, i.title, str(i.amount.value)) for i in edition.of(Indicator) if i.name == "月报酬"]


def _paid(post: str, pay: int, many: int) -> list[PersonRecord]:
    return [
        make(PersonRecord, f"{post}-{n}", 地方="liucun", 类别="村干部", 职务=post, 月报酬=str(pay)) for n in range(many)
    ]


@pytest.mark.parametrize(("people", "expected"), [(1, []), (2, []), (3, [("liucun", "月报酬", "4500")])])
def test_what_is_said_of_too_few_people_is_withheld(people: int, expected: list[tuple[str, str, str]]) -> None:
    """A sum over one secretary is the secretary's pay."""
    assert _rosters(*_paid("clerk", 1500, people), method={"算法": "求和"}) == expected


def test_a_part_of_too_few_people_takes_the_other_parts_along() -> None:
    """The whole less the other parts would be the part that was withheld."""
    people = [*_paid("clerk", 1000, 5), *_paid("head", 2000, 1)]

    grouped = {"算法": "求和", "分组": "职务"}

    assert _rosters(*people, method=grouped) == [("liucun", "月报酬", "7000")]
    assert len(_rosters(*people, *_paid("head", 2000, 3)[1:], method=grouped)) == 3


def test_prose_never_takes_an_older_figure_in_place_of_a_closed_one() -> None:
    """Those who may not read this year's figure read a mask, not last year's."""
    opened = item("figures", "indicator", ["地方", "名称", "主题", "期间", "数值", "单位"])
    places = item("places", "place", ["名称", "级别", "上级"])
    articles = item("articles", "article", ["地方", "标题", "体裁", "日期", {"部分": ["标题", "正文"]}])
    years = {"2025": "20", "2026": "600"}
    figures = [
        make(Indicator, f"i{year}", 地方="anping", 名称="投资", 主题="项目", 期间=year, 数值=value, 单位="万元")
        for year, value in years.items()
    ]
    closure = Closure.model_validate({"对象": "社会", "理由": "还没有核定"})
    figures[1] = figures[1].model_copy(update={"closures": (closure,)})
    prose = [{"标题": "项目", "正文": ["今年投资{{ 投资 }}万元。"]}]
    article = make(Article, "a", 标题="总结", 体裁="工作报告", 日期="2026-10-01", 部分=prose)
    records = derived(opened, places, articles, township(), *figures, article)

    def said(audience: Audience) -> str:
        names = shown(article, disclose(records, audience))
        return "".join(piece.text for piece in render("今年投资{{ 投资 }}万元。", names))

    assert said(Audience.PUBLIC) == "今年投资**万元。"
    assert said(Audience.REVIEW) == "今年投资600万元。"


def test_a_publication_shows_only_items_that_reach_the_audience() -> None:
    """That party dues were published inside the party is nobody else's business."""
    public, party = EDITIONS[Audience.PUBLIC], EDITIONS[Audience.PARTY]

    assert not any("party-dues" in p.items for p in public.of(PublicationRecord))
    assert any("party-dues" in p.items for p in party.of(PublicationRecord))
    assert not any(duty.item == "party-dues" for duty in public.duties)
    assert any(duty.item == "party-dues" for duty in party.duties)


def with_publication(**changes: Any) -> Records:
    """The sample with one more publication: approved, of a text of its own, in Liu village."""
    written = {
        "@乡镇": "anping",
        "编号": "extra",
        "事项": ["village-supervision-report"],
        "地方": "liucun",
        "公开主体": "刘村村民委员会",
        "期间": "2026-H1",
        "标题": "监督报告标题",
        "正文": "监督报告正文",
        "审批": {"职务": "村党支部书记", "日期": "2026-07-10"},
    }
    extra = PublicationRecord.model_validate(written | changes)
    return derive(replace(RAW, items=(*RAW, extra)), TODAY)


@pytest.mark.parametrize(
    ("dates", "readers"),
    [
        ({}, {Audience.REVIEW}),
        ({"上墙日期": "2026-07-12"}, {Audience.VILLAGE, Audience.PARTY, Audience.REVIEW}),
        ({"上墙日期": "2026-07-12", "上网日期": "2026-12-01"}, {Audience.VILLAGE, Audience.PARTY, Audience.REVIEW}),
        ({"上网日期": "2026-12-01"}, {Audience.REVIEW}),
        ({"上网日期": "2026-07-12"}, set(Audience)),
    ],
)
def test_a_notice_is_read_from_its_own_day_on(dates: dict[str, str], readers: set[Audience]) -> None:
    """On the web for society, on the board for village and members; before that for reviewers alone."""
    records = with_publication(**dates)

    assert readers == {a for a in Audience if disclose(records, a).get(PublicationRecord, "anping/publication/extra")}


def test_an_excuse_publishes_its_reason_and_nothing_else() -> None:
    """不适用 was approved, but the text was never posted."""
    records = with_publication(不适用="上半年没有这一项")
    notice = disclose(records, Audience.PUBLIC).get(PublicationRecord, "anping/publication/extra")

    assert notice.exempt == "上半年没有这一项"
    assert isinstance(notice.text, Withheld)
    assert isinstance(notice.title, Withheld)


def test_one_act_for_two_circles_tells_the_wider_one_only_that_it_happened() -> None:
    """A text about a village list and a public report at once: society may not read it, the village may."""
    both = {
        "事项": ["village-supervision-report", "village-care-groups"],
        "上墙日期": "2026-07-12",
        "上网日期": "2026-07-12",
    }
    records = with_publication(**both)
    public = disclose(records, Audience.PUBLIC).get(PublicationRecord, "anping/publication/extra")
    village = disclose(records, Audience.VILLAGE).get(PublicationRecord, "anping/publication/extra")

    assert public.items == ("village-supervision-report",)
    assert isinstance(public.text, Withheld)
    assert isinstance(public.objections, Withheld)
    assert village.text == "监督报告正文"


def test_what_belongs_to_a_closed_place_is_closed_with_it() -> None:
    """A village that closes itself to society takes its sheets, decisions and duties along."""
    village = RAW.get(Place, "anping/place/liucun")
    closure = Closure.model_validate({"对象": "社会", "理由": "测试"})
    closed = village.model_copy(update={"closures": (closure,)})
    records = derive(replace(RAW, items=tuple(closed if r is village else r for r in RAW)), TODAY)
    edition = disclose(records, Audience.PUBLIC)

    assert [r.key for r in edition if getattr(r, "place", "") == "liucun"] == []
    assert [duty for duty in edition.duties if duty.place == "liucun"] == []
    assert plan(edition)


def test_no_computed_figure_tells_what_a_record_closed() -> None:
    """A village that keeps its population from society: the computed indicator goes with it."""
    village = RAW.get(Place, "anping/place/liucun")
    closure = Closure.model_validate({"对象": "社会", "字段": "人口", "理由": "测试"})
    closed = village.model_copy(update={"closures": (closure,)})
    records = derive(replace(RAW, items=tuple(closed if r is village else r for r in RAW)), TODAY)

    def figures(audience: Audience) -> set[str]:
        return {i.name for i in disclose(records, audience).of(Indicator) if village.key in i.inputs}

    assert "人口" in figures(Audience.REVIEW)
    assert "人口" not in figures(Audience.PUBLIC)


def test_line_numbers_are_for_reviewers_alone() -> None:
    """A line number tells how much stands above."""
    assert EDITIONS[Audience.PUBLIC].origins == {}
    assert (
        EDITIONS[Audience.REVIEW]
        .origins["anping/finance/liucun-2026-03"]
        .startswith("data/townships/anping/finance/2026-q1.yml:")
    )


def test_a_record_can_close_itself_further_but_never_open() -> None:
    """不公开 takes away, whatever the catalogue says; for the village it takes away from the public too."""
    sheet = RAW.get(Finance, "anping/finance/liucun-2026-03")
    closure = Closure.model_validate({"对象": "本村", "字段": "收入", "理由": "测试"})
    closed = sheet.model_copy(update={"closures": (closure,)})
    records = derive(replace(RAW, items=tuple(closed if r is sheet else r for r in RAW)), TODAY)

    for audience in (Audience.PUBLIC, Audience.VILLAGE):
        assert isinstance(disclose(records, audience).get(Finance, sheet.key).incomes, Withheld)
    assert disclose(records, Audience.REVIEW).get(Finance, sheet.key).incomes


def test_a_township_can_be_asked_for_alone() -> None:
    """--township: records and duties of the others are not in the edition."""
    edition = disclose(RECORDS, Audience.PUBLIC, ("anping",))

    assert {r.township for r in edition} == {"", "anping"}
    assert {duty.township for duty in edition.duties} == {"anping"}


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张三", "张*"), ("李小二", "李**"), ("欧阳修文", "欧阳**"), ("王", "王*"), ("阿卜杜拉", "阿***")],
)
def test_masks_are_made_from_the_value(name: str, masked: str) -> None:
    """Only the surname stays."""
    assert masked == mask(name)


def test_an_article_number_that_nobody_checked_is_never_printed_for_the_public(tmp_path: Path) -> None:
    """The law is named, its article is not; reviewers see the number with a mark."""
    unchecked = [(law, a.number) for law in RAW.of(Law) for a in law.articles if not a.verified]
    public = b"".join(written(RECORDS, Audience.PUBLIC, tmp_path / "public").values()).decode("utf-8", "ignore")
    review = b"".join(written(RECORDS, Audience.REVIEW, tmp_path / "review").values()).decode("utf-8", "ignore")

    assert unchecked
    for law, number in unchecked:
        assert f"《{law.short or law.name}》第{number}条" not in public
    assert "条号待核实" in review
    assert "条号待核实" not in public


def other_value(seed: int) -> Any:
    """Another value of the same kind, different for each seed."""
    random_ = random.Random(seed)

    def change(_: str, old: Any) -> Any:
        if isinstance(old, Decimal):
            return Decimal(random_.randrange(1, 10**8)) / 100
        if isinstance(old, int):
            return random_.randrange(0, 10**4)
        return "".join(
            random_.choice("金木水火土甲乙丙丁<script>|`{{7*7}}\n**") for _ in range(random_.randrange(1, 30))
        )

    return change


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY])
@settings(max_examples=max(4, settings.default.max_examples // 25), deadline=None)
@given(seed=st.integers(0, 2**32))
def test_two_data_sets_that_differ_only_in_withheld_values_look_the_same(
    audience: Audience, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Non-interference: the finished Markdown is byte-identical, so no page, index, feed or file name can tell."""
    changed = derive(perturbed(RAW, EDITIONS[audience], other_value(seed)), TODAY)
    assert changed.items != RECORDS.items

    expected = unchanged(audience)
    actual = written(changed, audience, tmp_path_factory.mktemp("after"))

    assert expected.keys() == actual.keys()
    assert [path for path in expected if expected[path] != actual[path]] == []


def test_the_perturbation_reaches_every_family_that_has_secrets() -> None:
    """Otherwise the property above would be empty."""
    touched: set[str] = set()

    def note(where: str, old: Any) -> Any:
        touched.add(where.split("/")[1])
        return old

    perturbed(RAW, EDITIONS[Audience.PUBLIC], note)

    assert {"place", "organisation", "indicator", "finance", "procedure", "publication"} <= touched
