"""A county: 20 townships × 15 villages × 1 year of records, made up; `python benchmarks/county.py FOLDER` writes it.

`python benchmarks/county.py FOLDER 4 15` writes 4 townships × 15 villages; `sized(7500)` says how many of both give 7,500
public pages. Every family is in it, in the proportions that a village office really writes: a cash sheet a month, meetings every month,
a few decisions, projects, leases and ledger entries a year. The catalogue is the repository's own. The villages
publish their cash sheets alone, so that most of their duties are overdue, as in a county that has just begun.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOWNSHIPS, VILLAGES, YEAR = 20, 15, 2026
MONTHS = range(1, 13)
TODAY = f"{YEAR}-12-31"
"""The day on which the county is looked at: eleven cash sheets of each village have been published."""
PORTAL, EACH_TOWNSHIP, EACH_VILLAGE = 21, 11, 16
"""Public pages, about: of the portal, of a township, of a village."""


def sized(pages: int) -> tuple[int, int]:
    """(townships, all their villages) for about so many public pages: 20-odd villages a township, 22 townships at 7,500."""
    townships = max(1, round(pages / (EACH_TOWNSHIP + 20.5 * EACH_VILLAGE)))
    return townships, max(townships, round((pages - PORTAL - townships * EACH_TOWNSHIP) / EACH_VILLAGE))


def make(folder: Path, townships: int = TOWNSHIPS, villages: int = VILLAGES, *, total: int = 0) -> int:
    """Writes the county below `folder`, which must not exist; returns how many township records there are.

    villages: of each township. total: of all townships together, dealt out evenly, in place of `villages`.
    """
    shutil.copytree(ROOT / "data" / "catalogue", folder / "data" / "catalogue")
    count = 0
    for number in range(townships):
        slug = f"town{number:02}"
        home = folder / "data" / "townships" / slug
        here = (total + number) // townships if total else villages
        names = [f"village{n:02}" for n in range(here)]
        count += _file(home / "place.yml", _places(slug, number, names))
        count += _file(home / "organisation.yml", _organisations(slug, names))
        for name in names:
            for family, entries in FAMILIES.items():
                count += _file(home / family / f"{name}.yml", entries(name))
    return count


def edit(folder: Path) -> Path:
    """One amount more in one village: the light bulbs of November cost one yuan more; the balances follow. Returns the file."""
    path = folder / "data" / "townships" / "town00" / "finance" / "village00.yml"
    _file(path, _finance("village00", more=1))
    return path


def _file(path: Path, entries: Iterator[str]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = list(entries)
    path.write_text("\n".join(listed), encoding="utf-8")
    return len(listed)


def _places(slug: str, number: int, villages: list[str]) -> Iterator[str]:
    code = f"9902{number:02}"
    yield f"""- 编号: {slug}
  名称: 示例{number}镇
  级别: 乡镇
  示例: 是
  启用日期: {YEAR}-01-01
  执行制度: [three-meetings, theme-day]
  区划代码: "{code}"
  面积: 88.5
"""
    for order, name in enumerate(villages):
        yield f"""- 编号: {name}
  名称: 示例{order}村
  级别: 村
  上级: {slug}
  区划代码: "{code}1{order:02}"
  人口: {1500 + order * 37}
  户数: {430 + order * 11}
  村民小组: 6
  公开电话: 0571-0000{order:04}
"""


def _organisations(slug: str, villages: list[str]) -> Iterator[str]:
    yield f"- {{编号: {slug}-party, 名称: 中共示例镇委员会, 类别: 乡镇党委, 地方: {slug}, 党员数: 900}}\n"
    for order, name in enumerate(villages):
        for kind, word in (("branch", "党支部"), ("committee", "村民委员会"), ("collective", "农村集体经济组织")):
            above = f"\n  上级: {slug}-party" if kind == "branch" else ""
            yield f"""- 编号: {name}-{kind}
  名称: 示例{order}村{word}
  类别: {word}
  地方: {name}{above}
  班子:
    - {{职务: 书记或主任, 姓名: 张某, 分工: 全面工作}}
    - {{职务: 委员, 姓名: 李某, 分工: 组织}}
    - {{职务: 委员, 姓名: 王某, 分工: 治保}}
