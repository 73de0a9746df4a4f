"""The twenty-five villages and communities of Zhuxi, and what each collective earned."""

from __future__ import annotations

from tests.sample.plain import entry

# fmt: off

NOT_REPORTED = {"bihe": "村账还在清理，没有报数", "nanpu": "新设社区，没有集体账"}
"""Whose income is missing, and why: the shares are counted over twenty-three."""

_NAMES = (
    ("xikou", "溪口村", "136.50"), ("zhulang", "竹廊村", "118.20"), ("qingwan", "清湾村", "104.70"),
    ("shimen", "石门村", "88.40"), ("baishui", "白水村", "82.16"), ("longtan", "龙潭村", "76.90"),
    ("chayuan", "茶园村", "71.35"), ("maoping", "茂坪村", "66.80"), ("huling", "虎岭村", "61.20"),
    ("yaoqian", "窑前村", "58.75"), ("shanghe", "上河村", "54.30"), ("xiahe", "下河村", "51.60"),
    ("meikeng", "梅坑村", "47.90"), ("xiaqiao", "下桥村", "43.25"), ("gaoling", "高岭村", "39.80"),
    ("tongmu", "桐木村", "36.40"), ("zhangcuo", "樟厝村", "33.15"), ("liuwu", "柳坞村", "29.60"),
    ("dongfeng", "东丰村", "24.85"), ("bihe", "碧荷村", ""),
    ("chengxi", "城西社区", "31.70"), ("zhonghe", "中和社区", "22.40"), ("beimen", "北门社区", "18.60"),
    ("xinan", "新安社区", "15.20"), ("nanpu", "南浦社区", ""),
)
VILLAGES = tuple((name, title, income) for name, title, income in _NAMES)

PLACES = [
    entry(
        "zhuxi", 名称="竹溪镇", 级别="乡镇", 示例="是", 适用规定="demo-province", 区划代码="990101103",
        简介="竹溪镇是虚构的乡镇，用来演示公开网站。全镇25个村和社区都录了名字，收入数字有23个。",
        办公地址="竹溪镇政府大院", 公开电话="0571-00007001", 监督电话="0571-00007002",
    ),
    *(
        entry(
            name, 名称=title, 级别="社区" if title.endswith("社区") else "村", 上级="zhuxi",
            区划代码=f"990101103{0 if title.endswith('社区') else 2}{number:02}",
        )
        for number, (name, title, _) in enumerate(VILLAGES, 1)
    ),
]

ORGANISATIONS = [
    entry(
        "zhuxi-party", 名称="中共竹溪镇委员会", 类别="乡镇党委", 领域="机关", 地方="zhuxi", 成立日期="2021-07-12",
        任期="2021年至2026年",
    ),
    entry(
        "xikou-branch", 名称="溪口村党支部", 类别="党支部", 领域="农村", 地方="xikou", 上级="zhuxi-party", 党员数=49,
    ),
    entry(
        "xikou-grid-1", "村党支部—网格党小组—党员联系户", 名称="溪口村第一网格党小组", 类别="党小组", 领域="农村",
        地方="xikou", 上级="xikou-branch", 党员数=14, 联系户数=126,
    ),
    entry(
        "xikou-grid-2", 名称="溪口村第二网格党小组", 类别="党小组", 领域="农村", 地方="xikou", 上级="xikou-branch",
        党员数=12, 联系户数=118,
    ),
    entry(
        "xikou-coop", "党支部带合作社，合作社带农户", 名称="溪口竹笋专业合作社", 类别="专业合作社", 领域="农村",
        地方="xikou", 上级="xikou-branch", 联系户数=143,
    ),
    entry(
        "zhulang-branch", 名称="竹廊村党支部", 类别="党支部", 领域="农村", 地方="zhulang", 上级="zhuxi-party",
        党员数=41,
    ),
    entry(
        "chengxi-branch", 名称="城西社区党支部", 类别="党支部", 领域="社区", 地方="chengxi", 上级="zhuxi-party",
        党员数=68,
    ),
]
