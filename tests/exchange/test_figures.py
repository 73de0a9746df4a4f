"""The list of figures: every figure with its words around; what the clerk accepts becomes records, the rest nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load
from generator.model import Unusable
from generator.records.indicator import Indicator
from tests.exchange.dirt import plain
from tests.exchange.storing import stored
from tests.exchange.texts import CLEAN

ID = "work-2009"
Fill = Callable[[str], str]


@pytest.fixture
def listed(root: Path) -> Path:
    """An archived report with its list of figures."""
    stored(root, "总结.txt", plain(CLEAN["report"]), key=ID)
    return root / "content" / "demo" / "archive" / f"{ID}.figures.yml"


def entry(text: str, words: str) -> str:
    """The entry whose sentence holds these words."""
    return next(one for one in re.split(r"(?=  - 序:)", text) if re.search(words, one.split("原句:")[-1]))


def accepted(listed: Path, words: str, **labels: str) -> None:
    """Accepts the first figure of a sentence, with some labels filled in."""
    text = listed.read_text("utf-8")
    old = new = entry(text, words)
    for label, value in {"采用": "是", **labels}.items():
        new = re.sub(rf"(?m)^(    {label}:).*$", rf"\1 {value}", new)
    listed.write_text(text.replace(old, new), "utf-8")


def records(root: Path) -> list[Indicator]:
    found, _ = load(root)
    return [one for one in found.of(Indicator) if one.id.startswith(ID)]


def test_every_figure_is_listed_and_none_is_accepted(listed: Path, root: Path) -> None:
    """Values, units and what is approximate; numbers of headings and days are no figures."""
    text = listed.read_text("utf-8")
    values = re.findall(r"(?m)^    数值: ?(.*)\n    单位: ?(.*)$", text)

    assert text.count("采用: 否") == text.count("- 序:") > 8
    assert {("19", "'个'"), ("23", "'名'"), ("57", "'名'"), ("116", "'人'"), ("3.5", "'岁'")} <= set(values)
    assert "'2009'" not in text
    assert pipeline.accept.__doc__
    with pytest.raises(Unusable, match="没有这个文件"):
        pipeline.accept(root, listed.with_name("other.figures.yml"), dry=False)


def test_what_is_accepted_becomes_a_record_that_the_loader_reads(listed: Path, root: Path) -> None:
    """Beside the township's other indicators, which stay as they are."""
    others = (root / "data" / "townships" / "demo" / "indicator.yml").read_bytes()
    accepted(listed, "19个村", 名称="签订责任书的村数")
    accepted(listed, "库入库116人|入库116人", 名称="后备干部数")
    target, count, findings = pipeline.accept(root, listed, dry=False)

    assert (count, findings) == (2, [])
    assert target == root / "data" / "townships" / "demo" / "indicator" / f"archive-{ID}.yml"
    assert [(one.name, one.figure.value, one.unit, str(one.period), one.place) for one in records(root)] == [
        ("签订责任书的村数", 19, "个", "2009年", "demo"),
        ("后备干部数", 116, "人", "2009年", "demo"),
    ]
    assert records(root)[0].source == f"《关于上半年基层党建工作情况的报告》(档案 {ID})"
    assert (root / "data" / "townships" / "demo" / "indicator.yml").read_bytes() == others
    assert load(root)[1] == []


def test_what_is_accepted_once_is_not_accepted_again(listed: Path, root: Path) -> None:
    accepted(listed, "19个村", 名称="签订责任书的村数")
    target, _, _ = pipeline.accept(root, listed, dry=False)
    before = target.read_bytes()
    with pytest.raises(Unusable, match="已经有了"):
        pipeline.accept(root, listed, dry=False)

    assert target.read_bytes() == before