"""


def _finance(name: str, more: int = 0) -> Iterator[str]:
    order, balance = int(name[-2:]), 80_000
    for month in MONTHS:
        rent, wages, bulbs = 9_000 + month * 100, 2_400, 350 + month + (more if month == 11 else 0)
        closing = balance + rent - wages - bulbs
        yield f"""- 编号: {name}-{YEAR}-{month:02}
  村: {name}
  公开主体: 示例{order}村农村集体经济组织
  期间: {YEAR}-{month:02}
  科目制度: "2023"
  期初结存: {balance}.00
  收入:
    - {{摘要: {month}月果园承包费, 科目: "501", 金额: {rent}.00, 经手人: 赵某}}
  支出:
    - {{摘要: {month}月保洁员工资, 科目: "514", 金额: {wages}.00, 经手人: 钱某}}
    - {{摘要: {month}月路灯灯泡, 科目: "514", 金额: {bulbs}.00, 经手人: 孙某}}
  期末结存: {closing}.00
  逐笔:
    - {{日期: {YEAR}-{month:02}-05, 凭证号: {month}-1, 摘要: 果园承包费, 收入: {rent}.00, 余额: {balance + rent}.00}}
    - {{日期: {YEAR}-{month:02}-12, 凭证号: {month}-2, 摘要: 保洁员工资, 支出: {wages}.00, 余额: {balance + rent - wages}.00}}
    - {{日期: {YEAR}-{month:02}-20, 凭证号: {month}-3, 摘要: 路灯灯泡, 支出: {bulbs}.00, 余额: {closing}.00}}
"""
        balance = closing


def _activities(name: str) -> Iterator[str]:
    monthly = (("theme-day", "主题党日"), ("three-meetings", "支部委员会会议"), ("three-meetings", "党小组会"))
    quarterly = (("three-meetings", "支部党员大会"), ("three-meetings", "党课"))
    for month in MONTHS:
        for day, (schedule, kind) in enumerate((*monthly, *(quarterly if month % 3 == 0 else ())), start=5):
            yield f"""- 编号: {name}-{month:02}-{day}
  地方: {name}
  组织: {name}-branch
  制度: {schedule}
  类型: {kind}
  主题: {month}月{kind}
  日期: {YEAR}-{month:02}-{day:02}
  应到: 28
  实到: {24 + month % 4}
  主持: 党支部书记
"""


def _procedures(name: str) -> Iterator[str]:
    for order, month in enumerate((2, 5, 8)):
        yield f"""- 编号: {name}-matter-{order}
  村: {name}
  程序: four-two
  事项: 村内第{order + 1}段道路硬化
  状态: 已完成
  步骤:
    - {{步骤: 提议, 日期: {YEAR}-{month:02}-01, 主体: 村党组织, 内容: 提议硬化道路}}
    - {{步骤: 商议, 日期: {YEAR}-{month:02}-03, 应到: 7, 实到: 7, 同意: 7, 反对: 0, 弃权: 0, 材料: [会议记录, 签到表]}}
    - {{步骤: 审议, 日期: {YEAR}-{month:02}-08, 应到: 28, 实到: 25, 同意: 24, 反对: 0, 弃权: 1, 材料: [签到表, 表决结果]}}
    - {{步骤: 决议, 日期: {YEAR}-{month:02}-12, 应到: 45, 实到: 41, 同意: 40, 反对: 1, 弃权: 0, 材料: [签到表, 决议]}}
    - {{步骤: 决议公开, 日期: {YEAR}-{month:02}-13, 公示起: {YEAR}-{month:02}-13, 公示止: {YEAR}-{month:02}-28, 材料: [公开栏照片]}}
    - {{步骤: 结果公开, 日期: {YEAR}-{month + 1:02}-20, 公示起: {YEAR}-{month + 1:02}-20, 公示止: {YEAR}-{month + 2:02}-20, 材料: [公开栏照片]}}
