"""Makes `indicator.yml`: the figures of the township, the income of its collectives, its party dues."""

from __future__ import annotations

from tests.sample.facts import Figure, Township
from tests.sample.writing import Inline, Noted, Plain, yuan


def figure(slug: str, one: Figure) -> Noted:
    """One reported figure."""
    return Noted(
        {
            "编号": f"{slug}-{one.id}",
            "地方": one.place or slug,
            "名称": one.name,
            "主题": one.theme,
            "期间": Plain(one.period),
            "维度": Inline(one.parts) if one.parts else None,
            "数值": one.value if one.value == "**" else Plain(one.value) if one.value else None,
            "单位": one.unit,
            "约数": "是" if one.about else None,
            "缺失原因": one.why,
            "来源": one.source,
            "备注": one.remark,
        },
        {"": "原件没有这个数。", "**": "原件遮盖，照写 **。"}.get(one.value, ""),
    )


def indicators(township: Township) -> list[Noted]:
    found = [figure(township.slug, one) for one in township.figures]
    for village in township.villages:
        for year, amount in zip((2024, 2025), village.earned, strict=True):
            found.append(
                Noted(
                    {
                        "编号": f"{village.id}-earned-{year}",
                        "地方": village.id,
                        "名称": "集体经营性收入",
                        "主题": "集体经济",
                        "期间": year,
                        "数值": Plain(amount),
                        "单位": "万元",
                        "来源": f"{village.collective}年度账",
                    }
                )
            )
    for dues in township.dues:
        rows = (
            ("owing", "应交党费人数", Plain(f"{dues.owing:,}"), "人"),
            ("paying", "实交党费人数", Plain(f"{dues.paying:,}"), "人"),
            ("owed", "应交党费", yuan(dues.owed), "元"),
            ("paid", "实交党费", yuan(dues.paid), "元"),
            ("used", "党费支出", yuan(dues.used), "元"),
        )
        for code, name, value, unit in rows:
            found.append(
                Noted(
                    {
                        "编号": f"{township.slug}-dues-{code}-{dues.period.lower()}",
                        "地方": township.slug,
                        "名称": name,
                        "主题": "党费",
                        "期间": dues.period,
                        "数值": value,
                        "单位": unit,
                        "来源": "党费收缴台账",
                    },
                    f"{dues.period[:4]}年第{dues.period[-1]}季度党费，只在党内公开。" if code == "owing" else "",
                )
            )
    return found
