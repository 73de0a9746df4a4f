"""The places of the odd site: names that are long, foreign or rare, and very many of them."""

from __future__ import annotations

from typing import Any

LONG = (
    "大" * 6
    + "榆树沟东南西北中上下左右前后里外高低远近新老山水林田湖草沙河桥路坡坪坝湾岭岔洼垴峪梁塬峁沟村民自治联合示范村"
)
"""Sixty characters without a break."""
LATIN = "New-Harmony-Agricultural-Cooperative-Village-No.1234567890"
RARE = "䶮㛃村"

Records = list[dict[str, Any]]


def _township(slug: str, name: str, code: str, **more: Any) -> dict[str, Any]:
    return {
        "编号": slug,
        "名称": name,
        "级别": "乡镇",
        "示例": "是",
        "启用日期": "2026-01-01",
        "适用规定": "demo-province",
        "区划代码": code,
        **more,
    }


def _village(slug: str, name: str, township: str, code: str, **more: Any) -> dict[str, Any]:
    return {"编号": slug, "名称": name, "级别": "村", "上级": township, "区划代码": code, **more}


def odd() -> Records:
    """A township with a village of each odd kind."""
    names = {"blank": "空白村", "long": LONG, "latin": LATIN, "rare": RARE, "digits": "12345村", "zero": "零村"}
    villages = [_village(slug, name, "odd", f"990901101{200 + n}") for n, (slug, name) in enumerate(names.items(), 1)]
    return [_township("odd", "奇县乡", "990901101", 人口="0"), *villages]


def masked() -> Records:
    """A township that tells nothing of itself."""
    return [
        _township("mask", "全遮乡", "990901102", 启用日期="2026-10-01"),
        _village("hidden", "遮盖村", "mask", "990901102201"),
    ]


def many(villages: int) -> Records:
    """One township of so many villages."""
    numbered = (_village(f"v{n:03}", f"第{n}村", "many", f"990901103{n:03}") for n in range(1, villages + 1))
    return [_township("many", "千村镇", "990901103"), *numbered]
