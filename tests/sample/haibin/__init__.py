"""The facts of Haibin, a town by the sea: a work report, and what the mechanisms in it look like as records."""

from __future__ import annotations

from tests.sample.facts import Figure
from tests.sample.haibin.people import ACTIVITIES, ASSIGNMENTS, PERSONS
from tests.sample.haibin.procedures import PROCEDURES
from tests.sample.haibin.report import ARTICLE, PUBLICATIONS
from tests.sample.haibin.work import ASSESSMENTS, ISSUES, PROJECTS, VENUES
from tests.sample.indicators import figure
from tests.sample.plain import Folder, Sheet, entry, row, set_up

# fmt: off

MADE_UP = "海滨镇是虚构的乡镇，地名、人名和数字都是编的，只作示例。"

PLACES = [
    entry(
        "haibin",
        名称="海滨镇",
        级别="乡镇",
        示例="是",
        适用规定="demo-province",
        区划代码="990102101",
        简介="海滨镇是虚构的乡镇，用来演示公开网站。全镇54个村，这里录入了其中3个村和1个社区。",
        办公地址="海滨镇政府大院",
        公开电话="0571-00004001",
        监督电话="0571-00004002",
    ),
    entry(
        "yuwan", 名称="渔湾村", 级别="村", 上级="haibin", 区划代码="990102101201", 人口=1864, 户数=533, 自然村=2,
        村民小组=6,
    ),
    entry(
        "shatou", 名称="沙头村", 级别="村", 上级="haibin", 区划代码="990102101202", 人口=1217, 户数=362, 自然村=1,
        村民小组=4,
    ),
    entry(
        "yantang", 名称="盐塘村", 级别="村", 上级="haibin", 区划代码="990102101203", 人口=938, 户数=274, 自然村=1,
        村民小组=3,
    ),
    entry("gangqian", 名称="港前社区", 级别="社区", 上级="haibin", 区划代码="990102101001", 人口=4326, 户数=1507),
]

ORGANISATIONS = [
    entry(
        "haibin-party", 名称="中共海滨镇委员会", 类别="乡镇党委", 领域="机关", 地方="haibin", 成立日期="2021-07-06",
        任期="2021年至2026年",
    ),
    entry(
        "yuwan-branch", 名称="渔湾村党支部", 类别="党支部", 领域="农村", 地方="yuwan", 上级="haibin-party", 党员数=57,
    ),
    entry(
        "yuwan-committee", 名称="渔湾村民委员会", 类别="村民委员会", 地方="yuwan",
        班子=[row(职务="主任", 姓名="乐海平"), row(职务="副主任", 姓名="阮春潮")], 办公电话="0571-00004101",
    ),
    entry(
        "shatou-branch", 名称="沙头村党支部", 类别="党支部", 领域="农村", 地方="shatou", 上级="haibin-party",
        党员数=38,
    ),
    entry(
        "yantang-branch", 名称="盐塘村党支部", 类别="党支部", 领域="农村", 地方="yantang", 上级="haibin-party",
        党员数=26,
    ),
    entry(
        "gangqian-general", 名称="港前社区党总支", 类别="党总支", 领域="社区", 地方="gangqian", 上级="haibin-party",
        党员数=143,
    ),
    entry(
        "haichao-general",
        "两个新成立的企业党组织，其中一个下设四个支部",
        名称="海潮水产公司党总支",
        类别="党总支",
        领域="非公企业",
        地方="haibin",
        上级="haibin-party",
        成立日期="2026-03-18",
    ),
    *(
        entry(
            f"haichao-{name}", 名称=f"海潮水产公司{title}党支部", 类别="党支部", 领域="非公企业", 地方="haibin",
            上级="haichao-general",
        )
        for name, title in (("freezing", "冷冻车间"), ("fleet", "船队"), ("sales", "销售部"), ("office", "机关"))
    ),
    entry(
        "fanying-branch",
        名称="帆影服装公司党支部",
        类别="党支部",
        领域="非公企业",
        地方="haibin",
        上级="haibin-party",
        成立日期="2026-05-22",
    ),
]

