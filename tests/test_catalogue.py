"""The catalogue as a township has it: local rules laid over it by region, and the law of the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.catalogue import LocalCatalogue, event_day, local
from generator.derive import derive
from generator.model import Audience, Mode, Record, Records
from generator.pages._common.disclosure import bases
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.procedure import Procedure
from tests.derive.making import make

TODAY = date(2026, 10, 20)
CODE = "990101001"


def item(name: str, **labels: Any) -> DisclosureItem:
    said = {"事项": name, "类别": "村务公开", "依据": [], "频次": "事后", "主体": "村", "层级": ["村"]}
    return make(DisclosureItem, name, **{**said, "对象": {"社会": "公开"}, **labels})


def rule(name: str, **labels: Any) -> Jurisdiction:
    return make(Jurisdiction, name, 名称=name, 核实="否", **labels)


def town(code: str | None = CODE, **labels: Any) -> Place:
    return make(Place, "anping", 名称="安平镇", 级别="乡镇", 区划代码=code, **labels)


def laid(*records: Record, place: Place | None = None) -> LocalCatalogue:
    return local(Records((place or town(), *records)), "anping")


@pytest.mark.parametrize(
    ("region", "code", "holds"),
    [
        ("990000", CODE, True),
        ("990100", CODE, True),
        ("990101", CODE, True),
        ("990101001", CODE, True),
        ("990101000000", CODE, True),
        ("990102", CODE, False),
        ("990200", CODE, False),
        ("110000", CODE, False),
        ("990101", "990101", True),
        ("990101001", "990101", False),
        ("990000", None, False),
    ],
)
def test_a_rule_holds_in_its_region(region: str, code: str | None, holds: bool) -> None:
    """A place lies in every region whose code begins its own; without a code it lies in none."""
    here = laid(rule("local", 区划代码=region), place=town(code))

    assert bool(here.rules) is holds


def test_a_rule_is_applied_once_though_named_and_in_the_region() -> None:
    """`适用规定` and the code may lead to the same rule."""
    here = laid(rule("province", 区划代码="990000"), place=town(适用规定="province"))

    assert [one.id for one in here.rules] == ["province"]


def test_items_of_another_region_are_not_here() -> None:
    """A county may add an item for itself."""
    here = laid(item("everywhere"), item("here", 适用地区=["990101"]), item("there", 适用地区=["990102"]))

    assert [one.id for one in here.items] == ["everywhere", "here"]


def test_the_nearest_rule_names_and_places_an_item_last() -> None:
    """The county's word counts, whatever the order of the files."""
    county = rule(
        "county",
        区划代码="990101",
        改名=[{"事项": "orders", "名称": "点单办理"}],
        改归=[{"事项": ["orders"], "归入": ["事务公开", "为民服务"]}],
    )
    city = rule("city", 区划代码="990100", 改名=[{"事项": "orders", "名称": "诉求"}])
    found = laid(county, item("orders"), city).item("orders")

    assert found is not None
    assert (found.name, found.shelf) == ("点单办理", ("事务公开", "为民服务"))


def test_renaming_changes_nothing_of_who_may_read() -> None:
    """The same fields stay open to the same readers."""
    moved = rule("county", 区划代码="990101", 改归=[{"事项": ["list"], "归入": ["政务公开"]}])
    found = laid(moved, item("list", 数据="organisation", 要素=["名称"], 对象={"本村": "遮盖"})).item("list")

    assert found is not None
    assert [found.mode("名称", audience) for audience in Audience] == [None, Mode.MASKED, Mode.MASKED, Mode.MASKED]


def test_an_extra_column_is_open_with_its_item_unless_it_is_internal() -> None:
    """`公开: 否` keeps a column for the office."""
    county = rule(
        "county",
        区划代码="990101",
        附加列=[
            {"事项": "setup", "列": "x_面积", "要点": "平方米"},
            {"事项": "setup", "列": "x_评价", "要点": "内部", "公开": "否"},
        ],
    )
    found = laid(county, item("setup", 数据="organisation", 要素=["名称"])).item("setup")

    assert found is not None
    assert found.elements == ("名称", "x_面积")


def test_two_thousand_and_nineteen_is_judged_by_its_own_law() -> None:
    """Fifteen days on the board are asked for since 2026; what a province asked for already then still counts."""
    sheet = item("sheet", 公示天数=15, 旧规=[{"至": "2025-12-31", "公示天数": 0}])
    early = rule("early", 区划代码="990000", 施行="2015-01-01", 公示天数=5)

    alone, with_rule = laid(sheet), laid(sheet, early)
    days = (date(2014, 5, 1), date(2019, 5, 1), date(2026, 5, 1))
    assert [alone.board_days(sheet, day) for day in days] == [0, 0, 15]
    assert [with_rule.board_days(sheet, day) for day in days] == [0, 5, 15]


def test_a_local_rule_never_shortens_the_time_on_the_board() -> None:
    """The longer of two applies, also to what the nation sets no days for; what is on no board stays on none."""
    posted, lasting = item("posted", 公示天数=15), item("lasting", 频次="长期")
    online = item("online", 渠道=["网站"])
    here = laid(
        posted,
        lasting,
        online,
        rule("short", 区划代码="990000", 公示天数=5),
        rule("long", 区划代码="990100", 公示天数=20),
    )

    assert here.board_days(posted, TODAY) == 20
    assert here.board_days(lasting, TODAY) == 20
    assert here.board_days(online, TODAY) == 0