"""


def _publications(name: str) -> Iterator[str]:
    order = int(name[-2:])
    for month in MONTHS[:11]:
        day = f"{YEAR}-{month + 1:02}"
        yield f"""- 编号: {name}-cash-{month:02}
  事项: [finance-cash-statement, finance-cash-entries]
  地方: {name}
  公开主体: 示例{order}村农村集体经济组织
  期间: {YEAR}-{month:02}
  记录: [finance/{name}-{YEAR}-{month:02}]
  提出: {{职务: 报账员, 日期: {day}-03}}
  审核: {{职务: 村务监督委员会主任, 日期: {day}-04, 保密审查: 是}}
  审批: {{职务: 村党支部书记, 日期: {day}-05}}
  上墙日期: {day}-06
  上网日期: {day}-06
"""


def _plain(text: str, many: int) -> Callable[[str], Iterator[str]]:
    """A maker of `many` records that differ in their number and month alone."""

    def entries(name: str) -> Iterator[str]:
        for order in range(many):
            yield text.format(name=name, order=order, month=order % 9 + 1, year=YEAR)

    return entries


_PERSON = """- {{编号: {name}-{order}, 地方: {name}, 类别: 村两委成员, 职务: 委员, 姓名: 张某, 性别: 男, 学历: 大专, 出生年月: 1984-0{month}}}
"""
_INDICATOR = """- {{编号: {name}-{order}, 地方: {name}, 名称: 指标{order}, 主题: 集体经济, 期间: {year}, 数值: "{order}6.5", 单位: 万元}}
"""
_PROJECT = """- 编号: {name}-project-{order}
  地方: {name}
  名称: 第{order}段水渠
  类别: 公益事业
  状态: 在建
  期间: {year}
  总投资: 86,000.00
  资金来源:
    - {{来源: 上级补助, 金额: 60000.00}}
    - {{来源: 村集体, 金额: 26000.00}}
  节点:
    - {{节点: 开工, 计划日期: {year}-02-01, 完成日期: {year}-02-03}}
"""
_ASSET = """- 编号: {name}-asset-{order}
  村: {name}
  名称: 第{order}间门面
  类别: 房屋
  使用方式: 出租
  原值: 60,000.00
  承租:
    - {{承租人: 周某, 自: {year}-01-01, 至: {year}-12-31, 年租金: 3600.00}}
"""
_ISSUE = """- 编号: {name}-issue-{order}
  地方: {name}
  台账: suggestions
  事项: 第{order}盏路灯不亮
  登记日期: {year}-0{month}-03
  来源: 信箱
  措施: 更换灯泡
  责任单位: 村民委员会
  销号日期: {year}-0{month}-08
  结果: 已经修好
"""
_VENUE = """- {{编号: {name}-venue-{order}, 地方: {name}, 名称: 党群服务中心, 类别: 党群服务中心, 状态: 已建, 建筑面积: 260}}
"""
_ASSIGNMENT = """- {{编号: {name}-pair-{order}, 地方: {name}, 类别: 结对联村, 责任单位: 县直某单位, 单位类别: 县直单位, 联系地方: [{name}]}}
"""

FAMILIES = {
    "finance": _finance,
    "activity": _activities,
    "procedure": _procedures,
    "person": _plain(_PERSON, 7),
    "indicator": _plain(_INDICATOR, 10),
    "project": _plain(_PROJECT, 3),
    "asset": _plain(_ASSET, 4),
    "issue": _plain(_ISSUE, 12),
    "venue": _plain(_VENUE, 1),
    "assignment": _plain(_ASSIGNMENT, 1),
    "publication": _publications,
}

if __name__ == "__main__":
    print(make(Path(sys.argv[1]), *map(int, sys.argv[2:4])), "records")