_OFFICE = "镇党政办"
_ORGANISERS = "镇组织办"
_NOT_THERE = "原稿没有写这个数"

FIGURES = (
    Figure("villages", "行政村数", "基本情况", "54", "个", _OFFICE),
    Figure("paired", "结对村数", "干部队伍", "54", "个", _ORGANISERS),
    Figure("paired-district", "结对区直单位", "干部队伍", "5", "个", _ORGANISERS),
    Figure("paired-county", "结对县直部门", "干部队伍", "10", "个", _ORGANISERS),
    Figure("paired-town", "结对镇直单位", "干部队伍", "39", "个", _ORGANISERS),
    Figure("general", "公推直选社区党总支", "党建", "7", "个", _ORGANISERS),
    Figure("branch", "公推直选社区党支部", "党建", "1", "个", _ORGANISERS),
    Figure("urban", "拟并入社区的城中村", "基本情况", "10", "个", _OFFICE),
    Figure("centre-town", "镇党员服务中心", "阵地建设", "1", "个", _OFFICE),
    Figure("centre-village", "村党员服务中心", "阵地建设", "5", "个", _OFFICE),
    Figure("halls", "批建农民会所的村", "阵地建设", "4", "个", _OFFICE),
    Figure("graduates", "机关工作的大学毕业生", "干部队伍", "30", "名", _ORGANISERS),
    Figure("posts", "无职党员岗位", "党建", "10", "种", _ORGANISERS),
    Figure("seconded-secretaries", "派往后进村任书记的干部", "干部队伍", "2", "名", _ORGANISERS),
    Figure("monthly", "村干部月考核项目", "干部队伍", "3", "项", _ORGANISERS),
    Figure("firms", "新成立企业党组织", "党建", "2", "个", _ORGANISERS),
    Figure("firm-branches", "企业党总支下设支部", "党建", "4", "个", _ORGANISERS),
    Figure("key-projects", "重点项目数", "产业发展", "", "个", "镇经济办", _NOT_THERE),
    Figure("key-investment", "重点项目投资", "产业发展", "", "万元", "镇经济办", _NOT_THERE),
    Figure("seconded", "抽调干部", "干部队伍", "", "名", _ORGANISERS, _NOT_THERE),
)

_SET_UP = set_up(
    "haibin",
    "中共海滨镇委员会",
    ORGANISATIONS,
    ("2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"),
    ("海滨镇组织委员", "海滨镇纪委书记", "海滨镇党委书记"),
)

PLACE = Folder(
    "haibin",
    "海滨镇",
    (
        Sheet("place", (MADE_UP,), PLACES),
        Sheet("organisation", (MADE_UP,), ORGANISATIONS),
        Sheet("indicator", (MADE_UP, "原稿没有的数空着，写明缺失原因。"), [figure("haibin", one) for one in FIGURES]),
        Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), PERSONS),
        Sheet("activity", ("一次活动写日期；几次合写一条的写期间和次数。",), ACTIVITIES),
        Sheet("assignment", ("54个村一对一结对：5个区直单位、10个县直部门、39个镇直单位。",), ASSIGNMENTS),
        Sheet("procedure", ("步骤按先后写，没有走到的不写。",), PROCEDURES),
        Sheet("assessment", ("村干部每月考核三项，年底再算全年的分。",), ASSESSMENTS),
        Sheet("project", ("总投资是元；原稿没有的空着。",), PROJECTS),
        Sheet("venue", ("几处合写一条的，写个数。",), VENUES),
        Sheet("issue", ("办结了就写销号日期和结果。",), ISSUES),
        Sheet("articles/work-report-2026", ("文中的数字写成 {{ 指标名 }}，不要手写。",), [ARTICLE]),
        Sheet("publication", ("先提出、再审核、再审批，然后才上网。",), [*PUBLICATIONS, _SET_UP]),
    ),
)