def test_a_rule_for_single_items_speaks_of_no_other() -> None:
    """`适用事项` limits deadlines, days on the board and days for replies."""
    deal, list_ = item("deal"), item("list")
    here = laid(
        deal, list_, rule("city", 区划代码="990100", 期限=[{"频次": "事后", "天数": 5}], 答复天数=3, 适用事项=["deal"])
    )

    assert [list(here.days_allowed(one, TODAY)) for one in (deal, list_)] == [[5], []]
    assert [here.reply_days(one.id, TODAY) for one in (deal, list_)] == [3, None]


def test_a_rule_holds_from_its_day_to_its_last() -> None:
    """Before and after it nobody is held to it."""
    sheet = item("sheet", 公示天数=15)
    here = laid(sheet, rule("for-a-year", 区划代码="990000", 施行="2025-01-01", 废止="2025-12-31", 公示天数=30))

    days = (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [here.board_days(sheet, day) for day in days] == [15, 30, 30, 15]


def test_a_decision_of_before_owes_nothing_that_was_not_asked_for_then() -> None:
    """Duties are opened by the law of the day of the event."""
    talks = item(
        "talks",
        数据="procedure",
        要素=["事项"],
        期限={"触发": "事件", "天数": 10},
        旧规=[{"至": "2025-12-31", "应公开": "否"}],
    )
    matters = [
        make(
            Procedure,
            f"matter-{day}",
            村="liucun",
            程序="f",
            事项="路灯",
            状态="已完成",
            步骤=[{"步骤": "议", "日期": day, "同意": 3}],
        )
        for day in ("2025-12-30", "2026-01-05")
    ]
    village = make(Place, "liucun", 名称="刘村", 级别="村", 上级="anping")
    made = derive(Records((town(启用日期="2025-10-01"), village, talks, *matters)), TODAY)

    assert [event_day(made, matter) for matter in matters] == [date(2025, 12, 30), date(2026, 1, 5)]
    assert [(duty.record, duty.due) for duty in made.duties] == [
        ("anping/procedure/matter-2026-01-05", date(2026, 1, 15))
    ]


def test_a_sheet_cites_the_law_of_its_day() -> None:
    """The version in force on the day is named, and a law of which nobody knows the first day is not."""
    laws = (
        make(
            Law,
            "old",
            名称="某法",
            简称="某法（旧）",
            发布机关="某",
            施行="2018-12-29",
            废止="2025-12-31",
            核实="是",
            条文=[{"条": "30", "要点": "x", "核实": "是"}],
        ),
        make(
            Law,
            "new",
            名称="某法",
            发布机关="某",
            施行="2026-01-01",
            核实="是",
            条文=[{"条": "35", "要点": "x", "核实": "否"}],
        ),
        make(Law, "coming", 名称="某新法", 发布机关="某", 核实="否"),
    )
    cited = item("sheet", 依据=[{"法": "old", "条": "30"}, {"法": "new", "条": "35"}, {"法": "coming"}]).bases
    edition: Any = type("Edition", (), {"get": Records(laws).get, "audience": Audience.PUBLIC})()

    assert [bases(edition, cited, date(year, 6, 1)) for year in (2017, 2019, 2026)] == [
        (),
        ("《某法（旧）》第30条",),
        ("《某法》",),
    ]


def test_what_is_no_township_has_the_national_catalogue() -> None:
    """No rule of any region is laid over it."""
    records = Records((town(), item("a"), rule("county", 区划代码="990101", 改名=[{"事项": "a", "名称": "b"}])))

    assert [one.name for one in local(records, "").items] == ["a"]
    assert [one.name for one in local(records, "anping").items] == ["b"]


def test_items_that_publish_a_record_are_found_by_family_and_kind() -> None:
    """Another family's items are not even looked at."""
    branch = make(Organisation, "branch", 名称="刘村党支部", 类别="党支部", 地方="liucun")
    here = laid(
        item("setup", 数据="organisation", 条件={"类别": "党支部"}),
        item("others", 数据="organisation", 条件={"类别": "网格"}),
        item("text"),
    )

    assert [one.id for one in here.publishing(branch)] == ["setup"]


@pytest.mark.parametrize(
    ("region", "code", "within"),
    [
        ("990103100", "990103101", False),
        ("990103100", "990103100201", True),
        ("990103100000", "990103100201", True),
        ("990103000", "990103101", True),
        ("990100", "990103101", True),
        ("990000", "990103101", True),
        ("991000", "990103101", False),
        ("990103101200", "990103101200", True),
        ("990103101200", "990103101201", False),
    ],
)
def test_noughts_stand_for_a_whole_level_only(region: str, code: str, within: bool) -> None:
    """990103100 is a township of its own, not all of 9901031."""
    one = item("one")
    top = make(Place, "anping", 名称="安平镇", 级别="乡镇", 区划代码=code)
    renamed = rule("r", 区划代码=region, 改名=[{"事项": "one", "名称": "另一名"}])

    found = local(Records((one, top, renamed), today=TODAY), "anping").item("one")

    assert found is not None
    assert (found.name == "另一名") is within


@pytest.mark.parametrize("dates", [{"废止": "2020-12-31"}, {"施行": "2030-01-01"}])
def test_a_rule_that_is_not_in_force_renames_and_adds_nothing(dates: dict[str, str]) -> None:
    """Its column would open what nobody asks for any more."""
    one = item("one", 数据="asset", 要素=["名称"])
    top = make(Place, "anping", 名称="安平镇", 级别="乡镇", 区划代码="990101101")
    old = rule(
        "r",
        区划代码="990000",
        改名=[{"事项": "one", "名称": "另一名"}],
        附加列=[{"事项": "one", "列": "x_批示", "要点": "批示"}],
        **dates,
    )

    here = local(Records((one, top, old), today=TODAY), "anping")

    assert [(i.name, i.elements) for i in here.items] == [(one.name, ("名称",))]
    assert here.columns == ()
