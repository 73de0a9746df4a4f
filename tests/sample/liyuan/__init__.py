"""The facts of Liyuan, the town round the county seat: a half-year report with pears, hazards and promises."""

from __future__ import annotations

from tests.sample.facts import Figure
from tests.sample.indicators import figure
from tests.sample.liyuan.ledgers import ASSIGNMENTS, ISSUES
from tests.sample.liyuan.procedures import PROCEDURES
from tests.sample.liyuan.report import ARTICLE, ESSAY, OFFICE, PUBLICATIONS
from tests.sample.liyuan.work import ACTIVITIES, PERSONS, PROJECTS, VENUES
from tests.sample.plain import Folder, Sheet, entry, row, set_up

# fmt: off

MADE_UP = "梨园镇是虚构的乡镇，地名、人名和数字都是编的，只作示例。"

PLACES = [
    entry(
        "liyuan", 名称="梨园镇", 级别="乡镇", 示例="是", 适用规定="demo-province", 区划代码="990101102", 自然村=41,
        简介="梨园镇是虚构的乡镇，用来演示公开网站。全镇10个村、3个社区，这里录入了其中2个村和1个社区。",
        办公地址="梨园镇政府大院", 公开电话="0571-00005001", 监督电话="0571-00005002",
    ),
    entry(
        "lishugou", 名称="梨树沟村", 级别="村", 上级="liyuan", 区划代码="990101102201", 人口=1326, 户数=402, 自然村=5,
        村民小组=7,
    ),
    entry(
        "lishugou-north",
        "梨树沟村下面的自然村和小组",
        名称="北沟",
        级别="自然村",
        上级="lishugou",
        人口=284,
        户数=87,
    ),
    entry("lishugou-north-1", 名称="北沟一组", 级别="村民小组", 上级="lishugou-north", 人口=151, 户数=46),
    entry("lishugou-north-2", 名称="北沟二组", 级别="村民小组", 上级="lishugou-north", 人口=133, 户数=41),
    entry(
        "hewan", 名称="河湾村", 级别="村", 上级="liyuan", 区划代码="990101102202", 人口=2041, 户数=617, 自然村=4,
        村民小组=9,
    ),
    entry("chengguan", 名称="城关社区", 级别="社区", 上级="liyuan", 区划代码="990101102001", 人口=6218, 户数=2204),
]

ORGANISATIONS = [
    entry(
        "liyuan-party", 名称="中共梨园镇委员会", 类别="乡镇党委", 领域="机关", 地方="liyuan", 党员数=425,
        成立日期="2021-07-08", 任期="2021年至2026年",
    ),
    entry(
        "lishugou-branch", 名称="梨树沟村党支部", 类别="党支部", 领域="农村", 地方="lishugou", 上级="liyuan-party",
        党员数=34,
    ),
    entry(
        "lishugou-grid", "网格：支部—网格党小组—党员联系户", 名称="梨树沟村北沟网格党小组", 类别="党小组",
        领域="农村", 地方="lishugou", 上级="lishugou-branch", 党员数=9, 联系户数=87,
    ),
    entry(
        "hewan-branch", 名称="河湾村党支部", 类别="党支部", 领域="农村", 地方="hewan", 上级="liyuan-party", 党员数=46,
    ),
    entry(
        "hewan-committee", 名称="河湾村民委员会", 类别="村民委员会", 地方="hewan",
        班子=[row(职务="主任", 姓名="施明远"), row(职务="委员", 姓名="俞桂香")], 办公电话="0571-00005201",
    ),
    entry(
        "chengguan-branch", 名称="城关社区党支部", 类别="党支部", 领域="社区", 地方="chengguan", 上级="liyuan-party",
        党员数=72,
    ),
    entry(
        "liyuan-office-branch", 名称="梨园镇机关党支部", 类别="党支部", 领域="机关", 地方="liyuan",
        上级="liyuan-party", 党员数=31,
    ),
]

_OFFICE = "镇党政办"
_ORGANISERS = "镇组织办"
_YEARBOOK = "党内统计半年报"
_HALF = "2026-H1"

