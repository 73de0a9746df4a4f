"""Makes `place.yml`: the township and its villages."""

from __future__ import annotations

from tests.sample.days import SINCE
from tests.sample.facts import Township
from tests.sample.writing import Flow, Noted, Plain


def places(township: Township) -> list[Noted]:
    slug = township.slug
    office = f"{township.name}政府大院"
    found = [
        Noted(
            {
                "编号": slug,
                "名称": township.name,
                "级别": "乡镇",
                "示例": "是",
                "启用日期": SINCE,
                "适用规定": "demo-province",
                "执行制度": Flow(township.schedules) if township.schedules else None,
                "区划代码": Plain(township.code),
                "面积": Plain(township.area),
                "人口": township.population,
                "自然村": township.hamlets,
                "村民小组": township.groups,
                "简介": township.intro,
                "办公地址": office,
                "公开电话": township.phone(0, 1),
                "监督电话": township.phone(0, 2),
                "联络人": township.contact,
            },
            "启用日期以前的事项不检查。",
        )
    ]
    for number, village in enumerate(township.villages, 1):
        found.append(
            Noted(
                {
                    "编号": village.id,
                    "名称": village.name,
                    "级别": "村",
                    "上级": slug,
                    "区划代码": Plain(f"{township.code}{200 + number}"),
                    "人口": village.population,
                    "户数": village.households,
                    "自然村": village.hamlets,
                    "村民小组": village.groups,
                    "简介": village.intro,
                    "办公地址": f"{village.name}村部",
                    "公开电话": township.phone(number, 1),
                    "监督电话": township.phone(number, 2),
                    "联络人": village.inner[3],
                }
            )
        )
    return found
