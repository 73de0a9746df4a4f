"""The import as a whole: what is written, under which name, and what is said of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.exchange.archive import Act, Refused, archive, checking, heads, shelf
from generator.exchange.archive.dates import dated
from generator.exchange.archive.lines import Document, Line
from generator.exchange.archive.markup import markdown
from generator.exchange.archive.markup import words as words_of
from generator.load.archive import document as read_back
from generator.model import Level, Unusable
from generator.records.archive import Archived
from tests.exchange.dirt import plain
from tests.exchange.storing import bare, headings, stored, words
from tests.exchange.texts import CLEAN

TEXT = plain(CLEAN["report"])


def test_what_is_written(root: Path) -> None:
    """The document, its original byte for byte, the list of figures, and what was done to the text."""
    data = TEXT.encode("gb18030")
    made = stored(root, "2009总结.txt", data)
    folder = root / "content" / "demo" / "archive"
    sha = hashlib.sha256(data).hexdigest()
    key = f"2009-07-21-{sha[:8]}"
    text = (folder / f"{key}.md").read_text("utf-8")

    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        f"{key}.figures.yml",
        f"{key}.md",
        f"originals/{key}.changes.txt",
        f"originals/{key}.txt",
    ]
    assert (folder / "originals" / f"{key}.txt").read_bytes() == data
    assert text.startswith(
        f"---\n标题: 关于上半年基层党建工作情况的报告\n署名: 中共示例镇委员会\n日期: 2009-07-21\n"
        f"原件: originals/{key}.txt\n校验: {sha}\n---\n\n今年以来，"
    )
    assert "\n\n## 一、主要做法\n\n### （一）压实责任，一级抓一级\n\n镇党委每月" in text
    assert made.listed(Act.TAKEN) == ["2009年7月21日"]


def test_the_same_file_is_not_archived_twice(root: Path) -> None:
    """Whatever its name; the earlier one is named."""
    first = stored(root, "一.txt", TEXT)
    again = stored(root, "二.txt", TEXT)

    assert [path.stem for path in again.made.before] == list(first.made.documents)
    assert again.made.files == ()


def test_an_id_that_is_taken_is_never_overwritten(root: Path) -> None:
    """One asked for is refused; one that the program chose gets a suffix."""
    stored(root, "一.txt", TEXT, key="work-2009")
    with pytest.raises(Unusable, match="已经用了"):
        stored(root, "二.txt", TEXT + "补充一句。\n", key="work-2009")
    with pytest.raises(Unusable, match="不能作编号"):
        stored(root, "二.txt", TEXT + "补充一句。\n", key="../work")
    other = TEXT + "又补充一句。\n"
    name = f"2009-07-21-{hashlib.sha256(other.encode()).hexdigest()[:8]}"
    (root / "content" / "demo" / "archive" / f"{name}.md").write_text("别的", "utf-8")

    assert list(stored(root, "三.txt", other).made.documents) in ([f"{name}-v2"], [f"undated-{name[11:]}"])


def test_a_dry_run_writes_nothing(root: Path) -> None:
    made = stored(root, "一.txt", TEXT, dry=True)  # type: ignore[arg-type]

    assert made.made.files
    assert not (root / "content" / "demo" / "archive").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("篇一：在全镇大会上的发言", "篇二：在全县大会上的发言"),
        ("第一篇 东村的做法", "第二篇 西村的做法"),
        ("【篇一】东村的做法", "【篇二】西村的做法"),
        ("范文1：东村的做法", "范文2：西村的做法"),
        ("材料之一", "材料之二"),
        ("东村党支部工作总结（篇一）", "西村党支部工作总结（篇二）"),
    ],
)
def test_a_collection_becomes_several_documents(first: str, second: str, root: Path) -> None:
    """Each with its own title and id, one original; the marker is listed."""
    parts = [
        f"{marker}\n{'村里的总结' if '材料' in marker else ''}\n　　{name}今年办了三件实事，群众比较满意。\n"
        for marker, name in ((first, "东村"), (second, "西村"))
    ]
    made = stored(root, "汇编.txt", "优秀发言材料汇编（2篇）\n" + "".join(parts))

    assert len(made.records) == 2
    assert [record.original for record in made.records] == [made.records[0].original] * 2
    assert [words(record) for record in made.records] == [
        [f"{name}今年办了三件实事，群众比较满意。"] for name in ("东村", "西村")
    ]
    assert all("篇" not in record.title and "范文" not in record.title for record in made.records)
    assert [key.rsplit("-", 1)[1] for key in made.made.documents] == ["1", "2"]
    assert made.findings == []


def test_words_about_parts_are_no_collection(root: Path) -> None:
    """Neither one marker alone, nor markers within a sentence, nor out of order."""
    text = "做好三篇文章\n　　第一篇文章是产业，第二篇文章是民生，我们都要做好。\n第二篇 产业\n　　产业是根本。\n"

    assert len(stored(root, "一.txt", text).records) == 1


@pytest.mark.parametrize(
    ("dirty", "mended"),
    [
        ("全镇实施?三个一?工程，成效明显。", "全镇实施“三个一”工程，成效明显。"),
        ("推行?五步工作法?、?三项清单?和?两个公开?制度。", "推行“五步工作法”、“三项清单”和“两个公开”制度。"),
        ("被评为?先进党支部?。", "被评为“先进党支部”。"),
    ],
)
def test_quotation_marks_are_mended_where_certain(dirty: str, mended: str, root: Path) -> None:
    made = stored(root, "一.txt", f"工作总结\n　　{dirty}\n　　第二段没有什么要改的地方。\n")

    assert words(made.only)[0] == mended
    assert [note.instead for note in made.made.notes if note.act is Act.REPAIRED] == [
        f"“{part}”" for part in dirty.split("?")[1::2]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "这件事办好了没有?大家心里有数?我看未必。",
        "为什么群众有意见?因为不公开?对不对。",
        "全镇实施?三个一工程，成效明显。",
        "他说：?自己定的事，自己出力。?",
        "收入增长12?比上年快?多了。",
        "人到齐了?齐了?好。",
        "What is ?party? work。",
        "谁来干?怎么干?干到什么程度?",
        "真的是这样吗?",
    ],
)
def test_doubtful_question_marks_stay_and_are_listed(text: str, root: Path) -> None:
    made = stored(root, "一.txt", f"工作总结\n　　{text}\n　　第二段没有要改的地方。\n")

    assert words(made.only)[0] == text
    assert any("问号" in note.why for note in made.made.notes if note.act is Act.DOUBT)
    assert made.listed(Act.REPAIRED) == []


def test_full_width_question_marks_are_never_touched(root: Path) -> None:
    made = stored(root, "一.txt", "工作总结\n　　群众满意吗？答案是肯定的。\n　　第二段没有问题，也不用改。\n")

    assert made.made.notes[-1].text == ""
    assert words(made.only)[0] == "群众满意吗？答案是肯定的。"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("二〇〇九年七月二十一日", "2009-07-21"),
        ("二○○九年十月", "2009-10"),
        ("2009年7月21日", "2009-07-21"),
        ("（2009年7月21日）", "2009-07-21"),
        ("2009.7.21", "2009-07-21"),
        ("2009-07", "2009-07"),
        ("２００９年７月", "2009-07"),
        ("2009年", "2009"),
        ("2009年2月30日", ""),
        ("二〇〇九年十三月", ""),
        ("2009年7月21日上午", ""),
        ("七月二十一日", ""),
    ],
)
def test_days(text: str, iso: str) -> None:
    assert dated(text) == iso


def test_a_markdown_file_keeps_its_structure(root: Path) -> None:
    """Headings, bold, tables and escapes; marks are listed, masks are words."""
    text = (
        "# 东村工作总结\n\n## 基本情况\n\n全村**共有**120户，村民`**`人数不公开，星号写作\\*号。\n\n"
        "## 主要做法\n\n### 抓学习\n\n> 引用的一句话，说得很实在。\n\n- 第一条做法说得很清楚。\n\n"
        "| 村 | 户数 |\n|---|---|\n| 东村 | 120 |\n\n见[县里的通知](http://127.0.0.1/x)，照办就是。\n\n---\n"
    )
    made = stored(root, "总结.md", text)
    record = made.only

    assert record.title == "东村工作总结"
    assert [(block.level, block.text) for block in record.body if block.level] == [
        (1, "基本情况"),
        (1, "主要做法"),
        (2, "抓学习"),
    ]
    assert words(record)[1] == "全村共有120户，村民`**`人数不公开，星号写作*号。"
    assert list(record.body[1].runs)[1] == ("共有", True)
    assert "引用的一句话，说得很实在。" in words(record)
    assert [row.cells for block in record.body for row in block.rows] == [("村", "户数"), ("东村", "120")]
    assert "[](http://127.0.0.1/x)" in made.listed(Act.REMOVED)


def test_a_title_that_is_missing_is_the_name_of_the_file(root: Path) -> None:
    """And it is said."""
    made = stored(root, "东村总结.txt", "　　今年以来，村里办了三件实事，群众比较满意。\n　　明年接着办。\n")

    assert made.only.title == "东村总结"
    assert any("文件名" in note.why for note in made.made.notes)


@pytest.mark.parametrize(
    "text",
    [
        "一是加强学习。每月组织一次，党员都参加，有记录、有考勤、有心得。",
        "（一）加强学习。今年以来，坚持每月一课，党员都参加，效果比较好。",
        "1.5万元的项目资金已经全部到位，按进度拨付给施工单位，没有拖欠。",
        "2009年，全镇完成造林2000亩，新修村道15公里，改造危房37户。",
        "一、二、三组的村民小组长都由党员担任，每月碰头一次，解决具体问题。",
    ],
)
def test_sentences_that_begin_with_a_numeral_are_text(text: str, root: Path) -> None:
    made = stored(root, "一.txt", f"工作总结\n　　{text}\n　　第二段是普通的一段话，没有别的意思。\n")

    assert headings(made.only) == []


def test_the_report_of_a_newspaper(root: Path) -> None:
    """The reporters sign; the editor is furniture."""
    text = "小山村的变化\n本报记者 示例甲 通讯员 示例乙\n　　走进东村，映入眼帘的是整洁的院落和宽阔的村道。（责任编辑：丙）\n　　村里人说，日子好过了。\n"
    made = stored(root, "一.txt", text)

    assert made.only.byline == "本报记者 示例甲 通讯员 示例乙"
    assert made.listed(Act.REMOVED) == ["（责任编辑：丙）"]
    assert words(made.only)[0].endswith("宽阔的村道。")


@pytest.mark.parametrize(
    "line",
    [
        "资金来源：县级财政拨款，村集体自筹，群众投工投劳，三项合计正好够用。",
        "编辑部设在镇文化站，每月出一期简报，印发到各村民小组和各单位。",
        "首页上写着公开两个字，打开就能看到每个月的收支，一笔一笔很清楚。",
        "大、中、小各类合作社有八个，带动农户三百多户，户均增收两千元以上。",
        "……",
        "12/15",
        "记者走进东村",
        "声明：以上数字由村委会提供，经村务监督委员会核对，情况属实，可以公开。",
        "建立党员资料库，由党政办整理，每季度更新一次，做到底数清、情况明。",
        "资料来源：2009年统计年报",
        "全镇农民人均纯收入4312元，比上年增长12.6%（来源：统计年报）。",
        "为群众提供更多资料，推动村务信息上网，在网上也能查到每一笔收支。",
        "联系方式：镇政府网站 http://a.example/b，有意见可以写在留言栏里。",
        "***村的情况不便公开，这里从略，请到村务公开栏查看原件和附件。",
    ],
)
def test_text_that_looks_like_furniture_stays(line: str, root: Path) -> None:
    made = stored(
        root,
        "一.txt",
        f"工作总结\n　　第一段是普通的一段话，没有别的意思。\n　　{line}\n　　最后一段也是普通的话，说完就完了。\n",
    )

    assert bare(line) in bare("".join(words(made.only)))
    assert made.listed(Act.REMOVED) == []


@pytest.mark.parametrize(
    "line",
    [
        "本文来自示例网 http://a.example/b",
        "http://a.example/b",
        "文章来源：示例日报",
        "【责任编辑：某某】",
        "【大 中 小】【打印】【关闭】",
        "您现在的位置：首页 >> 工作动态",
        "上一篇：没有了",
        "相关文章：春耕生产忙",
        "浏览次数：128",
        "本文档由示例网友上传分享，仅供参考。",
        "更多范文请访问 www.a.example",
        "未经授权不得转载。",
        "第 3 页 共 9 页",
        "— 3 —",
        "==========",
    ],
)
def test_furniture_goes_and_is_listed(line: str, root: Path) -> None:
    made = stored(
        root, "一.txt", f"工作总结\n　　第一段是普通的一段话，没有别的意思。\n　　{line}\n　　最后一段也是普通的话。\n"
    )

    assert made.listed(Act.REMOVED) == [line]
    assert words(made.only) == ["第一段是普通的一段话，没有别的意思。", "最后一段也是普通的话。"]


def test_paragraphs_of_equal_length_are_not_joined(root: Path) -> None:
    """Nothing was broken: every line ends a sentence, though some are indented and some not."""
    paragraphs = [f"第{number}件事办得很好，群众都说满意，镇里也给予了充分的肯定和表扬。" for number in "一二三四五六"]
    text = "工作总结\n" + "\n".join(f"{'　　' if index % 2 else ''}{one}" for index, one in enumerate(paragraphs))

    assert words(stored(root, "一.txt", text).only) == paragraphs


# ------------------------------------------------------------------------------------------------------ nothing is lost

_PIECES = st.sampled_from(
    [
        *"，。、；：？！“”（）《》?*_|#\\`[]<>&$~+-=:.",
        "  ", "　　", "\t", "\u200b", "\u00a0", "\ufeff", "\uf0fc", "🌾", "é",
        "一、", "（一）", "1.", "（1）", "一是", "篇一：", "篇二：", "第一篇", "工作总结", "示例镇党委", "2009年7月21日",
        "——在大会上的讲话", "责任编辑：某", "上一篇：某", "- 3 -", "-----", "http://a.example/b", "来源：", "附件：",
        "**", "---", "| a | b |", "|---|---|", "> ", "# ", "全镇共有党员", "1460名", "占四成", "实施?三个一?工程", "同志们：",
    ]
)  # fmt: skip
_LINES = st.lists(st.lists(_PIECES, max_size=12).map("".join), min_size=1, max_size=25).map("\n".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_LINES, suffix=st.sampled_from([".txt", ".md"]))
def test_any_text_is_archived_whole_or_refused(text: str, suffix: str, root: Path) -> None:
    """And the loader reads what was written without an error, with every character that is not listed."""
    try:
        path = root / f"任意{suffix}"
        path.write_bytes(text.encode())
        made = archive(path, shelf(root, "demo"), dry=True)
    except Refused as refused:
        if "自查" in refused.message:
            raise
        return
    for path, data in made.files:
        if path.suffix != ".md" or path.parent.name == "originals":
            continue
        record, _, findings = read_back(data, "x.md", path.stem, "demo")
        assert isinstance(record, Archived), findings
        assert [one for one in findings if one.level is Level.ERROR] == []
        mine = made.documents[path.stem]
        assert bare("".join(words(record))) == bare("".join(line.words for line in mine.body))
        assert record.title == mine.title
        for block, line in zip(record.body, (line for line in mine.body if line.words.strip()), strict=True):
            assert bare("".join(part for part, bold in block.runs if bold)) == bare(
                "".join(line.text[start:end] for start, end in line.bold)
            )


@pytest.mark.parametrize(
    ("original", "body", "message"),
    [
        ("标题正文少了字", "正文少了", "少了“字”"),
        ("标题正文", "正文多", "多了“多”"),
        ("标题正文反了", "正文了反", "顺序"),
    ],
)
def test_the_last_net_holds(original: str, body: str, message: str) -> None:
    """A character lost, made up or moved stops the writing."""
    document = Document("标题", (Line(1, body),))
    text = markdown(document, "originals/x.txt", "0" * 64)
    with pytest.raises(Refused, match=message):
        checking.checked(original, [Line(1, original)], [document], [text], [])


def test_a_step_that_loses_a_line_is_caught(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were a signature dropped without a note, nothing would be written."""
    monkeypatch.setattr(heads, "_sign", lambda *_: None)
    with pytest.raises(Refused, match="自查"):
        stored(root, "一.txt", TEXT)

    assert not (root / "content" / "demo" / "archive").exists()


