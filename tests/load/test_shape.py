"""Typed records: every misfit at its own place, in the words of the labels."""

import pytest

from generator.model import Level
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from tests.load.world import PLACE, Loaded, World

SHEET = """\
- 编号: liucun-2026-03
  村: liucun
  公开主体: 刘村股份经济合作社
  期间: 2026-03
  科目制度: "2023"
  期初结存: 86,420.00
  期末结存: 86,420.00
"""


def said(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Place, message and mend of every finding but the one that says that nothing was left."""
    pairs = zip(loaded.places, loaded.findings, strict=True)
    return [(place, finding.message, finding.hint) for place, finding in pairs if finding.where.file != "data"]


def only(loaded: Loaded) -> tuple[str, str, str]:
    """The same of the only finding."""
    (finding,) = said(loaded)
    return finding


def test_a_record_knows_where_it_was_written(world: World) -> None:
    """Down to a cell of a row; of what is not there, the nearest thing above."""
    text = SHEET + "  收入:\n    - {摘要: 承包费, 金额: 5}\n"
    loaded = world.family(Finance, text)
    record = loaded.record

    places = {
        (): "finance.yml:1:3",
        ("期初结存",): "finance.yml:6:9",
        ("收入",): "finance.yml:9:5",
        ("收入", 0): "finance.yml:9:7",
        ("收入", 0, "金额"): "finance.yml:9:21",
        ("收入", 0, "科目"): "finance.yml:9:7",
        ("备注",): "finance.yml:1:3",
    }
    assert places == {path: str(loaded.records.where(record, *path)).rpartition("/")[2] for path in places}
    key = "anping/finance/liucun-2026-03"
    assert key == record.key
    assert record is loaded.records.find(key) is loaded.records.get(Finance, key)


@pytest.mark.parametrize(
    ("line", "place", "message", "hint"),
    [
        ("区划代码: 10203", "4:9", "区划代码: “10203”不是区划代码", "前面的0"),
        ("启用日期: 2025-02-30", "4:9", "启用日期: “2025-02-30”不是日期:2025年2月只有28天", "真实"),
        ("示例: no", "4:7", "示例: “no”不明确", "只写“是”或“否”"),
        ("人口: 1e5", "4:7", "人口: “1e5”不是整数", "只写数字"),
        ("面积: .nan", "4:7", "面积: “.nan”不是数字", "只写数字"),
        ("人口: " + "9" * 5000, "4:7", "人口: “" + "9" * 30 + "…”位数太多,不像整数", "最多15位"),
        ("简介: " + "村" * 5001, "4:7", "简介: 文字有5001个字,超过5000个", "分成几段"),
        ("联络人: " + "村" * 41, "4:8", "联络人: 文字有41个字,超过40个", "精简"),
        ('简介: ""', "4:7", "简介: 这里不能空着", "删去这一行"),
        ("简介: [村部]", "4:7", "简介: 这里应当写文字,不是一组内容", "引号"),
        ("简介: {地址: 村部}", "4:7", "简介: 这里应当写文字,不是一组内容", "引号"),
        ("人口: [1]", "4:7", "人口: 这里应当写整数,不是一组内容", "只写一个值"),
        ("不公开: 社会", "4:8", "不公开: 这里应当是一个列表", "- "),
        ("不公开: {对象: 社会, 理由: x}", "4:8", "不公开: 这里应当是一个列表", "- "),
        ("不公开: [社会]", "4:9", "不公开→第1条: 这里应当是一组“标签: 内容”", "对象、字段、理由"),
        ("不公开: [{对象: 社会}]", "4:9", "不公开→第1条→理由: 必须填写", "补上“理由: …”。为什么不公开"),
        ("不公开: [{对象: 社会, 理由: x}, ]", "", "", ""),
        (
            "不公开: [{对象: 社会, 理由: x, 字段: [[村]]}]",
            "4:30",
            "不公开→第1条→字段→第1条: 这里应当写文字,不是一组内容",
            "",
        ),
        ("总人口: 5", "4:3", "总人口: 没有这个标签", "是不是“人口”?"),
        ("天气: 晴", "4:3", "天气: 没有这个标签", "可以用的标签:编号、"),
        ("name: x", "4:3", "name: 没有这个标签", "可以用的标签:"),
        ("township: x", "4:3", "township: 没有这个标签", "可以用的标签:"),
        ("<<: {人口: 5}", "4:3", "<<: 没有这个标签", "可以用的标签:"),
        ("总人口:", "4:3", "总人口: 没有这个标签", "是不是“人口”?"),
        ('"": x', "4:3", ": 没有这个标签", "可以用的标签:"),
    ],
)
def test_misfits_of_a_place(world: World, line: str, place: str, message: str, hint: str) -> None:
    """The value where the value is wrong, the key where the label is, the row where something lacks."""
    loaded = world.place(f"{PLACE}  {line}\n")

    if not message:
        assert not loaded.findings
        return
    found = only(loaded)
    expected = f"place.yml:{place}", message
    assert expected == found[:2]
    assert hint in found[2]
    assert loaded.findings[0].record == "anping/place/liucun"


def test_levels_and_rules(world: World) -> None:
    """A misfit is an error of the schema, and the record is left out."""
    loaded = world.place(f"{PLACE}  人口: 多\n")

    (finding, nothing) = loaded.findings
    expected = Level.ERROR, "schema"
    assert expected == (finding.level, finding.rule)
    assert not loaded.records.items
    assert nothing.message == "没有读到任何记录"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("乡", "是不是“乡镇”?"),
        ("省", "可以写:县区、乡镇、村、社区、自然村、村民小组"),
        ("", "可以写:县区、乡镇、村、社区、自然村、村民小组"),
    ],
)
def test_a_word_from_a_list(world: World, word: str, hint: str) -> None:
    """The word that was meant, or all that there are."""
    expected = "place.yml:3:7", f"级别: 不能写“{word}”", hint

    assert expected == only(world.place(f"- 编号: liucun\n  名称: 刘村\n  级别: '{word}'\n"))


@pytest.mark.parametrize("value", ["[村]", "{村: 村}"])
def test_a_group_instead_of_a_word_from_a_list(world: World, value: str) -> None:
    """No program text of the group is shown."""
    expected = "place.yml:3:7", "级别: 这里应当写文字,不是一组内容", "可以写:县区、乡镇、村、社区、自然村、村民小组"

    assert expected == only(world.place(f"- 编号: liucun\n  名称: 刘村\n  级别: {value}\n"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("刘村", "place.yml:1:1"),
        ("- 刘村\n", "place.yml:1:3"),
        ("- - 编号: a\n", "place.yml:1:3"),
        ("-\n", "place.yml:1:2"),
        ("- [编号, 名称]\n", "place.yml:1:3"),
    ],
)
def test_a_record_is_a_mapping(world: World, text: str, place: str) -> None:
    """A scalar file, a list of words, a list of lists."""
    expected = place, "这里应当是一条地方记录", "每条记录以“- 编号: …”开头,下面各行对齐"

    assert expected == only(world.place(text))


def test_a_mapping_alone_is_one_record(world: World) -> None:
    """A file may hold a single record without a list."""
    expected = "liucun"

    assert expected == world.place("编号: liucun\n名称: 刘村\n级别: 村\n").record.id


def test_a_record_that_is_all_chinese_colons(world: World) -> None:
    """It is one text to YAML; the message names the colon of every line."""
    places = [place for place, message, _ in said(world.place("- 编号：a\n  名称：b\n")) if "中文冒号" in message]

    assert {"place.yml:1:3", "place.yml:2:5"} == set(places)


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("12,000.00", "收入→第1条→000.00: 数字被千分位逗号断开了"),
        ("12,000", "收入→第1条→000: 数字被千分位逗号断开了"),
    ],
)
def test_thousands_separators_inside_braces(world: World, amount: str, message: str) -> None:
    """`{金额: 12,000.00}` is two entries to YAML; the message says what happened instead of naming a label `000.00`."""
    loaded = world.family(Finance, f"{SHEET}  收入:\n    - {{摘要: 承包费, 金额: {amount}}}\n")

    place, said_message, hint = only(loaded)
    expected = "finance.yml:9:24", message
    assert expected == (place, said_message)
    assert "引号" in hint


def test_thousands_separators_elsewhere(world: World) -> None:
    """In block style, and in quotes inside braces, they are read."""
    text = f'{SHEET}  收入:\n    - {{摘要: 甲, 金额: "12,000.00"}}\n    - 摘要: 乙\n      金额: 1,234,567.89\n'
    record = world.family(Finance, text).record

    assert isinstance(record, Finance)
    expected = "1246567.89"
    assert expected == str(record.income)


def test_every_wrong_in_a_file_is_reported_at_once(world: World) -> None:
    """In all its records, in the order of the file where the schema finds them; a good record beside them is kept."""
    text = (
        "- 编号: Liu Cun\n  名称: 刘村\n  级别: 行政村\n  人口: 多\n"
        "- 编号: wangcun\n  名称: 王村\n  级别: 村\n"
        "- 编号: lisi\n  级别: 村\n  人口: 1\n  人口: 2\n  区化代码: 1\n"
    )
    loaded = world.place(text)

    expected = {
        ("place.yml:1:7", "编号: “Liu Cun”不能作编号"),
        ("place.yml:3:7", "级别: 不能写“行政村”"),
        ("place.yml:4:7", "人口: “多”不是整数"),
        ("place.yml:8:3", "名称: 必须填写"),
        ("place.yml:11:3", "“人口”写了两次,第10行已经有了"),
        ("place.yml:12:3", "区化代码: 没有这个标签"),
    }
    assert expected == {finding[:2] for finding in said(loaded)}
    assert loaded.record.id == "wangcun"


def test_a_repeated_key_keeps_the_first_value(world: World) -> None:
    """The record is there with its first value, and the error blocks the build."""
    loaded = world.place(f"{PLACE}  人口: 1\n  人口: 2\n")
    record = loaded.record

    assert isinstance(record, Place)
    assert record.population == 1
    expected = "place.yml:5:3", "“人口”写了两次,第4行已经有了", "留下一个,删去另一个"
    assert expected == only(loaded)


def test_rows_name_their_number_from_one(world: World) -> None:
    """As people count."""
    text = (
        "- 编号: a\n  名称: b\n  类别: 党支部\n  地方: c\n  班子:\n    - {职务: 书记, 姓名: 甲}\n    - {职务: 委员}\n"
    )

    expected = "organisation.yml:7:7", "班子→第2条→姓名: 必须填写", "补上“姓名: …”。任职人的姓名;任职是公开的"
    assert expected == only(world.family(Organisation, text))


def test_a_value_where_a_group_is_expected_offers_the_group_s_labels(world: World) -> None:
    """Not the labels of the record."""
    text = "- 编号: a\n  事项: [b]\n  地方: c\n  公开主体: d\n  审核: 张三\n"

    expected = "publication.yml:5:7", "审核: 这里应当是一组“标签: 内容”", "可以用的标签:职务、日期、保密审查、意见"
    assert expected == only(world.family(PublicationRecord, text))


def test_a_wrong_id_is_named_in_the_finding_but_not_at_length(world: World) -> None:
    """The record of a finding is the key as far as it is known."""
    loaded = world.place(f"- 编号: {'村' * 300}\n  名称: 刘村\n  级别: 村\n")

    expected = "anping/place/" + "村" * 30 + "…"
    assert expected == loaded.findings[0].record
    assert not world.place("- 编号: [liucun]\n  名称: 刘村\n  级别: 村\n").findings[0].record


def test_an_unknown_label_in_a_row_is_compared_with_those_of_the_row(world: World) -> None:
    """`摘药` is meant to be 摘要, though the record has nothing like it."""
    text = SHEET + "  收入:\n    - {摘要: 承包费, 金额: 5, 摘药: x}\n"

    expected = "finance.yml:9:24", "收入→第1条→摘药: 没有这个标签", "是不是“摘要”?"
    assert expected == only(world.family(Finance, text))


ITEM = "- 编号: a\n  事项: b\n  类别: 财务公开\n  依据: []\n  频次: 每月\n  主体: c\n  层级: 村\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("对象: 社会", "对象: 对象应当写成 {社会: 公开, 本村: 公开}"),
        ("对象: {公众: 公开}", "对象: 没有“公众”这个对象"),
        ("对象: {社会: 开放}", "对象: “开放”不是公开方式"),
        ("对象: {社会: 公开}\n  要素: 期间", "要素: 要素应当是一个列表"),
        ("对象: {社会: 公开}\n  要素: [{收入: 金额}]", "要素: 要素应当是一个列表"),
        ("对象: {社会: 公开}\n  要素: [~]", "要素: 这里不能空着"),
        ("对象: {社会: 公开}\n  条件: 村", "条件: 条件应当写成 {字段: 值}"),
        ("对象: {社会: 公开}\n  条件: {类别: [~]}", "条件: 这里不能空着"),
        ("对象: {社会: 公开}\n  期限: 15", "期限: 这里应当是一组“标签: 内容”"),
    ],
)
def test_misfits_of_a_catalogue_item(world: World, line: str, message: str) -> None:
    """Openings, elements and conditions have sentences of their own."""
    found = only(world.family(DisclosureItem, f"{ITEM}  {line}\n"))

    assert message == found[1]
    assert found[2]


@pytest.mark.parametrize(
    "line", ["对象: {社会: [公开]}", "对象: {社会: {公开: 是}}", "对象: {社会: 公开}\n  条件: {类别: {a: b}}"]
)
def test_shapes_that_a_field_type_did_not_think_of(world: World, line: str) -> None:
    """Never a traceback: at least the record is named."""
    loaded = world.family(DisclosureItem, f"{ITEM}  {line}\n")

    (error, _) = loaded.findings
    assert error.level is Level.ERROR
    assert error.where.line in (1, 8, 9)
    assert error.hint


def test_a_file_full_of_errors_is_given_up(world: World) -> None:
    """After two hundred; the last finding says that there may be more."""
    loaded = world.place("".join(f"- {{编号: A, 名称{n}: x, 级别: 村, 名称: 刘村}}\n" for n in range(1000)))

    *errors, last, _ = loaded.findings
    expected = 200, "place.yml:100:3", "错误超过200处,后面的没有再查"
    assert expected == (len(errors), str(last.where).rpartition("/")[2], last.message)


def test_a_record_full_of_unknown_labels_is_given_up(world: World) -> None:
    """The same for one record."""
    loaded = world.place(PLACE + "".join(f"  标签{n}: x\n" for n in range(1000)))

    expected = 202
    assert expected == len(loaded.findings)
