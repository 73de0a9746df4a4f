"""The schemas of the data files: draft 7, Chinese, refusing nothing that the loader takes; and the command that writes them."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import schema
from generator.__main__ import main
from generator.dictionary import Kind, families
from generator.load import load
from generator.model import Records
from tests.world import REPOSITORY, ROOT

FAMILIES = tuple(one.name for one in families())
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}


@cache
def repository() -> Records:
    return load(REPOSITORY)[0]


@cache
def made() -> dict[str, Any]:
    """Family → its schema, with the words and ids of the repository."""
    return {name.removesuffix(".json"): json.loads(text) for name, text in schema.files(repository())}


def accepts(rule: Any, value: Any, root: Any) -> bool:
    """Whether the value is valid, by the keywords that our schemas use; an unknown one is an error of this test."""
    return all(_CHECKS[word](given, value, rule, root) for word, given in rule.items())


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (isinstance(value, bool) and name in ("number", "integer"))


def _properties(given: Any, value: Any, rule: Any, root: Any) -> bool:
    return not isinstance(value, dict) or all(accepts(given[key], value[key], root) for key in value if key in given)


def _additional(given: Any, value: Any, rule: Any, root: Any) -> bool:
    if not isinstance(value, dict):
        return True
    patterns = rule.get("patternProperties", {})
    known = rule.get("properties", {})
    others = [key for key in value if key not in known and not any(re.search(p, key) for p in patterns)]
    return not others if given is False else all(accepts(given, value[key], root) for key in others)


_CHECKS: dict[str, Any] = {
    **dict.fromkeys(
        ["$schema", "title", "description", "errorMessage", "definitions", "patternProperties"], lambda *_: True
    ),
    "$ref": lambda given, value, rule, root: accepts(root["definitions"][given.rpartition("/")[2]], value, root),
    "type": lambda given, value, rule, root: any(_is(value, t) for t in ([given] if isinstance(given, str) else given)),
    "enum": lambda given, value, rule, root: value in given,
    "anyOf": lambda given, value, rule, root: any(accepts(one, value, root) for one in given),
    "not": lambda given, value, rule, root: not accepts(given, value, root),
    "pattern": lambda given, value, rule, root: not isinstance(value, str) or bool(re.search(given, value)),
    "minimum": lambda given, value, rule, root: not isinstance(value, (int, float)) or value >= given,
    "maximum": lambda given, value, rule, root: not isinstance(value, (int, float)) or value <= given,
    "maxLength": lambda given, value, rule, root: not isinstance(value, str) or len(value) <= given,
    "items": lambda given, value, rule, root: (
        not isinstance(value, list) or all(accepts(given, one, root) for one in value)
    ),
    "required": lambda given, value, rule, root: not isinstance(value, dict) or set(given) <= set(value),
    "properties": _properties,
    "additionalProperties": _additional,
}


def field(family: str, *path: str) -> Any:
    """The schema of a field."""
    found = made()[family]["definitions"]["record"]
    for label in path:
        ways = [found, *found.get("anyOf", ())]
        rows = [way.get("items", way) for way in ways]
        found = next(row for row in rows if "properties" in row)["properties"][label]
    return found


def described(rule: Any) -> list[Any]:
    """Every property below a schema."""
    found = list(rule.get("properties", {}).values())
    below = [*found, *rule.get("anyOf", ()), *([rule["items"]] if "items" in rule else [])]
    return found + [one for inner in below for one in described(inner)]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_property_is_explained(family: str) -> None:
    """Draft 7; a Chinese title and description on each label; nothing undeclared but local columns."""
    rule = made()[family]
    record = rule["definitions"]["record"]

    assert rule["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert re.search(r"[\u4e00-\u9fff]", rule["title"])
    for one in described(record):
        assert re.search(r"[\u4e00-\u9fff]", one.get("title", "公开")), one
        assert one.get("description") or one.get("enum"), one
    assert record["additionalProperties"] is False
    assert list(record["patternProperties"]) == ["^x_"]


def test_a_file_is_a_list_or_one_record() -> None:
    """As for the loader."""
    rule = made()["venue"]
    record = {"编号": "a", "地方": "liucun", "名称": "村部", "类别": "活动场所", "状态": "已建"}

    assert accepts(rule, [record, record | {"x_产权证": "有"}], rule)
    assert accepts(rule, record, rule)
    assert not accepts(rule, [{key: value for key, value in record.items() if key != "名称"}], rule)
    assert not accepts(rule, record | {"名字": "村部"}, rule)
    assert not accepts(rule, ["村部"], rule)


@pytest.mark.parametrize(
    ("family", "path", "good", "bad"),
    [
        ("project", ["总投资"], [1200, 12.5, "1,200.00", "**", "xx", None, "１２"], ["约12", "12元", [1]]),
        ("project", ["状态"], ["在建"], ["在修", 1, None]),
        ("project", ["期间"], [2026, "2026-03", "2026-Q1", "2026年上半年", None], ["去年", 2026.5, "2026-"]),
        ("project", ["受益户数"], [0, "1,286", 12, None], [-1, "十户", True]),
        ("project", ["监督"], ["12345", 12345, ["村民代表"], None], [{"电话": "12345"}]),
        ("project", ["支付", "日期"], ["2026-03-05", "2026/3/5", "2026年3月5日"], [2026, "昨天", None]),
        ("person", ["能人"], ["是", "否", None], ["有", True]),
        ("place", ["区划代码"], ["010203001201", 330106, None], ["33010", "三三"]),
        ("place", ["地方电话"], [], []),
        ("finance", ["科目制度"], ["2023", 2023], ["二〇二三"]),
        ("finance", ["收入", "金额"], ["12,000.00", 12000, -5], ["一万", None]),
        ("item", ["要素"], [["期间", {"收入": ["摘要"]}], None], ["期间"]),
        ("item", ["对象"], [{"社会": "公开"}], [{"全社会": "公开"}, {"社会": "开放"}, "社会"]),
        ("item", ["条件"], [{"类别": "党支部"}, {"类别": ["党支部", "党总支"]}, None], ["党支部"]),
        ("form", ["步骤", "通过", "比例"], ["2/3", 1], ["过半", "0/3", None]),
        ("schedule", ["要求", "星期"], ["一", ["一", "日"], None], ["周一", [1]]),
        ("schedule", ["要求", "固定日"], [10, [10, 20], "10", None], ["十日"]),
        ("indicator", ["维度"], [{"年龄段": "60岁以上"}, None], ["60岁以上"]),
        ("archive", ["日期"], ["2009-07-21", "2009年7月21日", "2009-07", "2009", 2009, None], ["去年", "2009-Q1"]),
        ("place", ["公开电话"], ["0571-88880001", 12345, None], ["没有"]),
    ],
)
def test_values_as_an_editor_parses_them(family: str, path: list[str], good: list[Any], bad: list[Any]) -> None:
    """What the loader takes passes, blanks of what may be left out too; what it never takes does not."""
    if not good:
        assert path[0] not in made()[family]["definitions"]["record"]["properties"]
        return
    rule = field(family, *path)

    assert [value for value in good if not accepts(rule, value, rule)] == []
    assert [value for value in bad if accepts(rule, value, rule)] == []


def test_every_example_passes_its_pattern() -> None:
    """What the dictionary shows is what the editor takes, for plain values."""
    plain = set(Kind) - {
        Kind.ROW,
        Kind.DIMENSIONS,
        Kind.CONDITIONS,
        Kind.OPENINGS,
        Kind.ELEMENTS,
        Kind.MASKS,
        Kind.PRINTS,
    }
    for family in families(repository()):
        for entry in family.walk():
            given = entry.path.split(".")[0] in family.given
            if entry.kind in plain and not entry.many and not given and not entry.path.startswith("不公开"):
                rule = field(family.name, *entry.path.split("."))

                assert accepts(rule, entry.example.strip('"'), rule), (family.name, entry.path)


def test_words_and_ids_are_offered_and_others_let_pass() -> None:
    """A vocabulary and a reference complete; a new word or id is no error of the editor."""
    words, place = field("organisation", "类别"), field("organisation", "地方")

    assert "党支部" in words["anyOf"][0]["enum"]
    assert "liucun" in place["anyOf"][0]["enum"]
    assert accepts(words, "还没有的组织", words)
    assert accepts(place, "xincun", place)
    assert not accepts(place, "新村", place)


def test_nothing_is_offered_where_nothing_is_known() -> None:
    """A site without data has labels all the same."""
    rule = {name: json.loads(text) for name, text in schema.files(Records())}["organisation.json"]

    assert "enum" not in json.dumps(rule["definitions"]["record"]["properties"]["类别"])


def test_the_same_records_give_the_same_bytes() -> None:
    """Read twice."""
    assert dict(schema.files(load(ROOT)[0])) == dict(schema.files(load(ROOT)[0]))


def test_the_committed_schemas_are_current() -> None:
    """`make golden` (GOLDEN=1) writes them anew after a change of the records, the fields or the words."""
    folder = REPOSITORY / schema.FOLDER
    texts = dict(schema.files(repository()))
    if os.environ.get("GOLDEN") == "1":
        folder.mkdir(parents=True, exist_ok=True)
        for stale in {path.name for path in folder.glob("*.json")} - set(texts):
            (folder / stale).unlink()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")

    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == texts


def test_the_editor_settings_name_every_family() -> None:
    """Each schema for its files, YAML 1.2, no word to the internet, and the extension that reads them."""
    settings = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))
    wanted = {f"./{schema.FOLDER}/{one.name}.json": list(one.patterns) for one in families()}
    advice = json.loads((REPOSITORY / ".vscode" / "extensions.json").read_text("utf-8"))

    assert settings["yaml.schemas"] == wanted
    assert settings["yaml.yamlVersion"] == "1.2"
    assert settings["yaml.schemaStore.enable"] is False
    assert advice["recommendations"] == ["redhat.vscode-yaml"]


# -------------------------------------------------------------------------------------------------------- the command


def test_one_family_is_printed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The schema alone on stdout."""
    assert main(["schema", "finance", "--root", str(site)]) == 0
    said = capsys.readouterr()

    assert json.loads(said.out)["title"] == "财务(finance)"
    assert said.err == ""
    assert not (site / ".vscode").exists()


def test_all_families_are_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where they are asked for, or where the editor looks; and how many is said."""
    assert main(["schema", "--root", str(site), "--out", str(site / "schemas")]) == 0
    assert f"写好了 {len(FAMILIES)} 类记录的说明" in capsys.readouterr().err
    assert main(["schema", "--root", str(site), "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["schema", "place", "--root", str(site), "--out", str(site / "one")]) == 0

    names = {f"{name}.json" for name in FAMILIES}
    assert {path.name for path in (site / "schemas").iterdir()} == names
    assert {path.name for path in (site / ".vscode" / "schemas").iterdir()} == names
    assert [path.name for path in (site / "one").iterdir()] == ["place.json"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["persn"], "没有“persn”这一类。是不是“person”"),
        (["--out", "data/schemas"], "请换一个文件夹"),
        (["--out", "mkdocs.yml"], "请换一个文件夹"),
    ],
)
def test_wrong_use_is_refused(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    """In Chinese, with nothing written."""
    monkeypatch.chdir(site)

    assert main(["schema", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (site / "data" / "schemas").exists()


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is put into a folder that was meant to be another."""
    assert main(["schema", "--root", str(tmp_path)]) == 2
    assert "没有找到 data 文件夹" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
