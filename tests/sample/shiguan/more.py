"""The families of Shiguan that no duty asks for every month: scores and grades, three subsidies, squares, visits."""

from __future__ import annotations

from datetime import date

from tests.sample.act import Act
from tests.sample.plain import Sheet, entry, row, step

# fmt: off

_PARTS = ("学习教育", "组织生活", "服务群众", "遵规守纪", "带头作用")
_SCORES = ((("邓学勤", 19, 24, 24, 20, 9), ("夏秋实", 18, 23, 22, 19, 9), ("季云帆", 15, 19, 18, 19, 6)))

_ASSESSMENTS = [
    entry(
        "dongguan-hundred-2026-h1", "百分考核：东关村公布的前三名", 地方="dongguan", 组织="dongguan-branch",
        标准="hundred-points", 主题="东关村2026年上半年百分考核", 期间="2026-H1", 日期="2026-07-08", 应评=3,
        结果=[
            row(
                姓名=who, 得分=sum(points),
                明细=[row(项目=part, 分数=p) for part, p in zip(_PARTS, points, strict=True)],
            ) for who, *points in _SCORES
        ],
    ),
    entry(
        "five-good-2025", "13个支部都达到五好", 地方="shiguan", 组织="shiguan-party", 标准="five-good",
        主题="2025年度五好支部", 期间="2025", 日期="2026-01-22", 应评=13, 等次人数=[row(等次="五好", 人数=13)],
    ),
]

_PERSONS = [
    entry(
        "two-committees", "83名两委干部都由公推直选产生", 地方="shiguan", 类别="村两委成员", 职务="两委干部", 人数=83,
        产生方式="公推直选", 任职日期="2025-09-12",
    ),
    entry("commended", 地方="shiguan", 类别="在册党员", 职务="受表彰的优秀党员", 人数=100),
    entry("dongguan-posts", 地方="dongguan", 类别="无职党员岗位", 职务="矛盾调解岗", 人数=6, 职责="听、劝、记"),
    entry(
        "first-secretary", 地方="heyan", 类别="第一书记", 职务="第一书记", 姓名="关山月", 性别="女",
        出生年月="1988-12", 学历="研究生", 派出单位="示例县农业农村局", 任职日期="2025-10-15", 职责="大棚发包、扶困",
    ),
]

_PROCEDURES = [
    entry(
        "qiaotou-set-2026", "一定两评三补", 村="qiaotou", 程序="one-set-two-review", 事项="桥头村2026年目标和补助",
        状态="进行中",
        步骤=[
            step(
                "定目标", "2026-01-15", 主体="石关镇党委和桥头村党支部",
                内容="集贸市场不吵架、摊位费收齐、停车有人管，共三项。",
            ),
            step("年中评议", "2026-07-06", 主体="党员和村民代表", 应到=52, 实到=47, 内容="两项好，一项较好。"),
        ],
    ),
]

_VENUES = [
    entry("squares", "15个文化广场", 地方="shiguan", 名称="村文化广场", 类别="文化广场", 状态="已建", 个数=15),
    entry(
        "dongguan-square", 地方="dongguan", 名称="东关村文化广场", 类别="文化广场", 状态="已建", 个数=1, 期间="2026",
        开放时间="每天早六点到晚九点",
    ),
]

_PROJECTS = [
    entry(
        "venue-plan", "阵地规划投入1,600万元", 地方="shiguan", 名称="村级阵地规划", 类别="民生实事", 状态="在建",
        期间="2026", 内容="十三个村的阵地和广场，分三年建。", 责任单位="石关镇人民政府", 总投资="16,000,000.00",
    ),
    entry(
        "three-subsidies", "三补2,600万元", 地方="shiguan", 名称="三补投入", 类别="党建项目", 状态="完工",
        期间="2025", 内容="奖补、报酬补、项目补，两年合计。", 责任单位="石关镇会计服务中心", 总投资="26,000,000.00",
    ),
]

_ACTIVITIES = [
    entry(
        "training-2026", "培训4期、400人次", 地方="shiguan", 组织="shiguan-party", 类型="干部培训",
        主题="两委干部培训", 期间="2026-H1", 次数=4, 人次=400, 主持="镇组织办",
    ),
    entry(
        "five-visits-2026", "五必访", 地方="shiguan", 组织="shiguan-party", 类型="走访",
        主题="五必访：生病、办丧事、受灾、思想有疙瘩、外出回乡", 期间="2026-H1", 次数=160, 人次=160,
        内容="困难党员逐户走访；原文写“余”，按整数记。",
    ),
]

_ISSUES = [
    entry(
        "audit-2026", 地方="shiguan", 台账="audits", 事项="一年两轮财务检查", 登记日期="2026-03-09", 期间="2026-H1",
        件数=7, 来源="财务检查", 原因="单据签名不齐。", 措施="退回补签，重做的重做。", 责任单位="石关镇会计服务中心",
        责任人="服务中心主任", 销号日期="2026-05-15", 结果="七个问题整改完毕。",
    ),
    entry(
        "qiaotou-stalls", 地方="qiaotou", 台账="disputes", 事项="摊位租金拖欠", 登记日期="2026-09-21",
        来源="网格巡查", 类别="合同", 措施="当面核账，分两次交清。", 责任单位="桥头村民委员会", 责任人="桥头村委员",
        办结期限="2026-11-20", 进展=[row(日期="2026-10-12", 内容="一户已交清")],
    ),
]

_ASSIGNMENTS = [
    entry(
        "prosper-helpers", "帮带：一户一名干部", 地方="shiguan", 类别="结对帮扶", 责任单位="镇村干部",
        单位类别="乡镇干部", 单位数=40, 对象名称="困难党员", 对象数=40, 自="2025-03-01", 任务="帮着选门路、找本钱",
    ),
]

SHEETS = (
    Sheet("assessment", ("百分考核写到人，公布时遮盖姓名；五好按支部数。",), _ASSESSMENTS),
    Sheet("person", ("一条记录写几个人的，写人数，不写姓名。",), _PERSONS),
    Sheet("procedure/subsidies", ("定目标、评两次、按结果补。",), _PROCEDURES),
    Sheet("venue", ("几处合写一条的，写个数。",), _VENUES),
    Sheet("project", ("总投资是元。",), _PROJECTS),
    Sheet("activity/town", ("一年的培训和走访合写。",), _ACTIVITIES),
    Sheet("issue/town", ("财务检查和纠纷。",), _ISSUES),
    Sheet("assignment", ("谁帮谁。",), _ASSIGNMENTS),
)

ACTS = (
    Act(
        "dongguan-hundred-2026",
        ["assessments-internal"],
        "dongguan",
        "东关村党支部",
        None,
        ("东关村党支部组织委员", "石关镇党委组织委员", "东关村党支部书记"),
        records=["assessment/dongguan-hundred-2026-h1"],
        web=date(2026, 7, 14),
        channels=("党内通报",),
    ),
)
