"""An edition of a few figures made by hand, and what a subject of the statistics shows of it."""

from __future__ import annotations

import hashlib
from types import ModuleType

from generator.exhibits import Exhibit, Scope
from generator.model import Amount, Audience, Edition, Record
from generator.records.indicator import Indicator
from tests.derive.making import TODAY, make, township, village

SITE, TOP, ONE = ("", ""), ("anping", ""), ("anping", "liucun")
VILLAGES = (village("liucun", "刘村"), village("xihe", "西河村"), village("shan", "山口村"))
OTHER = township().model_copy(update={"township": "haibin", "id": "haibin", "name": "海滨镇"})


def edition(*records: Record, also: tuple[Record, ...] = ()) -> Edition:
    """Anping with three villages, and these records; `also`: further places."""
    items = (township(), *VILLAGES, *also, *records)
    return Edition(items=items, today=TODAY, audience=Audience.PUBLIC)


def figure(name: str, place: str, value: str | None, period: str = "", unit: str = "名", **labels: object) -> Indicator:
    """A figure: `**` is masked, None is missing; keywords are a dimension, `inputs` the records behind it."""
    inputs, theme = labels.pop("inputs", ()), labels.pop("theme", "党建")
    key = "-".join(part for part in (name, place, period, *map(str, labels.values())) if part)
    told = {"数值": value} if value is not None else {"数值": None, "缺失原因": "没有报"}
    when = {"期间": period} if period else {}
    parts = {"维度": labels} if labels else {}
    given = {"名称": name, "主题": theme, "单位": unit, "@依据": inputs, **told, **when, **parts}
    return make(Indicator, f"f{hashlib.sha256(key.encode()).hexdigest()[:16]}", 地方=place, **given)


def elsewhere(one: Indicator) -> Indicator:
    """The same figure of the other township."""
    return one.model_copy(update={"township": "haibin", "place": "haibin"})


def shown(subject: ModuleType, where: tuple[str, str], one: Edition) -> dict[str, Exhibit]:
    """What is shown, by its address, after a look at what holds of every exhibit."""
    found = list(subject.exhibits(Scope(one, *where)))
    for each in found:
        sound(each)
    assert len({each.name for each in found}) == len(found)
    return {each.name: each for each in found}


def sound(one: Exhibit) -> None:
    """Rows fit their headings, every figure has keys, the address is ASCII, and the sentence is a sentence."""
    assert one.sentence
    assert one.sentence.endswith("。")
    assert not any(
        word in one.sentence
        for word in ("None", "Decimal", "nan", "。。", "：。", "，。", "、。", "：的", "。的", "）的完成率")
    )
    assert one.name.isascii()
    assert one.title
    for row in one.sheet.rows:
        assert len(row.cells) == len(one.sheet.columns)
        assert row.keys or not any(isinstance(cell, Amount) and cell.value for cell in row.cells)
    if one.chart is not None:
        assert one.chart.sentence == one.sentence
