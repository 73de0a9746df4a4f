"""What Haibin's villages did: elections, weak branches put right, monthly appraisals, halls, disputes."""

from __future__ import annotations

from tests.sample.plain import entry, row

# fmt: off


_ITEMS = ("重点工程", "违法建设", "稳定")


def _cadre(village: str, post: str, scores: tuple[int, ...]) -> dict:
    return row(
        名称=post, 村=village, 得分=sum(scores),
        明细=[row(项目=i, 分数=s) for i, s in zip(_ITEMS, scores, strict=True)],
    )


ASSESSMENTS = [
    entry(
        f"cadre-monthly-2026-{month:02}",
        地方="haibin",
        组织="haibin-party",
        标准="cadre-monthly",
        主题=f"2026年{month}月村干部考核",
        期间=f"2026-{month:02}",
        日期=f"2026-{month + 1:02}-05",
        应评=3,
        结果=[
            _cadre(village, post, points)
            for village, post, points in zip(
                (
                    "yuwan", "shatou", "yantang",
                ), ("渔湾村党支部书记", "沙头村党支部书记", "盐塘村党支部书记"), scores, strict=True
            )
        ],
    )
    for month, scores in (
        (8, ((38, 27, 28), (33, 24, 29), (31, 28, 26))), (9, ((39, 28, 29), (35, 26, 28), (33, 27, 28))),
    )
]

PROJECTS = [
    entry(
        "pier-2026", 地方="haibin", 名称="渔港码头延伸", 类别="重点项目", 状态="在建", 期间="2026",
        内容="码头向外延伸，加固护岸。投资数原稿没有写。", 责任单位="海滨镇人民政府",
        节点=[
            row(节点="开工", 计划日期="2026-04-10", 完成日期="2026-04-18"), row(节点="完工", 计划日期="2026-12-20"),
        ],
        进度=55,
    ),
    entry(
        "hall-yuwan-2026", 地方="yuwan", 名称="渔湾村农民会所", 类别="民生实事", 状态="在建", 期间="2026",
        内容="两层，楼下办红白事，楼上是活动室。", 责任单位="渔湾村民委员会", 总投资="480,000.00",
        资金来源=[row(来源="上级补助", 金额="200,000.00"), row(来源="村集体", 金额="280,000.00")],
        节点=[
            row(节点="开工", 计划日期="2026-05-06", 完成日期="2026-05-11"), row(节点="完工", 计划日期="2026-12-15"),
        ],
        进度=70,
    ),
]

VENUES = [
    entry(
        "centre-town", 地方="haibin", 名称="海滨镇党员服务中心", 类别="党员服务中心", 状态="已建", 个数=1,
        建筑面积=320, 功能室=["接待室", "活动室", "阅览室"],
        设备=[row(名称="电脑", 数量=4, 单位="台"), row(名称="投影仪", 数量=1, 单位="台")], 开放时间="工作日白天",
        管理="镇组织办干事",
    ),
    entry(
        "centre-villages", 地方="haibin", 名称="村党员服务中心", 类别="党员服务中心", 状态="已建", 个数=5,
        功能室=["活动室", "阅览室"],
    ),
    entry("farmers-halls", 地方="haibin", 名称="农民会所", 类别="农民会所", 状态="在建", 个数=4, 期间="2026"),
]

ISSUES = [
    entry(
        "shatou-land", 地方="shatou", 台账="disputes", 事项="晒网场地界不清", 登记日期="2026-04-20", 来源="说事日",
        类别="土地", 户数=3, 原因="几户多年混用，没有界石。", 措施="查旧图，当面丈量。", 责任单位="沙头村民委员会",
        责任人="沙头村调解主任", 办结期限="2026-06-20", 进展=[row(日期="2026-05-06", 内容="三户到场丈量")],
        销号日期="2026-06-02", 结果="立界石四块，三户签字。", 评价="满意",
    ),
    entry(
        "yantang-illegal", 地方="yantang", 台账="problems", 事项="堤外违章搭棚", 登记日期="2026-08-12", 来源="巡查",
        原因="渔季临时存放网具。", 措施="另辟存放点，限期拆除。", 责任单位="盐塘村民委员会", 责任人="盐塘村委员",
        办结期限="2026-10-30", 进展=[row(日期="2026-09-15", 内容="存放点平整完毕，已拆两处")],
    ),
]
