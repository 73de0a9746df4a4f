"""Zhuxi's rounds of assessment — stars, points, arenas, standards, duty reports — and its orders."""

from __future__ import annotations

from tests.sample.plain import entry, row

# fmt: off


_ARENA = (("xikou", "3,680"), ("zhulang", "2,950"), ("qingwan", "2,950"), ("shimen", "2,120"), ("longtan", "1,870"))
_POINTS = (("石敬亭", 28), ("纪春明", 21), ("申屠岚", 16), ("卓一帆", 4))

ASSESSMENTS = [
    entry(
        "star-2026", "25个党组织里17个评上四星以上，其余的没有评", 地方="zhuxi", 组织="zhuxi-party",
        标准="star-rating", 主题="2026年党组织达标创星", 期间="2026", 日期="2026-06-26", 应评=25,
        等次人数=[row(等次="五星", 人数=14), row(等次="四星", 人数=3)],
        说明="发言只报了五星和四星，其余八个没有说明评了几星；没有软弱涣散党组织。",
    ),
    entry(
        "points-2026-q3", "溪口村试点，每季张榜", 地方="xikou", 组织="xikou-branch", 标准="member-points",
        主题="2026年第三季度党员积分", 期间="2026-Q3", 日期="2026-10-08", 应评=49,
        结果=[
            row(
                姓名=name, 得分=100 + more, 明细=[row(项目="基础分", 分数=100), row(项目="奖励分", 分数=more)],
            ) for name, more in _POINTS
        ], 说明="公布前四名，全部积分记在积分册里。"
    ),
    entry(
        "arena-2026-q3", 地方="zhuxi", 组织="zhuxi-party", 标准="arena", 主题="2026年第三季度产业擂台",
        期间="2026-Q3", 日期="2026-10-10", 应评=25,
        结果=[row(名称="产业擂台", 村=village, 得分=score) for village, score in _ARENA],
        说明="五个擂台各排各的名次，这里是产业擂台的前五名，比的是投资额（万元）。",
    ),
    entry(
        "standards-2026", 地方="zhuxi", 组织="zhuxi-party", 标准="standards", 主题="2026年标准化建设达标",
        期间="2026", 日期="2026-06-30", 应评=25, 等次人数=[row(等次="达标", 人数=25)],
    ),
]

PERSONS = [
    entry(
        "zhuxi-elders", 地方="zhuxi", 类别="乡贤", 职务="乡贤理事", 人数=31, 来源="退休干部和返乡企业主",
        职责="听意见、劝和、看工程",
    ),
    entry(
        "zhuxi-professional", 地方="zhuxi", 类别="专职化书记", 职务="专职化村党支部书记", 人数=6, 月报酬="4,200.00",
        保险="企业职工养老保险",
    ),
]

ACTIVITIES = [
    entry(
        "duty-report-2026", 地方="zhuxi", 组织="zhuxi-party", 类型="述职评议", 主题="村书记半年述职",
        日期="2026-07-08", 应到=25, 实到=25, 主持="竹溪镇党委书记", 内容="一述一评，当场打分，末三名约谈。",
    ),
    entry(
        "elders-2026-q3", 地方="zhuxi", 类型="乡贤议事", 主题="桥头停车和河道保洁", 期间="2026-Q3", 次数=4, 人次=83,
    ),
    entry(
        "studio-2026-09", 地方="xikou", 组织="xikou-branch", 类型="跟班学习", 主题="新书记到工作室看一天",
        日期="2026-09-16", 地点="溪口村书记工作室", 应到=6, 实到=6, 主持="溪口村党支部书记",
    ),
]