FIGURES = (
    Figure("villages", "行政村数", "基本情况", "10", "个", _OFFICE),
    Figure("communities", "社区数", "基本情况", "3", "个", _OFFICE),
    Figure("residents", "居民小组", "基本情况", "40", "个", _OFFICE),
    Figure("organisations", "党组织数", "党建", "16", "个", _YEARBOOK, period=_HALF),
    Figure("organs", "机关党组织数", "党建", "3", "个", _YEARBOOK, period=_HALF),
    Figure("community-organisations", "社区党组织数", "党建", "3", "个", _YEARBOOK, period=_HALF),
    Figure("rural-organisations", "农村党组织数", "党建", "10", "个", _YEARBOOK, period=_HALF),
    Figure("members", "党员总数", "党建", "425", "名", _YEARBOOK, period=_HALF),
    Figure("members-2025", "党员总数", "党建", "418", "名", _YEARBOOK, period="2025-H1"),
    Figure("farmers", "农民党员", "党建", "302", "名", _YEARBOOK, period=_HALF),
    Figure("good", "推荐优秀村民", "党建", "33", "名", _ORGANISERS, period=_HALF),
    Figure("activists", "入党积极分子", "党建", "14", "名", _ORGANISERS, period=_HALF),
    Figure("county-training", "参加县级培训的党员", "党建", "20", "名", _ORGANISERS, period=_HALF),
    Figure("key-projects", "县重点工程", "民生实事", "88", "项", "县重点工程清单"),
    Figure("key-projects-here", "落在本镇的县重点工程", "民生实事", "37", "项", "县重点工程清单"),
    Figure("own-projects", "镇村自办工程", "民生实事", "12", "项", _OFFICE),
    Figure("pears", "新植梨树", "产业发展", "450", "亩", "镇林果站", period=_HALF),
    Figure("pears-2025", "新植梨树", "产业发展", "360", "亩", "镇林果站", period="2025-H1"),
    Figure("grafted-2025", "高接换优", "产业发展", "1,840", "亩", "镇林果站", period="2025-H1"),
    Figure("grafted", "高接换优", "产业发展", "2,622", "亩", "镇林果站", period=_HALF),
    Figure("lishugou-grafted", "高接面积", "产业发展", "840", "亩", "镇林果站", period=_HALF, place="lishugou"),
    Figure("lishugou-survival", "高接成活率", "产业发展", "96.5", "%", "镇林果站", period=_HALF, place="lishugou"),
    Figure("hewan-grafted", "高接面积", "产业发展", "610", "亩", "镇林果站", period=_HALF, place="hewan"),
    Figure("hewan-survival", "高接成活率", "产业发展", "97.2", "%", "镇林果站", period=_HALF, place="hewan"),
    Figure("shops", "商铺", "产业发展", "980", "间", "镇经济办", period=_HALF),
    Figure("hazards", "排查隐患", "民生实事", "51", "处", "安全生产台账", period=_HALF),
    Figure("hazards-removed", "消除隐患", "民生实事", "51", "处", "安全生产台账", period=_HALF),
    Figure("moved-households", "受地质灾害威胁户", "民生实事", "437", "户", "地质灾害台账", period=_HALF),
    Figure("moved-people", "受地质灾害威胁人口", "民生实事", "1,463", "人", "地质灾害台账", period=_HALF),
    Figure("relatives-households", "投亲靠友户", "民生实事", "134", "户", "地质灾害台账", period=_HALF),
    Figure("relatives-people", "投亲靠友人口", "民生实事", "434", "人", "地质灾害台账", period=_HALF),
    Figure("hotel-households", "宾馆安置户", "民生实事", "100", "户", "地质灾害台账", period=_HALF),
    Figure("hotel-people", "宾馆安置人口", "民生实事", "277", "人", "地质灾害台账", period=_HALF),
    Figure("petitions-county", "到县上访控制数", "民生实事", "5", "件", "镇信访目标"),
    Figure("petitions-above", "越级上访控制数", "民生实事", "0", "件", "镇信访目标"),
)

_SET_UP = set_up(
    "liyuan",
    "中共梨园镇委员会",
    ORGANISATIONS,
    ("2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"),
    ("梨园镇组织委员", "梨园镇纪委书记", "梨园镇党委书记"),
)

PLACE = Folder(
    "liyuan",
    "梨园镇",
    (
        Sheet("place", (MADE_UP,), PLACES),
        Sheet("organisation", (MADE_UP,), ORGANISATIONS),
        Sheet("indicator", (MADE_UP,), [figure("liyuan", one) for one in FIGURES]),
        Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), PERSONS),
        Sheet("activity", ("一次活动写日期；几次合写一条的写期间和次数。",), ACTIVITIES),
        Sheet("assignment", ("县重点工程一项一名镇领导包着。",), ASSIGNMENTS),
        Sheet("procedure", ("承诺的事一律定、查、评，走完一轮再走一轮。",), PROCEDURES),
        Sheet("project", ("几个项目合写一条的，写个数。",), PROJECTS),
        Sheet("venue", ("几处合写一条的，写个数。",), VENUES),
        Sheet("issue", ("隐患整改了就写销号日期；避险安置写清各去了哪里。",), ISSUES),
        Sheet("articles/half-year-2026", ("文中的数字写成 {{ 指标名 }}，不要手写。",), [ARTICLE]),
        Sheet("articles/office-report-2026", ("述职署职务，不写姓名。",), [OFFICE]),
        Sheet("articles/essay-2026", ("随笔也一样：数字写成 {{ 指标名 }}。",), [ESSAY]),
        Sheet("publication", ("先提出、再审核、再审批，然后才上网。",), [*PUBLICATIONS, _SET_UP]),
    ),
)
