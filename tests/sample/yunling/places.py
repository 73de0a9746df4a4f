"""Yunling's six villages, each a general branch with two or three branches below it."""

from __future__ import annotations

from tests.sample.plain import entry

# fmt: off

_VILLAGES = (
    ("yunding", "云顶村", 1983, 512, 11, ((38, "云上"), (31, "云中"), (29, "云下"))),
    ("songping", "松坪村", 1742, 468, 10, ((36, "前坪"), (33, "后坪"), (28, "松林"))),
    ("shiqiao", "石桥村", 2105, 561, 10, ((41, "桥东"), (30, "桥西"), (27, "桥头"))),
    ("chashan", "茶山村", 1638, 437, 11, ((35, "上茶"), (29, "中茶"), (26, "下茶"))),
    ("yanjiao", "岩脚村", 1427, 389, 10, ((37, "岩口"), (28, "岩湾"))),
    ("zhulin", "竹林村", 1519, 406, 10, ((39, "大竹"), (28, "小竹"))),
)

PLACES = [
    entry(
        "yunling", 名称="云岭乡", 级别="乡镇", 示例="是", 适用规定="demo-province", 区划代码="990101203", 村民小组=62,
        简介="云岭乡是虚构的乡镇，用来演示公开网站。全乡6个村，每村一个党总支。", 办公地址="云岭乡政府大院",
        公开电话="0571-00006001", 监督电话="0571-00006002",
    ),
    *(
        entry(
            name, 名称=title, 级别="村", 上级="yunling", 区划代码=f"9901012032{number:02}", 人口=people,
            户数=households, 村民小组=groups,
        )
        for number, (name, title, people, households, groups, _) in enumerate(_VILLAGES, 1)
    ),
]

ORGANISATIONS = [
    entry(
        "yunling-party", 名称="中共云岭乡委员会", 类别="乡镇党委", 领域="机关", 地方="yunling", 成立日期="2021-07-10",
        任期="2021年至2026年",
    ),
    *(
        entry(
            f"yunling-{name}-branch", 名称=f"云岭乡{title}党支部", 类别="党支部", 领域=sector, 地方="yunling",
            上级="yunling-party", 党员数=members,
        )
        for name, title, sector, members in (
            ("office", "机关", "机关", 38), ("school", "中心学校", "事业单位", 27),
            ("clinic", "卫生院", "事业单位", 14),
        )
    ),
    *(
        record
        for name, title, *_, branches in _VILLAGES
        for record in (
            entry(
                f"{name}-general", title, 名称=f"{title}党总支", 类别="党总支", 领域="农村", 地方=name,
                上级="yunling-party",
            ),
            *(
                entry(
                    f"{name}-branch-{number}", 名称=f"{title}{branch}党支部", 类别="党支部", 领域="农村", 地方=name,
                    上级=f"{name}-general", 党员数=members,
                )
                for number, (members, branch) in enumerate(branches, 1)
            ),
        )
    ),
]
