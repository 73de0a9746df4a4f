"""What Yunling did in the year: meetings, lectures, reviews, members admitted, posts and pay."""

from __future__ import annotations

from tests.sample.plain import entry, row

# fmt: off


PERSONS = [
    entry(
        "pay-both", "报酬按月，乡里每季核发一次", 地方="yunling", 类别="村两委成员", 职务="书记、主任（一人担任）",
        人数=4, 月报酬="1,560.00", 保险="城乡居民养老保险",
    ),
    entry(
        "pay-one", 地方="yunling", 类别="村两委成员", 职务="书记或主任", 人数=4, 月报酬="1,500.00",
        保险="城乡居民养老保险",
    ),
    entry(
        "pay-deputy", 地方="yunling", 类别="村两委成员", 职务="副书记、副主任", 人数=12, 月报酬="1,300.00",
        保险="意外伤害保险",
    ),
    entry(
        "group-heads", 地方="yunling", 类别="村民小组长", 职务="村民小组长", 人数=62,
        职责="通知到户、领开会的人、报雨情",
    ),
    entry(
        "first-secretary", 地方="yanjiao", 类别="第一书记", 组织="yanjiao-general", 职务="第一书记", 姓名="盛夏阳",
        性别="男", 出生年月="1986-09", 学历="本科", 派出单位="示例县民政局", 任职日期="2025-05-12",
        职责="帮村里办茶叶初制所",
    ),
    entry(
        "work-team", 地方="yanjiao", 类别="驻村工作队", 职务="队员", 人数=3, 派出单位="示例县民政局",
        任职日期="2025-05-12",
    ),
]

ACTIVITIES = [
    entry(
        "supervised-2025", "乡领导一年督导会议72次，讲党课12次", 地方="yunling", 组织="yunling-party",
        类型="会议督导", 主题="到村督导会议", 期间="2025", 次数=72, 主持="云岭乡领导班子成员",
    ),
    entry(
        "lectures-2025", 地方="yunling", 组织="yunling-party", 类型="党课", 主题="乡领导到村讲党课", 期间="2025",
        次数=12, 主持="云岭乡领导班子成员",
    ),
    entry(
        "batches-2025", 地方="yunling", 类型="现场办公", 主题="部门进村现场办公", 期间="2025", 次数=25,
        内容="社保、民政、林业等部门带章下村。",
    ),
    entry(
        "monthly-2026-09", 地方="yunling", 组织="yunling-party", 制度="monthly-meeting", 类型="月例会",
        主题="九月村干部例会", 日期="2026-09-07", 应到=24, 实到=22, 主持="云岭乡党委书记",
        内容="通报会议督导情况，布置秋茶采摘。",
    ),
    entry(
        "visit-2026-02", 地方="yunling", 组织="yunling-party", 类型="走访慰问", 主题="春节走访老党员和困难党员",
        日期="2026-02-11", 人次=43,
    ),
]

ASSESSMENTS = [
    entry(
        "member-review-2025", 地方="yunling", 组织="yunling-party", 标准="member-review", 主题="2025年度民主评议党员",
        期间="2025", 日期="2026-01-20", 应评=594,
        等次人数=[row(等次="优秀", 人数=379), row(等次="合格", 人数=142), row(等次="不合格", 人数=19)],
        说明="三个等次合计540名，比党员总数少54名，多数是外出没有参评的流动党员；原报告用的等次是好、较好、差。",
    ),
]