def test_the_words_of_a_file_are_read_back(root: Path) -> None:
    """The net's own reading of Markdown agrees with the text."""
    line = Line(1, "带*号、|线、`点`和[括号]的一段", ((0, 2),))
    text = markdown(
        Document("标题: '一'", (line, Line(2, "标题#", level=2), Line(3, "", rows=(("a|b", "c\\"),)))), "o", "d"
    )
    head, body = words_of(text)

    assert head == "标题: '一'"
    assert bare(body) == bare(line.text + "标题#" + "a|bc\\")


def test_a_number_torn_at_the_end_of_a_line_is_whole_again(root: Path) -> None:
    """`40` and `0多户` are 400多户; two numbers in two lines stay two."""
    text = "帮扶情况\n\n今年受到帮扶的一共有40\n0多户。\n\n办公电话 88880000\n\n13号楼值班室\n"

    body = words(stored(root, "a.txt", text).only)

    assert "今年受到帮扶的一共有400多户。" in body
    assert "办公电话 88880000" in body


@pytest.mark.parametrize(
    ("above", "below"),
    [("党员 1460", "3个支部"), ("石桥镇基本情况2009", "43个村民小组"), ("耕地 12000", "35户低保")],
)
def test_two_figures_in_two_lines_are_never_made_one(root: Path, above: str, below: str) -> None:
    """1460 and 3 are not 14603: a list has its figures at the ends of its lines."""
    text = f"情况说明\n\n全镇的情况说明如下。\n{above}\n{below}\n以上数字供大家参考。\n"

    body = words(stored(root, "a.txt", text).only)

    assert not any(above + below in line for line in body)