def test_a_dry_run_writes_nothing(listed: Path, root: Path) -> None:
    accepted(listed, "19个村", 名称="签订责任书的村数")
    target, count, findings = pipeline.accept(root, listed, dry=True)

    assert (count, findings, target.exists()) == (1, [], False)


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ({"名称": ""}, "名称"),
        ({"期间": ""}, "期间没有填"),
        ({"数值": ""}, "数值没有填"),
        ({"单位": ""}, "单位"),
        ({"数值": "约十九"}, "不是数值"),
        ({"期间": "那一年"}, "不是期间"),
        ({"约数": "大概"}, "不明确"),
        ({"采用": "要"}, "只写“是”或“否”"),
        ({"序": "../x"}, "序"),
    ],
)
def test_what_is_not_filled_in_is_a_finding_at_its_line(
    labels: dict[str, str], message: str, listed: Path, root: Path
) -> None:
    """And nothing at all is written, not even what was filled in well."""
    accepted(listed, "入库116人", 名称="后备干部数")
    if "序" in labels:
        text = listed.read_text("utf-8")
        listed.write_text(text.replace("- 序: 1\n    采用: 否", "- 序: ../x\n    采用: 是"), "utf-8")
    else:
        accepted(listed, "19个村", **{"名称": "签订责任书的村数"} | labels)
    target, _, findings = pipeline.accept(root, listed, dry=False)
    lines = listed.read_text("utf-8").splitlines()

    assert len(findings) == 1, findings
    assert message in findings[0].message
    assert findings[0].where.file == "content/demo/archive/work-2009.figures.yml"
    assert lines[findings[0].where.line - 1].strip().startswith(tuple(labels) if "序" not in labels else "- 序")
    assert not target.exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("- 序: 2\n", "- 序: 1\n"), "重复"),
        (lambda text: re.sub(r"(?m)^    名称:.*", "    名称: 一样的名称", text), "这一期已经有数"),
        (lambda text: text.replace("候选:", "候先:"), "没有“候选”"),
        (lambda text: text.replace("    单位:", "    颜色: 红\n    单位:"), "没有这个标签"),
        (lambda text: text + "  - 一句话\n", "写法不对"),
        (lambda text: "- 一\n- 二\n", "没有“候选”"),
        (lambda text: "a: &x [1]\nb: *x\n", "锚点"),
        (lambda text: text + "其他: !!python/object/apply:os.system ['true']\n", "类型记号"),
    ],
)
def test_a_list_that_was_spoiled_is_refused(change: Fill, message: str, listed: Path, root: Path) -> None:
    """Every accepted entry is looked at; nothing is written."""
    text = listed.read_text("utf-8").replace("采用: 否", "采用: 是")
    numbered = iter(range(1, 1000))
    text = re.sub(r"(?m)^    名称:.*", lambda _: f"    名称: 第{next(numbered)}个数", text)
    listed.write_text(change(re.sub(r"(?m)^    (单位|数值|期间):\s*$", r"    \1: 1", text)), "utf-8")
    target, _, findings = pipeline.accept(root, listed, dry=False)

    assert any(message in finding.message for finding in findings), [finding.message for finding in findings]
    assert not target.exists()


def test_a_figure_that_a_record_already_gives_is_a_finding(listed: Path, root: Path) -> None:
    """The same name, place and period."""
    known = next(one for one in load(root)[0].of(Indicator) if not one.dimensions and one.period)
    accepted(listed, "19个村", 名称=known.name, 期间=str(known.period))
    text = listed.read_text("utf-8")
    listed.write_text(text.replace("地方: demo", f"地方: {known.place}"), "utf-8")
    _, _, findings = pipeline.accept(root, listed, dry=False)

    assert ["这一期已经有数" in finding.message for finding in findings] == [True]


@pytest.mark.parametrize("where", ["elsewhere/a.figures.yml", "content/demo/a.figures.yml", "data/a.figures.yml"])
def test_a_list_that_lies_elsewhere_is_wrong_use(where: str, root: Path) -> None:
    path = root / where
    path.parent.mkdir(exist_ok=True)
    path.write_text("候选: []\n", "utf-8")
    with pytest.raises(Unusable, match="不在存档的文件夹里"):
        pipeline.accept(root, path, dry=False)
