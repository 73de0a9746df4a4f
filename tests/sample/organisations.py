"""Makes `organisation.yml`: who governs the township, and the four organisations of each village."""

from __future__ import annotations

from datetime import date

from tests.sample.facts import Township, Village
from tests.sample.writing import Inline, Noted


def organisations(township: Township) -> list[Noted]:
    secretary, head, deputy, organiser, discipline = township.people
    office = "乡长" if township.kind == "乡" else "镇长"
    found = [
        Noted(
            {
                "编号": f"{township.slug}-party",
                "名称": township.party,
                "类别": "乡镇党委",
                "地方": township.slug,
                "党员数": township.members,
                "成立日期": date(2021, 7, 6),
                "任期": "2021年至2026年",
                "班子": [
                    _seat("书记", secretary, "主持党委全面工作"),
                    _seat("副书记", head, f"主持{township.kind}政府工作"),
                    _seat("副书记", deputy, "党建、党务公开"),
                    _seat("组织委员", organiser, "组织、干部、党员教育"),
                    _seat("纪委书记", discipline, "纪律检查、公开监督"),
                ],
                "办公电话": township.phone(0, 1),
                "内部评价": township.appraisal,
            }
        ),
        Noted(
            {
                "编号": f"{township.slug}-government",
                "名称": township.government,
                "类别": "乡镇政府",
                "地方": township.slug,
                "成立日期": date(2021, 11, 18),
                "任期": "2021年至2026年",
                "班子": [_seat(office, head, "主持全面工作，财政、村务公开")],
                "办公电话": township.phone(0, 3),
            }
        ),
    ]
    for number, village in enumerate(township.villages, 1):
        found += _village_organisations(township, village, number)
    return found


def _village_organisations(township: Township, village: Village, number: int) -> list[Noted]:
    p = village.people
    term = {"成立日期": date(2025, 9, 10 + number), "任期": "2025年至2030年"}
    desk = township.phone(number, 1)
    return [
        Noted(
            {
                "编号": f"{village.id}-branch",
                "名称": village.branch,
                "类别": "党支部",
                "地方": village.id,
                "上级": f"{township.slug}-party",
                "党员数": village.members,
                **term,
                "班子": [
                    _seat("书记", p[0], "主持支部工作"),
                    _seat("组织委员", p[1], "组织、党员发展"),
                    _seat("宣传委员", p[2], "宣传、党务公开"),
                ],
                "办公电话": desk,
                "内部评价": village.appraisal,
            },
            village.name,
        ),
        Noted(
            {
                "编号": f"{village.id}-committee",
                "名称": village.committee,
                "类别": "村民委员会",
                "地方": village.id,
                **term,
                "班子": [
                    _seat("主任", p[0], "主持村民委员会工作"),
                    _seat("副主任", p[3], "基础设施、环境卫生", village.seat_remarks.get(p[3])),
                    _seat("委员", p[4], "调解、治安", village.seat_remarks.get(p[4])),
                    _seat("委员", p[5], "妇女儿童、民政救助", village.seat_remarks.get(p[5])),
                ],
                "办公电话": desk,
            }
        ),
        Noted(
            {
                "编号": f"{village.id}-supervision",
                "名称": village.supervisors,
                "类别": "村务监督委员会",
                "地方": village.id,
                **term,
                "班子": [
                    _seat("主任", p[6], "主持监督工作"),
                    _seat("委员", p[7], "财务监督"),
                    _seat("委员", p[8], "村务公开监督"),
                ],
                "办公电话": township.phone(number, 2),
            }
        ),
        Noted(
            {
                "编号": f"{village.id}-collective",
                "名称": village.collective,
                "类别": "农村集体经济组织",
                "地方": village.id,
                **term,
                "班子": [
                    _seat("理事长", p[0], "主持合作社工作"),
                    _seat("理事", p[3], "资产资源管理"),
                    _seat("理事", p[2], "合同、台账"),
                    _seat("监事长", p[1], "监督合作社财务"),
                ],
                "办公电话": desk,
            }
        ),
    ]


def _seat(post: str, name: str, duty: str, remark: str | None = None) -> Inline:
    return Inline({"职务": post, "姓名": name, "分工": duty} | ({"备注": remark} if remark else {}))