@pytest.mark.parametrize(
    ("above", "below"),
    [("今年共代办事项1", "230件。"), ("全年评议满意率达到98.", "5%。"), ("惠及群众一共40", "0多户。")],
)
def test_a_torn_number_is_whole_and_said_to_be_doubtful(root: Path, above: str, below: str) -> None:
    text = f"情况说明\n\n全镇推行村口代办，群众少跑了路，{above}\n{below}\n"

    made = stored(root, "a.txt", text)

    assert any(line.endswith(above + below) for line in words(made.only))
    assert any(note.act is Act.DOUBT and "断在数字中间" in note.why for note in made.made.notes)


def test_an_office_above_a_short_month_signs(root: Path) -> None:
    text = "关于石桥镇村务公开情况的报告\n\n石桥镇人民政府\n2008年3月\n\n一、基本情况\n\n全镇有村二十三个。\n"

    record = stored(root, "a.txt", text).only

    assert (record.byline, str(record.day)) == ("石桥镇人民政府", "2008年3月")


def test_bold_marks_in_a_text_file_make_a_heading(root: Path) -> None:
    """Whole short lines only: elsewhere two asterisks are a figure that somebody masked."""
    text = "工作总结\n\n**选好带头人**\n\n全镇有党员**名，其中女**名，都已登记。\n\n**1.管好队伍**\n\n每月学习一次。\n"

    made = stored(root, "a.txt", text)

    assert headings(made.only) == ["选好带头人", "1.管好队伍"]
    assert "全镇有党员**名，其中女**名，都已登记。" in words(made.only)
    assert made.listed(Act.REMOVED) == ["**"] * 4
